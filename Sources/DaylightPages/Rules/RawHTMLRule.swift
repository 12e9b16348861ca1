import DaylightModel
package import DaylightSyntax

/// Flags HTML in a text, which is shown as text unless `site.yaml` allows it.
enum RawHTMLRule {
  static func check(_ html: RawHTML, _ assembly: inout Assembly) {
    for comment in html.unclosedComments {
      assembly.add(.unclosedComment(at: assembly.location(of: comment)))
    }
    for tag in html.tags {
      if tag.isComment {
        assembly.add(
          .visibleComment(
            tag.text, at: assembly.location(of: tag),
            help: Diagnostic.insteadOfComment(tag.text, sign: "‘<’")))
        continue
      }
      if assembly.index.configuration.allowsRawHTML { continue }
      let text = String(decoding: tag.text.prefix(60), as: UTF8.self)
      assembly.add(.rawHTML(text, at: assembly.location(of: tag)))
    }
  }
}

extension RawHTML.Fragment {
  /// Whether it is a declaration, an instruction or an end tag without a name, which browsers parse
  /// as comments.
  fileprivate var isComment: Bool {
    text.starts(with: "<!".utf8) || text.starts(with: "<?".utf8)
      || text.prefix(8).map(\.asciiLowercased).elementsEqual("<comment".utf8)
      || text.starts(with: "</".utf8) && text.count > 2 && !text[2].isASCIILetter
  }
}

extension Assembly {
  fileprivate func location(of fragment: RawHTML.Fragment) -> SourceLocation {
    let firstLine = fragment.text.prefix { $0 != UInt8(ascii: "\n") }
    var end = fragment.position
    end.column += firstLine.count
    return SourceLocation(path: path, start: fragment.position, end: end)
  }
}

extension Rule {
  package static let rawHTML = Rule(
    "raw-html", .error, "HTML in a text, whose tags readers would see.",
    why: "Readers would see the tag as text. HTML could also load things from elsewhere.",
    bad: "Rest is <b>allowed</b>.",
    good: "Rest is **allowed**.",
    fix: "Write it in Markdown, or put a backslash before `<` if readers are to see it.")
}

extension Diagnostic {
  fileprivate static func rawHTML(_ tag: String, at location: SourceLocation) -> Self {
    let isEnd = tag.hasPrefix("</")
    let name = tag.dropFirst(isEnd ? 2 : 1).prefix { $0.isLetter || $0.isNumber }
    let isPart = name.first?.isUppercase == true
    let what = isPart ? "a part of Docusaurus or MDX" : "HTML"
    let instead =
      markdown[name.lowercased()].map { "write \($0)" }
      ?? CalloutKind(rawValue: name.lowercased()).map { "write ‘> [!\($0.rawValue.uppercased())]’" }
      ?? (isPart ? "write its text in Markdown, and remove the tag" : "write it in Markdown")
    return Diagnostic(
      .rawHTML, "‘\(tag)’ is \(what), and readers will see it as text", at: location,
      help: "\(instead); or put a backslash before ‘<’ if it is meant to be seen")
  }

  /// What to write for the elements that authors use most.
  private static let markdown: [String: String] = [
    "b": "‘**words**’", "strong": "‘**words**’", "i": "‘*words*’", "em": "‘*words*’",
    "a": "‘[words](address)’", "img": "‘![A bench](bench.jpg)’",
    "br": "a backslash at the end of the line before", "hr": "‘---’ on a line of its own",
    "h1": "‘## words’", "h2": "‘## words’", "h3": "‘### words’", "h4": "‘#### words’",
    "li": "‘- words’", "ul": "‘- words’ for each item", "ol": "‘1. words’ for each item",
    "p": "an empty line between paragraphs", "blockquote": "‘> words’", "code": "‘`words`’",
    "details": "a heading: ‘### words’", "summary": "a heading: ‘### words’",
    "s": "‘~~words~~’", "del": "‘~~words~~’", "table": "a table: ‘| one | two |’",
  ]
}
