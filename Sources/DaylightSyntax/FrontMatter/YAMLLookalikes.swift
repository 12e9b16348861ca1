/// Finds characters that look like YAML syntax in places where syntax is expected: a no-break space
/// after a colon, a dash instead of a hyphen, indentation with special spaces.
///
/// Only the beginning of each line is checked, up to the value: inside a value all characters are
/// allowed.
struct YAMLLookalikes {
  private let bytes: [UInt8]
  private let end: Int
  private var offset: Int
  /// The first one found, and its range.
  private var found: (lookalike: Lookalike, range: Range<Int>)?
  /// The line so far, with plain characters in place of lookalikes.
  private var plain = ""

  /// One finding for each line that has any.
  static func findings(in source: YAMLSource) -> [Diagnostic] {
    let (bytes, range) = (source.bytes, source.range)
    var findings: [Diagnostic] = []
    var offset = range.lowerBound
    var opensList = false
    /// The indentation of the key of a block scalar, whose text is on the lines below.
    var textIndentation: Int?
    while offset < range.upperBound {
      let end =
        bytes[offset..<range.upperBound].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? range.upperBound
      defer { offset = end + 1 }
      let indentation = bytes[offset..<end].prefix { $0 == UInt8(ascii: " ") }.count
      if let outer = textIndentation, indentation > outer || offset == end { continue }
      textIndentation = opensText(bytes[offset..<end]) ? indentation : nil
      var line = Self(bytes: bytes, end: end, offset: offset)
      let isASCII = bytes[offset..<end].allSatisfy { $0 < 0x80 }
      if !isASCII, let finding = line.finding(isInList: opensList) {
        findings.append(finding.diagnostic(in: source))
        opensList = opensList || finding.opensList
      } else if end > offset {
        opensList = bytes[offset..<end].last { $0 > 0x20 } == UInt8(ascii: ":")
      }
    }
    return findings
  }

  /// Whether a line ends in `|` or `>`, so that the indented lines below it are text.
  private static func opensText(_ line: ArraySlice<UInt8>) -> Bool {
    guard let end = line.lastIndex(where: { $0 != UInt8(ascii: " ") }) else { return false }
    let start = line[..<end].lastIndex(of: UInt8(ascii: " ")).map { $0 + 1 } ?? line.startIndex
    let word = line[start...end]
    return (1...3).contains(word.count) && word[word.startIndex].isOne(of: "|>")
      && word.dropFirst().allSatisfy { $0.isOne(of: "+-0123456789") }
  }

  private init(bytes: [UInt8], end: Int, offset: Int) {
    self.bytes = bytes
    self.end = end
    self.offset = offset
  }

  struct Finding {
    let lookalike: Lookalike
    let range: Range<Int>
    /// The corrected line.
    let plain: String
    let opensList: Bool
  }

  /// - Parameter isInList: whether the line may be the item of a list.
  private mutating func finding(isInList: Bool) -> Finding? {
    skipSpaces()
    // An item of a list, or of a list in a list.
    while let (scalar, length) = next, isDash(scalar, isInList: isInList) {
      let before = self
      take(scalar, length, as: "-")
      let isItem = offset == end || skipSpaces()
      guard isItem else {
        self = before
        break
      }
      if found != nil { return finding() }
    }
    let isNamed = takeName()
    guard isNamed else { return nil }
    return finding()
  }

  private func finding() -> Finding? {
    guard let found else { return nil }
    let rest = String(decoding: bytes[offset..<end], as: UTF8.self)
    return Finding(
      lookalike: found.lookalike, range: found.range, plain: (plain + rest).onOneLine,
      opensList: rest.isEmpty && plain.utf8.last == UInt8(ascii: ":"))
  }

  private var next: (value: Unicode.Scalar, length: Int)? {
    offset < end ? bytes.span.scalar(at: offset) : nil
  }

  private mutating func take(_ scalar: Unicode.Scalar, _ length: Int, as text: String? = nil) {
    if let lookalike = Lookalike(scalar) {
      if found == nil { found = (lookalike, offset..<offset + length) }
      let instead = text ?? lookalike.shape.plain
      if instead != " " || plain.utf8.last != UInt8(ascii: " ") { plain += instead }
    } else {
      plain += text ?? String(scalar)
    }
    offset += length
  }

  /// Consumes spaces, characters that look like spaces, and invisible ones. Returns whether there
  /// were any.
  @discardableResult private mutating func skipSpaces() -> Bool {
    let start = offset
    while let (scalar, length) = next {
      guard scalar == " " || scalar == "\t" || !scalar.isASCII && scalar.isUnseen else { break }
      take(scalar, length)
    }
    return offset > start
  }

  /// A dash of another kind starts an item only if a list is expected: a text may begin with one.
  private func isDash(_ scalar: Unicode.Scalar, isInList: Bool) -> Bool {
    scalar == "-" || isInList && Lookalike(scalar)?.shape == .hyphen
  }

  /// Consumes a name, its colon and the blanks after it, if they come next.
  private mutating func takeName() -> Bool {
    var letters = 0
    while let (scalar, length) = next {
      if scalar.isASCII, scalar.isWordCharacter || scalar == "-" {
        letters += 1
      } else if Lookalike(scalar)?.shape != .nothing {
        break
      }
      take(scalar, length)
    }
    guard letters > 0 else { return false }
    skipSpaces()
    guard let (scalar, length) = next else { return false }
    if Lookalike(scalar)?.shape == .colon {
      take(scalar, length)
      if let next, !next.value.isUnseen { plain += " " }
    } else {
      guard scalar == ":" else { return false }
      take(scalar, length)
    }
    guard offset < end else { return true }
    return skipSpaces() || found != nil
  }
}

extension YAMLLookalikes.Finding {
  fileprivate func diagnostic(in source: YAMLSource) -> Diagnostic {
    let place =
      switch lookalike.shape {
      case .space: "where a plain space belongs"
      case .nothing: "which is invisible and does not belong there"
      case .colon: "where a plain colon belongs"
      case .hyphen: "where a plain hyphen belongs"
      }
    let column = source.location(range).start.column
    return Diagnostic(
      .invalidYAML, "there is \(lookalike.description) in column \(column), \(place)",
      at: source.location(range),
      help: "delete it and type the line again: ‘\(plain)’")
  }
}
