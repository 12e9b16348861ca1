internal import CGumbo
import DaylightSyntax
import Platform

/// Reads HTML as browsers do, with gumbo.
enum HTMLParser {
  /// The most bytes of one text.
  static let byteLimit = 4 << 20
  /// Elements inside each other. gumbo frees its tree by recursion.
  static let depthLimit = 200

  /// The content of a text, as the children of an element without a name; nil if the text is larger
  /// or deeper than the limits.
  static func parse(_ html: [UInt8]) -> HTMLElement? {
    guard html.count <= byteLimit, depth(of: html) <= depthLimit else { return nil }
    // The text has to live as long as gumbo's tree, which points into it.
    return html.withUnsafeBufferPointer { bytes in
      bytes.withMemoryRebound(to: CChar.self) { text -> HTMLElement? in
        var options = kGumboDefaultOptions
        options.fragment_context = GUMBO_TAG_BODY
        guard let start = text.baseAddress,
          let output = gumbo_parse_with_options(&options, start, text.count)
        else { return HTMLElement("") }
        defer { gumbo_destroy_output(&options, output) }
        return copy(output.pointee.root)
      }
    }
  }

  /// Copies a tree without recursion.
  private static func copy(_ root: UnsafeMutablePointer<GumboNode>?) -> HTMLElement {
    let top = HTMLElement("")
    guard let root else { return top }
    var open: [(UnsafeMutablePointer<GumboNode>, HTMLElement)] = [(root, top)]
    while let (node, element) = open.popLast() {
      for child in children(of: node) {
        switch child.pointee.type {
        case GUMBO_NODE_TEXT, GUMBO_NODE_WHITESPACE, GUMBO_NODE_CDATA:
          element.append(.text(String(cString: child.pointee.v.text.text)))
        case GUMBO_NODE_COMMENT:
          element.append(.comment(String(cString: child.pointee.v.text.text)))
        default:
          let inner = self.element(child)
          element.append(.element(inner))
          open.append((child, inner))
        }
      }
    }
    return top
  }

  private static func children(
    of node: UnsafeMutablePointer<GumboNode>
  ) -> [UnsafeMutablePointer<GumboNode>] {
    let list = node.pointee.v.element.children
    return (0..<Int(list.length)).compactMap {
      list.data[$0]?.assumingMemoryBound(to: GumboNode.self)
    }
  }

  private static func element(_ node: UnsafeMutablePointer<GumboNode>) -> HTMLElement {
    let element = node.pointee.v.element
    var name = String(cString: gumbo_normalized_tagname(element.tag))
    if name.isEmpty {
      var written = element.original_tag
      gumbo_tag_from_original_text(&written)
      if let data = written.data {
        let bytes = UnsafeRawBufferPointer(start: data, count: written.length)
        name = String(decoding: bytes, as: UTF8.self).lowercased()
      }
    }
    let list = element.attributes
    let attributes = (0..<Int(list.length)).compactMap { index -> (name: String, value: String)? in
      guard let attribute = list.data[index]?.assumingMemoryBound(to: GumboAttribute.self) else {
        return nil
      }
      return (String(cString: attribute.pointee.name), String(cString: attribute.pointee.value))
    }
    return HTMLElement(name, attributes, line: Int(element.start_pos.line))
  }

  /// How deep elements are inside each other at most, if no end tag is left out that has to be there.
  private static func depth(of html: [UInt8]) -> Int {
    var depth = 0
    var deepest = 0
    var offset = 0
    while let next = html[offset...].firstIndex(of: UInt8(ascii: "<")) {
      offset = next + 1
      guard offset < html.count else { break }
      let isEnd = html[offset] == UInt8(ascii: "/")
      let start = isEnd ? offset + 1 : offset
      let name = html[start...].prefix { $0.isASCIILetterOrDigit || $0 == UInt8(ascii: "-") }
      guard name.first?.isASCIILetter == true else { continue }
      if mayStayOpen.contains(String(decoding: name, as: UTF8.self).lowercased()) { continue }
      depth = isEnd ? max(0, depth - 1) : depth + 1
      deepest = max(deepest, depth)
    }
    return deepest
  }

  /// Elements without content, and those that the next one of their kind ends.
  private static let mayStayOpen: Set = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr", "p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "option",
    "colgroup",
  ]
}
