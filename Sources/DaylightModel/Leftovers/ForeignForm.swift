/// The markup of other tools that can be recognised by a few letters: a table that may grow.
struct ForeignForm {
  let opening: [UInt8]
  /// Nil where the form is its opening alone.
  let closing: [UInt8]?
  let kind: LeftoverKind
  /// Whether it is one only where its closing follows.
  let needsClosing: Bool

  private init(
    _ opening: String, _ closing: String?, _ kind: LeftoverKind, needsClosing: Bool = false
  ) {
    self.opening = Array(opening.utf8)
    self.closing = closing.map { Array($0.utf8) }
    self.kind = kind
    self.needsClosing = needsClosing
  }

  /// Anywhere in a text. Of two that begin alike, the longer comes first.
  static let inline: [UInt8: [Self]] = Dictionary(
    grouping: [
      Self("{{<", ">}}", .hugoShortcode), Self("{{%", "%}}", .hugoShortcode),
      Self("{{", "}}", .templateTag), Self("{%", "%}", .templateTag),
      Self("{#", "}", .attributes), Self("{:", "}", .attributes), Self("{.", "}", .attributes),
      Self("{ #", "}", .attributes), Self("{ .", "}", .attributes), Self("{ :", "}", .attributes),
      Self("{::", "/}", .comment), Self("{++", "++}", .change), Self("{--", "--}", .change),
      Self("{==", "==}", .change), Self("{~~", "~~}", .change), Self("{>>", "<<}", .change),
      Self("{/*", "*/}", .comment), Self("{//", "}", .comment), Self("{!", "!}", .include),
      Self("{@", "}", .expression), Self("{&", "}", .expression), Self("{|", "|}", .table),
      Self("{'", "}", .expression, needsClosing: true),
      Self("{\"", "}", .expression, needsClosing: true),
      Self("${", "}", .expression, needsClosing: true),
      Self("<%", "%>", .program), Self("<?", "?>", .program, needsClosing: true),
      Self("![[", "]]", .wikiEmbed), Self("[[toc", "]]", .contents),
      Self("[[_toc", "]]", .contents),
      Self("[[TOC", "]]", .contents), Self("[[_TOC", "]]", .contents),
      Self("[[", "]]", .wikiLink, needsClosing: true),
      Self("[toc]", nil, .contents), Self("[TOC]", nil, .contents),
      Self("[gallery]", nil, .shortcode), Self("[contact-form", "]", .shortcode),
      Self("[source,", "]", .asciidoc), Self("[url=", "]", .bulletinCode),
      Self("[img]", "[/img]", .bulletinCode, needsClosing: true),
      Self("[color=", "]", .bulletinCode),
      Self("[size=", "]", .bulletinCode), Self("[b]", "[/b]", .bulletinCode, needsClosing: true),
      Self("[u]", "[/u]", .bulletinCode, needsClosing: true),
      Self("[quote]", "[/quote]", .bulletinCode, needsClosing: true),
      Self("[list]", "[/list]", .bulletinCode, needsClosing: true),
      Self("'''", "'''", .wikiEmphasis),
      Self("\":http", nil, .quotedLink), Self("\":/", nil, .quotedLink),
    ]
  ) { $0.opening[0] }

  /// Words close between two marks: `==words==`.
  static let pairs: [(mark: [UInt8], kind: LeftoverKind)] = [
    (Array("==".utf8), .highlight), (Array("++".utf8), .inserted), (Array("%%".utf8), .comment),
    (Array("$$".utf8), .formula),
  ]

  /// At the beginning of a line.
  static let lines: [UInt8: [Self]] = Dictionary(
    grouping: [
      Self(":::", nil, .container), Self("=== \"", "\"", .tab), Self("=== '", "'", .tab),
      Self("--8<--", nil, .include), Self("{|", nil, .table), Self("h1. ", nil, .textile),
      Self("h2. ", nil, .textile), Self("h3. ", nil, .textile), Self("h4. ", nil, .textile),
      Self("bq. ", nil, .textile), Self("@import", nil, .include), Self("@include", nil, .include),
      Self("@[", "]", .include), Self("+--", nil, .table), Self("+==", nil, .table),
      Self("export default ", nil, .module), Self("export const ", nil, .module),
      Self("export function ", nil, .module), Self("export let ", nil, .module),
      Self("import {", nil, .module), Self("import '", nil, .module),
      Self("import \"", nil, .module),
      Self("image::", nil, .asciidoc), Self("include::", nil, .asciidoc),
      Self(".. _", nil, .directive), Self(".. |", nil, .directive),
    ]
  ) { $0.opening[0] }

  /// The kinds of box of MkDocs.
  static let boxes: Set<String> = [
    "note", "abstract", "summary", "tldr", "info", "todo", "tip", "hint", "important", "success",
    "check", "done", "question", "help", "faq", "warning", "caution", "attention", "failure",
    "fail", "missing", "danger", "error", "bug", "example", "quote", "cite", "seealso", "inline",
  ]

  /// Elements of HTML that an author would write in a text.
  static let elements: Set<String> = [
    "a", "abbr", "acronym", "address", "article", "aside", "audio", "b", "big", "blockquote",
    "body",
    "br", "button", "caption", "center", "cite", "code", "col", "colgroup", "dd", "del", "details",
    "dfn", "div", "dl", "dt", "em", "embed", "fieldset", "figcaption", "figure", "font", "footer",
    "form", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr", "html", "i", "iframe",
    "img",
    "input", "ins", "kbd", "label", "legend", "li", "link", "main", "map", "mark", "meta", "nav",
    "noscript", "object", "ol", "option", "p", "picture", "pre", "q", "s", "samp", "script",
    "section", "select", "small", "source", "span", "strike", "strong", "style", "sub", "summary",
    "sup", "svg", "table", "tbody", "td", "template", "textarea", "tfoot", "th", "thead", "time",
    "title", "tr", "tt", "u", "ul", "var", "video", "wbr",
  ]
}
