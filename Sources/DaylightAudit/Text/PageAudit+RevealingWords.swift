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
  /// The name of a file is in the Downloads folder.
  func checkDownload(_ file: AuditedFile, _ report: inout AuditReport) {
    let name = file.path.split(separator: "/").last.map(String.init) ?? file.path
    if let word = policy.language.revealingWord(inAddress: name) {
      report.add(.revealingDownload(name, word))
    }
  }

  func checkAddress(_ file: AuditedFile, _ report: inout AuditReport) {
    guard file.isDiscreet else { return }
    if let word = policy.language.revealingWord(inAddress: file.path) {
      report.add(.revealingAddress(file, word))
    }
  }
}
