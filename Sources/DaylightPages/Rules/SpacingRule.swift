import DaylightModel
package import DaylightSyntax

/// Finds spaces that are one too many. Only a check that proofreads looks for them.
enum SpacingRule: TextRule {
  static func check(_ text: PageText, _ assembly: inout Assembly) {
    guard assembly.proofreads else { return }
    // In French a space belongs before some of these.
    let marks = assembly.index.language.subtag == "fr" ? ",." : ",.;:?!"
    text.bytes.withUnsafeBufferPointer { bytes in
      for block in text.blocks {
        for part in text.prose(of: block) {
          var offset = part.lowerBound
          while let start = bytes[offset..<part.upperBound].firstIndex(of: UInt8(ascii: " ")) {
            let end = bytes[start..<part.upperBound].firstIndex { $0 != UInt8(ascii: " ") }
            offset = end ?? part.upperBound
            guard let end, start > part.lowerBound, bytes[start - 1] > 0x20, bytes[end] > 0x20
            else {
              continue
            }
            let isBeforeMark =
              marks.utf8.contains(bytes[end])
              && (end + 1 == part.upperBound || bytes[end + 1] <= 0x20)
            guard isBeforeMark || end - start > 1 else { continue }
            let location = text.location(of: start..<end, in: block, path: assembly.path)
            assembly.add(.extraSpace(count: end - start, isBeforeMark: isBeforeMark, at: location))
          }
        }
      }
    }
  }
}

extension Rule {
  package static let extraSpace = Rule(
    "extra-space", .note, "Two spaces between words, or one before a full stop or comma.",
    why:
      "A space before a full stop can put it on a line of its own on a phone. Only `check` looks "
      + "for spaces, and `check --fix` takes them out.",
    bad: "Rest is allowed .",
    good: "Rest is allowed.",
    fix: "Delete the space.", in: .described, plural: "spaces too many")
}

extension Diagnostic {
  fileprivate static func extraSpace(
    count: Int, isBeforeMark: Bool, at location: SourceLocation
  ) -> Self {
    var finding = Diagnostic(
      .extraSpace,
      isBeforeMark ? "a space before a punctuation mark" : "\(count) spaces between two words",
      at: location, help: isBeforeMark ? "delete it" : "write one")
    finding.edits = [
      TextEdit(
        at: location, replacing: String(repeating: " ", count: count), with: isBeforeMark ? "" : " "
      )
    ]
    return finding
  }
}
