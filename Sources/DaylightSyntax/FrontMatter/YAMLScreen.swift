/// Rejects what the YAML library must not see, because it would need unbounded stack or time for
/// it.
///
/// A pass over the bytes that ignores quotation marks. It errs on the side of rejecting: it never
/// lets an anchor be used twice, or harmful nesting through.
struct YAMLScreen {
  private let source: YAMLSource
  private var anchors: [ArraySlice<UInt8>: Int] = [:]
  private var aliases: [ArraySlice<UInt8>: Int] = [:]
  /// The brackets that are open.
  private var flowDepth = 0
  /// The start columns of the blocks that contain the current line.
  private var indents: [Int] = []

  static func finding(in source: YAMLSource, limit: Int) -> Diagnostic? {
    guard source.range.count <= limit else { return .yamlTooLarge(limit: limit, in: source) }
    var screen = Self(source: source)
    return screen.finding()
  }

  private init(source: YAMLSource) { self.source = source }

  private mutating func finding() -> Diagnostic? {
    let bytes = source.bytes
    var offset = source.range.lowerBound
    var lineStart = offset
    var isInIndentation = true
    // Whether a new value or key may begin at this byte.
    var mayBegin = true
    while offset < source.range.upperBound {
      let byte = bytes[offset]
      if let unseen = unseenCharacter(in: bytes, at: offset) {
        return .unseenCharacter(unseen.name, at: source.location(offset..<offset + unseen.length))
      }
      switch byte {
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
        lineStart = offset + 1
        isInIndentation = true
        mayBegin = true
      case UInt8(ascii: " "), UInt8(ascii: "\t"):
        mayBegin = true
      default:
        if isInIndentation {
          let column = offset - lineStart
          while let last = indents.last, last >= column { indents.removeLast() }
          indents.append(column)
          isInIndentation = opensBlock(byte, at: offset)
        }
        if mayBegin { noteBeginning(byte, at: offset) }
        if byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}") {
          flowDepth = max(0, flowDepth - 1)
        }
        switch byte {
        case UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "]"), UInt8(ascii: "}"),
          UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: "\""), UInt8(ascii: "'"):
          mayBegin = true
        default: mayBegin = false
        }
        // If a bracket opens the document, its column is not a level of its own: the tree does not
        // count it.
        if flowDepth + indents.count > YAMLNode.maximumDepth + 1 {
          return .yamlTooDeep(at: source.location(offset..<offset + 1))
        }
      }
      offset += 1
    }
    return expansion()
  }

  /// `- - - a` opens a block at each dash; `?` and `:` can too.
  private func opensBlock(_ byte: UInt8, at offset: Int) -> Bool {
    switch byte {
    case UInt8(ascii: "-"), UInt8(ascii: "?"), UInt8(ascii: ":"):
      source.byte(at: offset + 1) == UInt8(ascii: " ")
        || source.byte(at: offset + 1) == UInt8(ascii: "\t")
    default: false
    }
  }

  private mutating func noteBeginning(_ byte: UInt8, at offset: Int) {
    switch byte {
    case UInt8(ascii: "["), UInt8(ascii: "{"): flowDepth += 1
    case UInt8(ascii: "&"): anchors[name(after: offset)] = offset
    case UInt8(ascii: "*"): aliases[name(after: offset)] = offset
    default: break
    }
  }

  /// The name of an anchor: letters, digits, `-` and `_`.
  private func name(after offset: Int) -> ArraySlice<UInt8> {
    var end = offset + 1
    while isNameByte(source.byte(at: end)) { end += 1 }
    return source.bytes[offset + 1..<end]
  }

  private func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
      true
    default: false
    }
  }

  /// The first anchor that is also used. An unused anchor is harmless here, and is reported once
  /// parsed.
  private func expansion() -> Diagnostic? {
    let used = anchors.filter { !$0.key.isEmpty && aliases[$0.key] != nil }
    guard let (name, offset) = used.min(by: { $0.value < $1.value }) else { return nil }
    return .yamlAlias(
      "&", at: source.location(offset..<offset + 1 + name.count))
  }
}

/// An invisible character that YAML does not allow, or treats as the end of a line.
func unseenCharacter(in bytes: [UInt8], at offset: Int) -> (name: String, length: Int)? {
  func next(_ distance: Int) -> UInt8 {
    offset + distance < bytes.count ? bytes[offset + distance] : 0
  }
  switch bytes[offset] {
  case 0x20...0x7E, 0x09, 0x0A, 0x0D: return nil
  case 0x00...0x1F, 0x7F:
    let digits = String(bytes[offset], radix: 16, uppercase: true)
    return ("U+" + String(repeating: "0", count: 4 - digits.utf8.count) + digits, 1)
  case 0xC2 where 0x80...0x9F ~= next(1):
    return ("U+00" + String(next(1), radix: 16, uppercase: true), 2)
  case 0xE2 where next(1) == 0x80 && 0xA8...0xA9 ~= next(2):
    return (next(2) == 0xA8 ? "U+2028" : "U+2029", 3)
  case 0xEF where next(1) == 0xBB && next(2) == 0xBF: return ("U+FEFF", 3)
  case 0xEF where next(1) == 0xBF && 0xBE...0xBF ~= next(2):
    return (next(2) == 0xBE ? "U+FFFE" : "U+FFFF", 3)
  default: return nil
  }
}

extension Diagnostic {
  fileprivate static func yamlTooLarge(limit: Int, in source: YAMLSource) -> Self {
    let place = source.location(source.range.lowerBound..<source.range.lowerBound)
    return Diagnostic(
      .yamlTooLarge,
      "this YAML is \(source.range.count) bytes long, more than the \(limit) that are read",
      at: place, help: "move long text into the body of a page")
  }

  fileprivate static func unseenCharacter(_ name: String, at location: SourceLocation) -> Self {
    Diagnostic(
      .invalidYAML, "there is an invisible character here (\(name))", at: location,
      help: "delete it; it often comes with text copied from another program")
  }
}
