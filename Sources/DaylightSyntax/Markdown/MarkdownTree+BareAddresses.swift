extension MarkdownTree {
  /// Turns bare mail addresses back into text, and ends bare web addresses where a reader would:
  /// before quotation marks, an ellipsis, and the punctuation of other scripts.
  ///
  /// cmark ends an address only at a blank, and knows only ASCII punctuation.
  package func correctBareAddresses() {
    guard Self.mayHaveAddress(body) else { return }
    var links: [MarkdownNode] = []
    walk { node, kind, isEntering in
      if isEntering, kind == .link, node.bareAddress != nil { links.append(node) }
    }
    for link in links {
      guard let kind = link.bareAddress, let text = link.firstChild else { continue }
      let address = Array(text.literal)
      let length = kind == .web ? BareAddress.length(of: address) : 0
      if length == address.count { continue }
      if length == 0 {
        link.unwrap()
        continue
      }
      link.setApart(address[length...], of: text)
      text.setLiteral(address[..<length])
      link.setURL(Array(link.url.dropLast(address.count - length)))
    }
  }
}

extension MarkdownNode {
  fileprivate enum BareAddressKind { case web, mail }

  /// Puts what does not belong to a bare address behind it: text, and a line break if it ends with a
  /// backslash at the end of a line, which cmark took for a part of the address.
  fileprivate func setApart(_ rest: ArraySlice<UInt8>, of text: MarkdownNode) {
    let backslashes = rest.reversed().prefix { $0 == UInt8(ascii: "\\") }.count
    var end = rest.endIndex
    if backslashes % 2 == 1, let next, next.kind == .softBreak {
      next.replace(with: makeLineBreak())
      end -= 1
    }
    if rest.startIndex < end {
      text.makeText(of: rest.startIndex..<end).insert(after: self)
    }
  }

  /// The kind of address, if this link was made from a bare one, without brackets of any kind.
  fileprivate var bareAddress: BareAddressKind? {
    guard let text = firstChild, text.kind == .text, text.next == nil else { return nil }
    if let position, let offset = source.pointee.offset(of: position),
      offset < source.pointee.body.count, source.pointee.body[offset].isOne(of: "<[")
    {
      return nil
    }
    let url = url
    if url.elementsEqual(text.literal) {
      return url.starts(with: "http".utf8) || url.starts(with: "HTTP".utf8) ? .web : nil
    }
    guard url.count > text.literal.count, url.suffix(text.literal.count).elementsEqual(text.literal)
    else { return nil }
    let scheme = url.dropLast(text.literal.count)
    if scheme.elementsEqual("http://".utf8) { return .web }
    return scheme.elementsEqual("mailto:".utf8) ? .mail : nil
  }
}

/// Finds the end of a bare web address.
private enum BareAddress {
  /// The number of bytes of a text that are the address; 0 if none.
  static func length(of text: [UInt8]) -> Int {
    var end = text.firstEnd
    while end > 0 {
      let (last, length) = text.scalar(before: end)
      let isOutside =
        switch last {
        case "?", "!", ".", ",", ":", ";", "*", "_", "~", "'": true
        case ")": text[..<end].closesMore("(", ")")
        case "]": text[..<end].closesMore("[", "]")
        case "}": text[..<end].closesMore("{", "}")
        default: !last.isASCII && !last.properties.isAlphabetic && !last.isMarkOrDigit
        }
      guard isOutside else { break }
      end -= length
    }
    let address = text[..<end]
    let host = address.firstIndex(of: UInt8(ascii: "/")).map {
      address[$0...].drop { $0 == UInt8(ascii: "/") }
    }
    let isHost = host.map { !$0.isEmpty } ?? (end > "www.".utf8.count)
    return isHost ? end : 0
  }
}

extension [UInt8] {
  /// The offset of the first character that ends a bare address.
  fileprivate var firstEnd: Int {
    var offset = 0
    var isInHost = true
    var slashes = 0
    var previous: Unicode.Scalar = " "
    while offset < count {
      let (scalar, length) = span.scalar(at: offset)
      if scalar == "/" {
        slashes += 1
        isInHost = first | 0x20 == UInt8(ascii: "h") && slashes < 3
      }
      if scalar.endsBareAddress { return offset }
      if isInHost, !scalar.isASCII, !scalar.properties.isAlphabetic, !scalar.isMarkOrDigit {
        return offset
      }
      // A sentence that continues without a blank, as in Chinese.
      if isInHost, scalar.isOfScriptWithoutSpaces, previous.isASCII,
        previous.properties.isAlphabetic
      {
        return offset
      }
      previous = scalar
      offset += length
    }
    return count
  }

  fileprivate func scalar(before end: Int) -> (Unicode.Scalar, Int) {
    var start = end - 1
    while start > 0, self[start] & 0xC0 == 0x80 { start -= 1 }
    let (scalar, _) = span.scalar(at: start)
    return (scalar, end - start)
  }
}

extension UInt8? {
  fileprivate static func | (byte: Self, mask: UInt8) -> UInt8 { (byte ?? 0) | mask }
}

extension ArraySlice<UInt8> {
  fileprivate func closesMore(_ open: Unicode.Scalar, _ close: Unicode.Scalar) -> Bool {
    count { $0 == UInt8(ascii: close) } > count { $0 == UInt8(ascii: open) }
  }
}

extension Unicode.Scalar {
  fileprivate var isMarkOrDigit: Bool {
    switch properties.generalCategory {
    case .decimalNumber, .nonspacingMark, .spacingMark, .enclosingMark: true
    default: false
    }
  }

  /// Quotation marks, the ellipsis, brackets and full stops of other scripts, blanks and invisible
  /// characters. A middle dot or an en dash may be part of a name.
  fileprivate var endsBareAddress: Bool {
    if isASCII { return value <= 0x20 || "\"<>`\\".unicodeScalars.contains(self) }
    switch properties.generalCategory {
    case .initialPunctuation, .finalPunctuation, .openPunctuation, .closePunctuation, .control,
      .format, .spaceSeparator, .lineSeparator, .paragraphSeparator:
      return true
    case .otherPunctuation: return self != "·"
    default: return self == "—" || self == "―" || 0xFF00...0xFF0F ~= value || value == 0x301C
    }
  }

  fileprivate var isOfScriptWithoutSpaces: Bool {
    switch value {
    case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x3040...0x9FFF, 0xAC00...0xD7AF,
      0xF900...0xFAFF, 0x20000...0x3FFFF:
      true
    default: false
    }
  }
}
