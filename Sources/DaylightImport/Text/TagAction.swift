/// What becomes of a tag of a template language.
enum TagAction {
  /// A box around what belongs to it.
  case callout(kind: String, title: String?)
  /// The tag goes, and what belongs to it stays.
  case content
  /// A heading, with what belongs to it below.
  case section(title: String)
  /// What belongs to it is code.
  case code(language: String)
  /// What belongs to it is a comment.
  case comment
  /// A program: it goes with everything in it.
  case program
  /// It stands for one of these.
  case html(String)
  /// It stands for an address, or for words.
  case text(String)
  /// A file whose text belongs here.
  case include(String)
  /// Nothing that readers saw.
  case nothing
  /// Nobody knows what it stood for.
  case unknown

  /// Whether it stands on lines of its own.
  var isBlock: Bool {
    switch self {
    case .callout, .section, .code, .comment, .program, .include: true
    case .content, .html, .text, .nothing, .unknown: false
    }
  }
}

/// What the tags of other tools stand for: one table.
struct TagTable {
  /// Values that a page or its site has, such as `site.title`.
  var values: [String: String] = [:]

  func action(for tag: ForeignTag) -> TagAction {
    if tag.style == .output { return output(tag) }
    let name = tag.name.lowercased()
    if let box = Self.boxes[name] {
      let kind = tag.value(
        ["type", "kind", "color", "context", "variant", "severity", "style", "level"], or: 0)
      let title = tag.value(
        ["title", "label", "header", "heading", "caption"], or: kind == tag.values.first ? 1 : nil)
      // Eleventy’s own names the language of the text there.
      let isLanguage = ["md", "html", "njk", "liquid"].contains(title ?? "")
      return .callout(kind: box ?? kind ?? "note", title: isLanguage ? nil : title)
    }
    if let film = film(name, tag) { return film }
    switch name {
    case "details", "expand", "accordion", "accordionitem", "collapse", "spoiler", "toggle", "tab",
      "tabitem", "card", "step", "faq":
      guard
        let title = tag.value(["summary", "title", "label", "name", "header", "heading"], or: 0)
      else { return .content }
      return .section(title: title)
    case "figure", "img", "image", "picture", "imgproc", "staticimg":
      return figure(tag)
    case "ref", "relref", "link", "post_url":
      guard let path = tag.value(["path", "href", "to"], or: 0) else { return .unknown }
      return .text("source:" + path.addressEscaped)
    case "highlight", "codeblock":
      return .code(language: tag.value(["lang", "language"], or: 0) ?? "")
    case "code":
      if tag.style != .component {
        return .code(language: tag.value(["lang", "language"], or: 0) ?? "")
      }
      guard let code = tag["code"] else { return .unknown }
      return .html(
        "<pre><code class=\"language-\((tag["lang"] ?? "text").attributeValue)\">\(code.attributeValue)</code></pre>"
      )
    case "comment": return .comment
    case "raw", "verbatim", "capture", "block", "filetree", "steps", "tabs", "tabpane", "cardgrid",
      "cards", "fragment", "testimonialgrid", "columns", "column", "row", "grid", "cardpane",
      "blocks",
      "cardgroup", "center", "lead", "markdown", "md", "markdownify", "rawhtml", "html", "abbr",
      "hl",
      "card-header", "tabset", "rendertemplate", "glossary_tooltip", "span", "div":
      return .content
    case "badge", "button-text", "kbd", "emoji":
      guard let words = tag.value(["text", "label", "content", "name"], or: 0) else {
        return .content
      }
      return .text(words)
    case "linkcard", "linkbutton", "button", "cta", "card-link", "anchorheading":
      return link(tag)
    case "include", "readfile", "import", "include_relative", "snippet", "embed":
      guard let path = tag.value(["file", "path"], or: 0) else { return .unknown }
      return .include(path)
    case "set", "assign":
      return .code(language: "")
    case "for", "tablerow", "macro", "css", "js", "unless", "schema", "javascript", "stylesheet":
      return tag.style == .liquid ? .program : .unknown
    case "toc", "tableofcontents", "seo", "feed_meta", "icon", "faicon", "fa", "br", "clear",
      "newline",
      "hr", "pagebreak":
      return .nothing
    default: return .unknown
    }
  }

  private static let boxes: [String: String?] = [
    "callout": nil, "notice": nil, "alert": nil, "admonition": nil, "aside": nil, "hint": nil,
    "message": nil, "box": nil, "callouts": nil, "note": "note", "tip": "tip", "info": "info",
    "warning": "warning", "danger": "danger", "caution": "caution", "important": "important",
    "success": "success", "todo": "todo", "question": "question", "pageinfo": "note",
    "blockquote-note": "note", "quote": "note",
  ]

  /// Films and other things of large sites: a link to their own page.
  private func film(_ name: String, _ tag: ForeignTag) -> TagAction? {
    let id = tag.value(["id", "src", "url", "key"], or: 0) ?? ""
    guard !id.isEmpty else { return nil }
    let title = tag["title"]
    let address: String
    switch name {
    case "youtube", "youtubelite", "youtube-lite", "lite-youtube", "youtubeembed":
      address = id.hasPrefix("http") ? id : "https://www.youtube.com/watch?v=" + id
    case "vimeo": address = id.hasPrefix("http") ? id : "https://vimeo.com/" + id
    case "gist":
      address =
        tag.values.count > 1
        ? "https://gist.github.com/\(id)/\(tag.values[1])" : "https://gist.github.com/" + id
    case "instagram": address = "https://www.instagram.com/p/\(id)/"
    case "video", "audio", "iframe":
      guard id.hasPrefix("http") else { return nil }
      address = id
    default: return nil
    }
    let words = title ?? BlockReader.host(of: address)
    return .html("<a href=\"\(address.attributeValue)\">Link: \(words.attributeValue)</a>")
  }

  private func figure(_ tag: ForeignTag) -> TagAction {
    guard let source = tag.value(["src", "source", "url"], or: 0) else { return .unknown }
    let words = tag.value(["alt"]) ?? ""
    let caption = [tag["title"], tag["caption"], tag["attr"]].compactMap(\.self).filter {
      !$0.isEmpty
    }
    .joined(separator: ". ")
    var html = "<img src=\"\(source.attributeValue)\" alt=\"\(words.attributeValue)\">"
    if let link = tag["link"] { html = "<a href=\"\(link.attributeValue)\">\(html)</a>" }
    if !caption.isEmpty {
      html = "<figure>\(html)<figcaption>\(caption.attributeValue)</figcaption></figure>"
    }
    return .html(html)
  }

  private func link(_ tag: ForeignTag) -> TagAction {
    guard let address = tag.value(["href", "url", "link", "to"]) else { return .content }
    guard let title = tag.value(["title", "text", "label"]) else {
      return .html("<a href=\"\(address.attributeValue)\">")
    }
    let more = tag["description"].map { ": " + $0 } ?? ""
    return .html(
      "<a href=\"\(address.attributeValue)\">\(title.attributeValue)</a>\(more.attributeValue)")
  }

  /// `{{ "/x/" | relative_url }}`, `{{ site.baseurl }}`, `{{ site.title }}`
  private func output(_ tag: ForeignTag) -> TagAction {
    let parts = tag.inside.split(separator: "|", maxSplits: 8).map { $0.trimmed }
    guard let first = parts.first else { return .nothing }
    let filters = parts.dropFirst().map { $0.prefix { $0.isLetter || $0 == "_" } }
    if let mark = first.first, mark == "\"" || mark == "'", first.last == mark, first.count > 1 {
      let text = String(first.dropFirst().dropLast())
      if filters.allSatisfy({
        [
          "relative_url", "absolute_url", "url", "escape", "markdownify", "strip_html", "prepend",
          "htmlBaseUrl",
        ].contains(String($0))
      }) {
        return .text(text)
      }
    }
    if let value = values[first] { return .text(value) }
    if ["site.baseurl", "site.url", "baseurl", "base_url", "site.BaseURL", "url_base"].contains(
      first)
    {
      return .text("")
    }
    if first == "content" || filters.contains("highlight") { return .nothing }
    return .unknown
  }
}

extension String {
  /// As a part of an address in Markdown.
  var addressEscaped: String {
    var output = ""
    for scalar in unicodeScalars {
      switch scalar {
      case " ": output += "%20"
      case "(": output += "%28"
      case ")": output += "%29"
      case "<": output += "%3C"
      case ">": output += "%3E"
      case "\"": output += "%22"
      case "[": output += "%5B"
      case "]": output += "%5D"
      case "\\": output += "%5C"
      case "`": output += "%60"
      case "*": output += "%2A"
      case "_": output += "%5F"
      case "|": output += "%7C"
      case "\n": output += "%0A"
      case "{": output += "%7B"
      case "}": output += "%7D"
      default: output.unicodeScalars.append(scalar)
      }
    }
    return output
  }
}
