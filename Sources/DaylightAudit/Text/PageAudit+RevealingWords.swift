import DaylightSyntax

extension PageAudit {
  mutating func checkRevealingWords(of text: [UInt8], in place: String, at range: Range<Int>) {
    guard file.isDiscreet, let word = policy.language.revealingWord(in: text) else { return }
    report.add(.revealingTitle(word, in: place), at: range)
  }

  mutating func checkRevealingWords(
    of text: [UInt8], inPreview place: String, at range: Range<Int>
  ) {
    guard file.isDiscreet, let word = policy.language.revealingWord(in: text) else { return }
    report.add(.revealingPreview(word, in: place), at: range)
  }
}

extension OutputAudit {
  func checkAddress(_ file: AuditedFile, _ report: inout AuditReport) {
    guard file.isDiscreet else { return }
    if let word = policy.language.revealingWord(inAddress: file.path) {
      report.add(.revealingAddress(file, word))
    }
  }
}
