import DaylightSyntax

extension PageAudit {
  /// The text knows no places of the page, so the finding quotes the sentence.
  mutating func checkWords() {
    guard let promises = policy.language.falsePromises else { return }
    reportPromises(spoken.withUnsafeBufferPointer { promises.found(in: $0) }, in: spoken)
    let found = scratch.text.withBytes { promises.found(in: $0) }
    if !found.isEmpty { reportPromises(found, in: scratch.text.withBytes { Array($0) }) }
  }

  private mutating func reportPromises(_ found: [Range<Int>], in text: [UInt8]) {
    for range in found {
      let sentence = text[FalsePromises.sentence(around: range, text)].drop { $0 <= 0x20 }
      report.add(.falsePromise(quoted(text[range]), in: quoted(sentence)), quoting: text[range])
    }
  }
}

extension OutputAudit {
  /// Promises in a file that is no page: a drawing, or data about the site.
  func checkPromises(_ file: AuditedFile, _ report: inout AuditReport) {
    guard let promises = policy.language.falsePromises else { return }
    for range in file.bytes.withUnsafeBufferPointer({ promises.found(in: $0) }) {
      report.add(.falsePromise(quoted(file.bytes[range]), in: file.path), at: range)
    }
  }
}
