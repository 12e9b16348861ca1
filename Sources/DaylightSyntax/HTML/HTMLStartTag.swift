/// A start tag of finished HTML, to be changed.
package struct HTMLStartTag: Equatable {
  /// In lower case.
  package var name: String
  /// The text between this tag and the next.
  package var text: String
  /// Whether only what the element contains stays.
  package var isRemoved = false
  private var attributes: [Attribute]
  private let isSelfClosing: Bool

  private struct Attribute: Equatable {
    let name: String
    /// Nil if there is no `=`.
    var value: String?
  }

  fileprivate init(_ tag: HTMLTag, text: [UInt8], in scanner: HTMLScanner) {
    name = scanner.name(tag.spelling)
    self.text = String(decoding: text, as: UTF8.self)
    isSelfClosing = tag.isSelfClosing
    attributes = scanner.attributes.map { attribute in
      Attribute(
        name: scanner.name(attribute.spelling),
        value: attribute.value.map { _ in
          String(decoding: scanner.value(attribute), as: UTF8.self)
        })
    }
  }

  /// The value of the first attribute of this name. A new value for a name that the tag does not
  /// have is ignored.
  package subscript(name: String) -> String? {
    get { attributes.first { $0.name == name }?.value }
    set {
      guard let index = attributes.firstIndex(where: { $0.name == name }) else { return }
      attributes[index].value = newValue
    }
  }

  /// Changes the value of each attribute that has one.
  package mutating func changeValues(_ change: (_ name: String, _ value: String) -> String) {
    for index in attributes.indices {
      attributes[index].value = attributes[index].value.map { change(attributes[index].name, $0) }
    }
  }

  fileprivate func append(to html: inout [UInt8]) {
    html += "<\(name)".utf8
    for attribute in attributes {
      html += " \(attribute.name)".utf8
      guard let value = attribute.value else { continue }
      html += "=\"".utf8
      HTMLEscaper.append(value, to: &html)
      html.append(UInt8(ascii: "\""))
    }
    html += (isSelfClosing ? " />" : ">").utf8
  }
}

extension HTML {
  /// The same HTML with other tags. What `change` leaves alone stays as it is, byte for byte, and
  /// whatever it writes is escaped.
  package func changingTags(_ change: (inout HTMLStartTag) -> Void) -> HTML {
    var copy = HTMLCopy(of: bytes)
    bytes.withHTMLScanner { scanner in
      while let token = scanner.next() {
        switch token {
        case .startTag(let tag):
          let text = copy.rangeOfText(after: tag)
          let before = HTMLStartTag(tag, text: scanner.text(text), in: scanner)
          var after = before
          change(&after)
          copy.open(tag, before, after, text: text)
        case .endTag(let tag): copy.close(tag, named: scanner.name(tag.spelling))
        case .text, .rawText, .comment, .doctype, .unfinishedTag: continue
        }
      }
    }
    return HTML(printed: copy.finish())
  }
}

/// A copy of HTML, as far as it was read.
private struct HTMLCopy {
  private let source: [UInt8]
  private var result: [UInt8] = []
  private var copied = 0
  /// The open elements, with the names under which they end; nil for those that are removed.
  private var elements: [(name: String, ending: String?)] = []

  init(of source: [UInt8]) {
    self.source = source
    result.reserveCapacity(source.count + source.count / 8)
  }

  func rangeOfText(after tag: HTMLTag) -> Range<Int> {
    let start = tag.range.upperBound
    return start..<(source[start...].firstIndex(of: UInt8(ascii: "<")) ?? source.count)
  }

  mutating func open(
    _ tag: HTMLTag, _ before: HTMLStartTag, _ after: HTMLStartTag, text: Range<Int>
  ) {
    if !Self.void.contains(before.name) {
      elements.append((before.name, after.isRemoved ? nil : after.name))
    }
    guard before != after else { return }
    skip(tag.range)
    if !after.isRemoved { after.append(to: &result) }
    guard before.text != after.text else { return }
    skip(text)
    HTMLEscaper.append(after.text, to: &result)
  }

  mutating func close(_ tag: HTMLTag, named name: String) {
    guard let index = elements.lastIndex(where: { $0.name == name }) else { return }
    let ending = elements[index].ending
    elements.removeSubrange(index...)
    guard ending != name else { return }
    skip(tag.range)
    if let ending { result += "</\(ending)>".utf8 }
  }

  mutating func finish() -> [UInt8] {
    skip(source.count..<source.count)
    return result
  }

  /// Copies what comes before a range, which itself is not copied.
  private mutating func skip(_ range: Range<Int>) {
    result += source[copied..<range.lowerBound]
    copied = range.upperBound
  }

  private static let void: Set<String> = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
    "wbr",
  ]
}
