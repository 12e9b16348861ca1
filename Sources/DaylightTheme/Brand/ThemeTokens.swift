import DaylightSyntax

/// The custom properties that a style sheet declares in `:root`, for light and for dark.
struct ThemeTokens {
  struct Declaration {
    let name: String
    let isDark: Bool
    /// Of the value, in the bytes of the sheet.
    let range: Range<Int>
  }

  private(set) var declarations: [Declaration] = []
  private let sheet: [UInt8]

  init(_ sheet: [UInt8]) {
    self.sheet = sheet
    var open: [String] = []
    var statement: [StyleScanner.Piece] = []
    func text(_ pieces: some Sequence<StyleScanner.Piece>) -> String {
      pieces.map { String(decoding: sheet[$0.range], as: UTF8.self).lowercased() }.joined()
    }
    for piece in StyleScanner.pieces(of: sheet) {
      switch piece.token {
      case .mark(UInt8(ascii: "{")): open.append(text(statement))
      case .mark(UInt8(ascii: "}")), .mark(UInt8(ascii: ";")):
        if let declaration = Self.declaration(statement, in: open) {
          declarations.append(declaration)
        }
        if piece.token == .mark(UInt8(ascii: "}")) { _ = open.popLast() }
      default:
        statement.append(piece)
        continue
      }
      statement.removeAll(keepingCapacity: true)
    }
  }

  /// The colours of a scheme, by name. What is not declared again for dark is the same there.
  func colours(isDark: Bool) -> [String: Colour] {
    var colours: [String: Colour] = [:]
    for declaration in declarations.sorted(by: { !$0.isDark && $1.isDark })
    where isDark || !declaration.isDark {
      if let colour = Colour(value(declaration)) { colours[declaration.name] = colour }
    }
    return colours
  }

  func value(_ declaration: Declaration) -> String {
    String(decoding: sheet[declaration.range], as: UTF8.self)
  }

  private static func declaration(
    _ statement: [StyleScanner.Piece], in open: [String]
  ) -> Declaration? {
    guard statement.count > 2, case .identifier(let name) = statement[0].token,
      name.hasPrefix("--"), statement[1].token == .mark(UInt8(ascii: ":")), open.last == ":root",
      let last = statement.last
    else { return nil }
    let isDark = open.first == "@media(prefers-color-scheme:dark)"
    guard open.count == (isDark ? 2 : 1) else { return nil }
    return Declaration(
      name: name, isDark: isDark, range: statement[2].range.lowerBound..<last.range.upperBound)
  }
}
