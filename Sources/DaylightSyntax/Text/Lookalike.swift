/// A character that looks like a plain one, or is invisible. Word processors and phones insert
/// them, and nobody can see why a line then does not work.
struct Lookalike: Hashable {
  /// What it looks like.
  enum Shape: Hashable {
    case space, nothing, colon, hyphen

    /// What to type instead.
    var plain: String {
      switch self {
      case .space: " "
      case .nothing: ""
      case .colon: ":"
      case .hyphen: "-"
      }
    }
  }

  let shape: Shape
  /// As in “a no-break space”.
  let name: String
  let scalar: Unicode.Scalar

  init?(_ scalar: Unicode.Scalar) {
    guard !scalar.isASCII, let (shape, name) = Self.known(scalar.value) else { return nil }
    (self.shape, self.name, self.scalar) = (shape, name, scalar)
  }

  /// Its name and number, as in “a no-break space (U+00A0)”.
  var description: String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "\(name) (U+\(String(repeating: "0", count: max(0, 4 - digits.utf8.count)))\(digits))"
  }

  private static func known(_ value: UInt32) -> (Shape, String)? {
    switch value {
    case 0x00A0: (.space, "a no-break space")
    case 0x202F: (.space, "a narrow no-break space")
    case 0x2002: (.space, "an en space")
    case 0x2003: (.space, "an em space")
    case 0x1680, 0x180E, 0x2000...0x200A, 0x205F, 0x2800: (.space, "a space of another width")
    case 0x3000, 0x3164: (.space, "a full-width space")
    case 0x00AD: (.nothing, "a soft hyphen")
    case 0x200B: (.nothing, "a zero-width space")
    case 0x200C, 0x200D: (.nothing, "a zero-width joiner")
    case 0x2060...0x2064, 0xFEFF: (.nothing, "a zero-width character")
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069:
      (.nothing, "a mark of the direction of text")
    case 0xFF1A: (.colon, "a full-width colon")
    case 0x02D0, 0x02F8, 0x0589, 0x05C3, 0x2236, 0xA789, 0xFE13, 0xFE55:
      (.colon, "a character like a colon")
    case 0x2010, 0x2011: (.hyphen, "another kind of hyphen")
    case 0x2012, 0x2013: (.hyphen, "an en dash")
    case 0x2014, 0x2015, 0x2E3A, 0x2E3B: (.hyphen, "an em dash")
    case 0x2212: (.hyphen, "a minus sign")
    case 0x2022, 0x00B7, 0x2043, 0x25CF, 0x25AA: (.hyphen, "a bullet")
    case 0xFE58, 0xFE63, 0xFF0D: (.hyphen, "a full-width hyphen")
    default: nil
    }
  }
}

extension String {
  /// The text on one line: line ends and tabs become spaces, and invisible characters at both ends
  /// are removed. Empty if nothing in it is visible.
  package var onOneLine: String {
    let isPlain = withUTF8Span { text in
      for index in text.indices where text[index] &- 0x20 > 0x5E { return false }
      return text.isEmpty || text[0] != 0x20 && text[text.count - 1] != 0x20
    }
    if isPlain { return self }
    var scalars: [Unicode.Scalar] = []
    for scalar in unicodeScalars {
      let isLineEnd = scalar.properties.isWhitespace && scalar.value < 0x20 || scalar == "\u{85}"
      if !isLineEnd {
        scalars.append(scalar)
      } else if scalars.last != " " {
        scalars.append(" ")
      }
    }
    guard let first = scalars.firstIndex(where: { !$0.isUnseenAtEnds }),
      let last = scalars.lastIndex(where: { !$0.isUnseenAtEnds }),
      scalars.contains(where: { !$0.isUnseen })
    else { return "" }
    return String(String.UnicodeScalarView(scalars[first...last]))
  }
}

extension Unicode.Scalar {
  /// Whether it is invisible.
  var isUnseen: Bool {
    if isASCII { return value <= 0x20 || value == 0x7F }
    switch Lookalike(self)?.shape {
    case .space, .nothing: return true
    case .colon, .hyphen, nil: return properties.isWhitespace
    }
  }

  /// The same, except for direction marks, which have a use at the ends of a text.
  fileprivate var isUnseenAtEnds: Bool {
    switch value {
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: false
    default: isUnseen
    }
  }
}

extension Diagnostic {
  /// The finding with a note that names the first invisible character in its message: the quotation
  /// would otherwise look correct.
  package func namingUnseen() -> Self {
    guard !message.utf8.allSatisfy({ $0 < 0x80 }) else { return self }
    let unseen = message.unicodeScalars.lazy.compactMap { Lookalike($0) }
      .first { $0.shape == .space || $0.shape == .nothing }
    guard let unseen else { return self }
    var finding = self
    finding.notes.append(Note("there is \(unseen.description) in it, which is not visible"))
    return finding
  }
}
