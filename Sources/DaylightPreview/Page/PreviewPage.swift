import DaylightSyntax

/// Inserts the preview's script into a page when it is served.
enum PreviewPage {
  /// What the script is told about its page.
  struct Facts {
    /// The output path.
    let path: String
    let digest: ContentDigest
    let revision: Int
    let isDraft: Bool
  }

  /// The page with the script before all others, so that it sees the page unmodified, and with a
  /// policy that lets it run. A page without a head gets the script at its end.
  static func addingScript(to page: [UInt8], _ facts: Facts) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(page.count + 400)
    var copied = 0
    let place = page.withHTMLScanner { scanner in
      while let token = scanner.next() {
        switch token {
        case .startTag(let tag) where tag.name == .meta:
          guard let policy = policy(in: scanner), let range = policy.value else { continue }
          output += page[copied..<range.lowerBound]
          let relaxed = PreviewPolicy.relaxed(
            String(decoding: scanner.value(policy), as: UTF8.self))
          // The attribute may have either kind of quotation marks.
          output += HTMLEscaper.escaped(relaxed).replacing("'", with: "&#39;").utf8
          copied = range.upperBound
        case .startTag(let tag) where tag.name == .script || tag.name == .body,
          .endTag(let tag) where tag.name == .head:
          return tag.range.lowerBound
        default: continue
        }
      }
      return page.count
    }
    output += page[copied..<place]
    appendScript(facts, to: &output)
    output += page[place...]
    return output
  }

  private static func policy(in scanner: HTMLScanner) -> HTMLAttribute? {
    guard let name = scanner.value(.`http-equiv`),
      String(decoding: name, as: UTF8.self).lowercased() == "content-security-policy"
    else { return nil }
    return scanner.attribute(.content)
  }

  private static func appendScript(_ facts: Facts, to output: inout [UInt8]) {
    output += "<script src=\"/_daylight/preview.js\" defer data-page=\"".utf8
    HTMLEscaper.append(facts.path, to: &output)
    output +=
      "\" data-digest=\"\(facts.digest.hexadecimal)\" data-revision=\"\(facts.revision)\"".utf8
    if facts.isDraft { output += " data-draft".utf8 }
    output += "></script>\n".utf8
  }
}
