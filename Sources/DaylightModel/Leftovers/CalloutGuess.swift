import DaylightSyntax

/// What may have been meant for the marker of a callout: signs, a word, and signs again.
package struct CalloutGuess {
  /// The signs before the word, and the spaces among them.
  private let opening: [Unicode.Scalar]
  private let word: String
  /// From the end of the word to the last bracket or exclamation mark.
  private let closing: ArraySlice<Unicode.Scalar>
  /// What follows on the line.
  private let rest: ArraySlice<Unicode.Scalar>
  /// From the first sign to the last, in the bytes it was read from.
  let range: Range<Int>
  /// The byte of the second sign, or of the only one.
  let sign: Int

  /// No marker begins with more signs, and a text of nothing else costs no more.
  private static let mostSigns = 16

  /// Reads the beginning of a text; nil if no word follows the marks.
  init?(_ text: ArraySlice<UInt8>) {
    let mayHaveWord = text.contains { $0 >= 0x80 || $0.isASCIILetter || $0 == UInt8(ascii: "-") }
    guard mayHaveWord else { return nil }
    let scalars = Array(String(decoding: text, as: UTF8.self).unicodeScalars)
    // A ‘>’ that begins no quotation is no part of it.
    let start = scalars.prefix { $0.isGap || $0.isCloser }.count
    let name =
      start + scalars[start...].prefix(Self.mostSigns).prefix { $0.isGap || $0.isSign }.count
    let nameEnd = name + scalars[name...].prefix { $0.isInvisible || $0.isOfWord }.count
    guard name < nameEnd else { return nil }
    let signs = scalars[nameEnd...].prefix { $0.isGap || $0.isSign || $0 == ":" }
    let end = signs.lastIndex { $0.isCloser || $0.isExclamation }.map { $0 + 1 } ?? nameEnd
    opening = Array(scalars[start..<name])
    word = String(String.UnicodeScalarView(scalars[name..<nameEnd].filter { !$0.isInvisible }))
    closing = scalars[nameEnd..<end]
    rest = scalars[end...]
    func offset(_ index: Int) -> Int {
      scalars[..<index].reduce(text.startIndex) { $0 + UTF8.width($1) }
    }
    range = offset(start)..<offset(end)
    let second = (start..<name).dropFirst().first { !scalars[$0].isGap }
    sign = offset(second ?? (opening.isEmpty ? nameEnd : start))
  }

  /// Whether readers would see a marker; `isLineStart` means that a line begins with it.
  func isMarker(isLineStart: Bool) -> Bool {
    if isInOrder { return isClosed || kind != nil || isForeign || isLineStart }
    guard isLineStart else { return false }
    let isOwn = CalloutKind(rawValue: word.lowercased()) != nil
    let isCapital = word == word.uppercased() && word.utf8.count > 2
    if opening.isEmpty { return isOwn && isCapital && isClosed }
    // ‘! Note that’ is prose, and so is ‘[Not] all’.
    guard isOwn && !isApart || isCapital && (isOwn || isForeign || isMisspeltSafety) else {
      return false
    }
    if opening.count(where: \.isBracket) == 1 || opening.contains("[") {
      // With an address after it, it is a link or a picture.
      if isClosed { return rest.first.map { !"([".has($0) } ?? true }
      return isCapital && !rest.contains { $0.isCloser }
    }
    guard opening.contains(where: \.isExclamation) else { return false }
    return !closing.isEmpty || rest.first.map { $0.isGap || $0.isSign || $0 == ":" } ?? true
  }

  /// What to write for a text that looks like a marker as a whole; nil for any other.
  package static func instead(of text: some Collection<UInt8>) -> String? {
    guard let guess = Self(Array(text)[...]), guess.isMarker(isLineStart: true) else { return nil }
    return CalloutKind.markers(meantBy: guess.word).map { "‘> \($0)’" }.joined(separator: " or ")
  }

  /// Whether `[` and `!` are all that is before the word.
  private var isInOrder: Bool {
    guard let bracket = opening.firstIndex(where: { $0.isBracket && !"{｛".has($0) }),
      let sign = opening.lastIndex(where: { $0.isExclamation || $0 == "¡" }), bracket < sign
    else { return false }
    return opening.allSatisfy {
      $0.isBracket || $0.isExclamation || $0.isGap || "*_¡".has($0)
    }
  }

  private var isClosed: Bool { closing.contains(where: \.isCloser) }

  /// Whether a space is before the word, or it begins direct speech: ‘“[Help] came”’.
  private var isApart: Bool {
    opening.last?.isGap == true || opening.contains { "\"'“”‘’„«‹".has($0) }
  }

  private var kind: CalloutKind? { CalloutKind(meantBy: word) }

  private var isForeign: Bool { Self.foreign.contains(word.lowercased()) }

  /// The kinds of GitHub, Obsidian and Docusaurus.
  private static let foreign: Set<String> = [
    "tip", "important", "warning", "caution", "info", "abstract", "summary", "todo", "success",
    "question", "failure", "danger", "bug", "example", "quote", "hint",
  ]

  private var isMisspeltSafety: Bool {
    let isOther = ["SAFER", "SAFELY", "SAFEST", "SAFES"].contains(word)
    return word.utf8.count > 4 && !isOther && kind == .safety
  }
}

extension CalloutKind {
  /// The kind of this name, or of the name that is nearest.
  package init?(meantBy word: String) {
    let known = Self.allCases.map(\.rawValue)
    guard let name = nearestMatch(to: word.lowercased(), in: known) else { return nil }
    self.init(rawValue: name)
  }

  /// The markers that a word can have been meant for.
  package static func markers(meantBy word: String) -> [String] {
    (Self(meantBy: word).map { [$0] } ?? allCases).map { "[!\($0.rawValue.uppercased())]" }
  }
}

extension String {
  fileprivate func has(_ scalar: Unicode.Scalar) -> Bool { unicodeScalars.contains(scalar) }
}

extension Unicode.Scalar {
  fileprivate var isBracket: Bool { "[{［｛【〔〖〘〚「『".has(self) }

  fileprivate var isCloser: Bool { "]})>］｝）】〕〗〙〛」』".has(self) }

  fileprivate var isExclamation: Bool { "!！﹗ǃ".has(self) }

  fileprivate var isSign: Bool {
    isBracket || isCloser || isExclamation || "¡(（<*_~|/\"'“”‘’„«‹".has(self)
  }

  fileprivate var isInvisible: Bool {
    value == 0xAD || 0x200B...0x200D ~= value || value == 0x2060 || value == 0xFEFF
  }

  fileprivate var isGap: Bool {
    isASCII ? value == 0x20 || 0x09...0x0D ~= value : isInvisible || properties.isWhitespace
  }

  fileprivate var isOfWord: Bool { properties.isAlphabetic && !isExclamation || self == "-" }
}
