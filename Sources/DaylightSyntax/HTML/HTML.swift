/// Finished HTML: printed by cmark-gfm, escaped, or written as a literal in the program.
///
/// Nothing else can make it, so text that was read is never taken for HTML. Interpolated text is
/// escaped; other HTML is inserted unchanged:
///
///     let title: HTML = "<cite>\(work.title)</cite>"
package struct HTML: Sendable, Hashable {
  /// In UTF-8.
  package private(set) var bytes: [UInt8]

  /// Only for what prints HTML.
  init(printed bytes: [UInt8]) { self.bytes = bytes }

  package init() { bytes = [] }

  package init(escaping text: String) {
    bytes = []
    bytes.reserveCapacity(text.utf8.count)
    HTMLEscaper.append(text, to: &bytes)
  }

  package var isEmpty: Bool { bytes.isEmpty }

  package var text: String { String(decoding: bytes, as: UTF8.self) }
}

extension HTML: ExpressibleByStringInterpolation {
  // A static string, so that no text that is only known at run time passes for a literal.
  package init(stringLiteral literal: StaticString) {
    bytes = literal.withUTF8Buffer(Array.init)
  }

  package init(stringInterpolation: StringInterpolation) { bytes = stringInterpolation.bytes }

  package struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var bytes: [UInt8] = []

    package init(literalCapacity: Int, interpolationCount: Int) {
      bytes.reserveCapacity(literalCapacity)
    }

    package mutating func appendLiteral(_ literal: StaticString) {
      literal.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    package mutating func appendInterpolation(_ text: String) {
      HTMLEscaper.append(text, to: &bytes)
    }

    package mutating func appendInterpolation(_ number: Int) { bytes += String(number).utf8 }

    package mutating func appendInterpolation(_ html: HTML) { bytes += html.bytes }

    /// Each on a line of its own.
    package mutating func appendInterpolation(_ pieces: [HTML]) {
      bytes += pieces.joined(separator: "\n").bytes
    }
  }
}

extension [HTML] {
  package func joined(separator: HTML) -> HTML {
    HTML(printed: [UInt8](map(\.bytes).joined(separator: separator.bytes)))
  }
}

extension HTML {
  /// A `style` or `script` element with this content; empty if the content could end it.
  ///
  /// - Parameter opening: the start tag.
  package static func element(_ name: StaticString, _ opening: HTML, content: [UInt8]) -> HTML {
    if zip(content, content.dropFirst()).contains(where: {
      $0 == (UInt8(ascii: "<"), UInt8(ascii: "/"))
    }) {
      return HTML()
    }
    return HTML(printed: opening.bytes + content + "</\(name)>".utf8)
  }

  /// A `script` element with JSON for other programs to read.
  package static func script(
    type: StaticString, reserving capacity: Int, _ write: (inout JSONWriter) -> Void
  ) -> HTML {
    let opening: HTML = "<script type=\"\(HTML(stringLiteral: type))\">"
    var json = JSONWriter(safeInHTML: true, after: opening.bytes)
    json.reserveCapacity(capacity)
    write(&json)
    return HTML(printed: json.bytes + "</script>".utf8)
  }
}
