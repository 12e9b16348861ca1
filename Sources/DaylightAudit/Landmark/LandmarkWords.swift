import DaylightSyntax

/// The required texts of the landmarks on every page, in the language of the site.
package struct LandmarkWords: Sendable, Hashable {
  package let exit: String
  package let secondExit: String
  let exits: ExitWords
  /// Sentences of the safety line.
  package var safety: [String]
  /// What the summary asks of a safety line that small screens fold up; empty if none may.
  package var question: String
  /// What the help begins with.
  package var help: String
  /// The numbers that the help may name, in digits; empty where none is known.
  package var numbers: Set<String>
  /// All digits in the helplines, including their hours and notes.
  package var digits: Set<String>

  package init(
    exit: String = "", secondExit: String = "", safety: [String] = [], question: String = "",
    help: String = "", numbers: Set<String> = [], digits: Set<String> = []
  ) {
    self.exit = exit
    self.secondExit = secondExit
    exits = ExitWords(exit, secondExit)
    self.safety = safety
    self.question = question
    self.help = help
    self.numbers = numbers
    self.digits = digits
  }
}

extension LandmarkWords {
  /// The numbers of a text that may be dialled, in digits only: three digits or more, with at most one
  /// mark or blank between two.
  package static func numbers(in text: [UInt8]) -> [String] {
    var numbers: [String] = []
    var digits: [UInt8] = []
    var gap = 0
    func finish() {
      if digits.count > 2 { numbers.append(String(decoding: digits, as: UTF8.self)) }
      digits = []
    }
    for byte in text {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        if gap > 1 { finish() }
        gap = 0
        digits.append(byte)
      case 0x20, 0xA0, UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "("), UInt8(ascii: ")"):
        gap += 1
      // The first byte of a blank that does not break.
      case 0xC2: break
      default: gap = 2
      }
    }
    finish()
    return numbers
  }
}

extension PageAudit {
  /// Compares the text of a landmark with the required one.
  mutating func checkWords(of landmark: Landmark) {
    if scratch.known.hasWords(landmarks.place.words, of: landmark) { return }
    let findings = report.findings.count
    compareWords(of: landmark)
    if report.findings.count == findings {
      scratch.known.note(words: landmarks.place.words, of: landmark)
    }
  }

  private mutating func compareWords(of landmark: Landmark) {
    let words = normalised(landmarks.place.words[...])
    switch landmark {
    case .safetyLine:
      let missing = policy.words.safety.first { !occurs($0, in: words) }
      if let missing {
        report.add(.missingWords(landmark, missing))
      } else if count(words) < Self.fewest {
        report.add(.wordless(landmark))
      }
    case .help:
      if !occurs(policy.words.help, in: words) {
        report.add(.missingWords(landmark, policy.words.help))
      } else if count(words) < Self.fewest {
        report.add(.wordless(landmark))
      }
      let isNamed = LandmarkWords.numbers(in: landmarks.place.words)
        .contains { policy.words.numbers.contains($0) }
      if !policy.words.numbers.isEmpty, !isNamed { report.add(.numberless) }
    default: return
    }
    guard !policy.words.numbers.isEmpty else { return }
    for number in LandmarkWords.numbers(in: landmarks.place.words)
    where !policy.words.digits.contains(number) {
      report.add(.otherNumber(number, landmark), quoting: Array(number.utf8)[...])
    }
  }

  /// A number that the help or the safety line dials.
  mutating func checkDialled(_ address: [UInt8], at range: Range<Int>, in context: Range<Int>) {
    guard let landmark = landmarks.place.landmark, !policy.words.numbers.isEmpty else { return }
    let number = String(decoding: address.filter { $0.isASCIIDigit }, as: UTF8.self)
    if !policy.words.digits.contains(number) {
      report.add(.otherNumber(number, landmark), at: range, in: context)
    }
  }

  func occurs(_ sentence: String, in words: [UInt8]) -> Bool {
    words.offset(of: normalised(Array(sentence.utf8)[...])) != nil
  }

  private func count(_ words: [UInt8]) -> Int { words.count { $0 > 0x20 } }

  /// Bytes that the shortest safety line or help has, in any language.
  private static let fewest = 24
}

/// With one space in place of all white space.
func normalised(_ text: some Collection<UInt8>) -> [UInt8] {
  var words: [UInt8] = []
  words.reserveCapacity(text.count)
  var endsWord = false
  for byte in text {
    if byte <= 0x20 {
      endsWord = true
    } else {
      if endsWord, !words.isEmpty { words.append(0x20) }
      endsWord = false
      words.append(byte)
    }
  }
  return words
}

extension AuditFinding.Violation {
  fileprivate static func missingWords(_ landmark: Landmark, _ sentence: String) -> Self {
    Self(
      landmark == .help ? AuditRule.helpBlock : AuditRule.safetyLine,
      "\(landmark.name) does not say ‘\(sentence)’ in words that everybody sees",
      help: "print that string of templates/strings in it, as plain text")
  }

  fileprivate static func wordless(_ landmark: Landmark) -> Self {
    Self(
      landmark == .help ? AuditRule.helpBlock : AuditRule.safetyLine,
      "\(landmark.name) has hardly any text, so it does not help a reader",
      help: "fill its words in templates/strings")
  }

  fileprivate static var numberless: Self {
    Self(
      AuditRule.helpBlock, "the help names no number of help.yaml, so nobody can be reached by it",
      help: "print {{#help.emergency}} and {{#help.services}} in templates/partials/help.mustache")
  }

  fileprivate static func otherNumber(_ number: String, _ landmark: Landmark) -> Self {
    Self(
      landmark == .safetyLine ? AuditRule.safetyLine : AuditRule.helpBlock,
      "‘\(number)’ in \(landmark.name) is not a number of help.yaml, so nobody has checked who "
        + "answers",
      help: "write the number into content/help.yaml, and print it from there")
  }
}
