import DaylightModel
import DaylightSyntax

/// Compares the telephone numbers in a text and in its links with those that the site knows (CRI-01).
enum TelephoneRule: TextRule {
  static func check(_ text: PageText, _ assembly: inout Assembly) {
    guard text.bytes.hasDigits else { return }
    let known = assembly.knownNumbers
    let words = assembly.index.language.callWords
    let path = assembly.path
    text.bytes.withUnsafeBufferPointer { bytes in
      for block in text.blocks {
        for run in DigitRun.all(in: bytes, block.bytes) {
          let finding = known.finding(run, in: bytes, block.bytes, words) {
            text.location(of: $0, in: block, path: path)
          }
          if let finding { assembly.add(finding) }
        }
      }
    }
  }

  static func check(link reference: String, _ link: MarkdownNode, _ assembly: inout Assembly) {
    let finding = assembly.knownNumbers.finding(link: reference, at: assembly.location(of: link))
    if let finding { assembly.add(finding) }
  }
}

extension [UInt8] {
  /// Whether a digit is anywhere; without a way out of the loop, so that it goes in wide steps.
  var hasDigits: Bool {
    var found: UInt8 = 0
    for byte in self { found |= byte &- UInt8(ascii: "0") < 10 ? 1 : 0 }
    return found != 0
  }
}
