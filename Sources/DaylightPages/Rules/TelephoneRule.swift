import DaylightModel
import DaylightSyntax

/// Compares the telephone numbers in a text and in its links with those that the site knows (CRI-01).
enum TelephoneRule: TextRule {
  static func check(_ text: PageText, _ assembly: inout Assembly) {
    guard text.hasDigits else { return }
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
