import DaylightModel
package import DaylightSyntax

/// Notes figures of speech, double negatives and the passive (CNT-09).
enum PlainWordsRule: TextRule {
  static func check(_ text: PageText, _ assembly: inout Assembly) {
    guard let words = assembly.index.language.plainWords else { return }
    var matches: [PhraseMatcher.Match] = []
    words.matcher.forEachMatch(in: text.bytes.span, from: text.words) { matches.append($0) }
    var rest = matches[...]
    text.bytes.withUnsafeBufferPointer { bytes in
      for block in text.blocks {
        var passives = PassiveSentences()
        while let match = rest.first, match.range.lowerBound < block.bytes.upperBound {
          rest.removeFirst()
          guard !block.setting.isQuotation,
            let (finding, range) = words.finding(match, in: bytes, block.bytes)
          else { continue }
          if case .passive = finding, !passives.isNoted(range, in: bytes, block.bytes) { continue }
          let found = String(decoding: bytes[range], as: UTF8.self).replacing("\n", with: " ")
          let location = text.location(of: range, in: block, path: assembly.path)
          let diagnostic: Diagnostic =
            switch finding {
            case .idiom(let meaning): .idiom(found, meaning, at: location)
            case .doubleNegative: .doubleNegative(found, at: location)
            case .passive(let hasAgent): .passive(found, hasAgent: hasAgent, at: location)
            }
          assembly.add(diagnostic)
        }
      }
    }
  }
}

/// The sentences of a block in which the passive is noted: each once, and no short ones, which are
/// easily read.
private struct PassiveSentences {
  private var end = 0

  mutating func isNoted(
    _ passive: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>, _ block: Range<Int>
  ) -> Bool {
    guard passive.lowerBound >= end else { return false }
    let isEnd = { (byte: UInt8) in byte.isOne(of: ".!?") }
    let start =
      bytes[block.lowerBound..<passive.lowerBound].lastIndex(where: isEnd) ?? block.lowerBound
    end = bytes[passive.upperBound..<block.upperBound].firstIndex(where: isEnd) ?? block.upperBound
    let words = bytes[start..<end].split { $0 <= 0x20 }.count
    return words > Self.short
  }

  private static let short = 8
}

extension Rule {
  package static let idiom = Rule(
    "idiom", .note, "A figure of speech.",
    why: "Somebody who reads in a second language, or takes words as they are, cannot know what it "
      + "means.",
    bad: "It can be an emotional rollercoaster.", good: "It can have many ups and downs.",
    fix: "Say what is meant, in plain words.", plural: "figures of speech")
  package static let doubleNegative = Rule(
    "double-negative", .note, "A double negative.",
    why: "A reader has to turn it round twice, and who is in a hurry turns it round once.",
    bad: "It is not uncommon to go back.", good: "It is common to go back.",
    fix: "Say it without “not”.", plural: "double negatives")
  package static let passive = Rule(
    "passive-voice", .note, "A sentence in the passive.",
    why: "The passive leaves out who does something. Where harm is done, that is the one thing "
      + "which should be said.",
    bad: "In many of these homes, the money is controlled and the phone is taken away.",
    good: "In many of these homes, one person controls the money and takes the phone away.",
    fix: "Say who does it. Short sentences and those about “people who were hurt” are left alone.",
    plural: "sentences in the passive")
}

extension Diagnostic {
  fileprivate static func idiom(
    _ found: String, _ meaning: String, at location: SourceLocation
  ) -> Self {
    Diagnostic(
      .idiom, "‘\(found)’ is a figure of speech", at: location,
      help: "say what is meant: ‘\(meaning)’")
  }

  fileprivate static func doubleNegative(_ found: String, at location: SourceLocation) -> Self {
    Diagnostic(
      .doubleNegative, "‘\(found)’ says something by denying its opposite", at: location,
      help: "say it without a negative")
  }

  fileprivate static func passive(
    _ found: String, hasAgent: Bool, at location: SourceLocation
  ) -> Self {
    Diagnostic(
      .passive, "‘\(found)’ \(hasAgent ? "says last who does it" : "leaves out who does it")",
      at: location,
      help: hasAgent
        ? "begin with who does it: ‘one person controls the money’"
        : "say who does it, if that is known: ‘one person controls the money’")
  }
}
