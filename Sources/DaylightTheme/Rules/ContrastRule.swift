package import DaylightSyntax

/// Computes the contrast of the colour pairs that a style sheet lists, in its light and its dark
/// scheme (ACC-13).
///
/// A pair is a comment line `contrast: --ink on --paper 4.5`; colours are custom properties written
/// `#rgb`, `#rrggbb` or by name, declared in `:root` and again under `prefers-color-scheme: dark`.
package enum ContrastRule {
  /// The contrast of each pair in each scheme.
  package static func check(_ sheet: SourceFile) -> Diagnosed<[Double]> {
    // Most lines contain no colours or blocks, and are skipped.
    let lines = sheet.bytes.split(
      separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false
    ).map { line in
      let words = line.drop { $0 <= 0x20 || $0.isOne(of: "/*") }
      let isRead =
        words.starts(with: "--".utf8) || words.starts(with: "contrast:".utf8)
        || line.contains { $0.isOne(of: "{}#") }
      return isRead ? String(decoding: line, as: UTF8.self) : ""
    }
    let light = tokens(in: lines, isDark: false)
    let dark = light.merging(tokens(in: lines, isDark: true)) { $1 }
    var found = Diagnosed<[Double]>([])
    for (number, line) in lines.enumerated() {
      guard let pair = Pair(line) else { continue }
      let location = SourceLocation(
        path: sheet.path, start: SourcePosition(line: number + 1, column: pair.column))
      for (scheme, colours) in [("light", light), ("dark", dark)] {
        guard let ink = colours[pair.ink], let paper = colours[pair.paper] else {
          let missing = colours[pair.ink] == nil ? pair.ink : pair.paper
          found.diagnostics.append(
            otherColour(missing, in: sheet)
              ?? .unknownColour(missing, known: colours.keys.sorted(), at: location))
          break
        }
        let contrast = ink.contrast(with: paper)
        found.value.append(contrast)
        if contrast < pair.least {
          found.diagnostics.append(.lowContrast(pair, contrast, scheme: scheme, at: location))
        }
      }
    }
    return found
  }

  /// The finding for a colour that is not declared as `#rrggbb`.
  private static func otherColour(_ name: String, in sheet: SourceFile) -> Diagnostic? {
    let lines = sheet.bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (number, line) in lines.enumerated() {
      let text = String(decoding: line, as: UTF8.self)
      let parts = text.split(separator: ":", maxSplits: 1)
      guard parts.count == 2, parts[0].filter({ $0 != " " && $0 != "\t" }) == name else { continue }
      let value = parts[1].prefix { $0 != ";" && $0 != "}" }.drop { $0 == " " }
      let column = text.utf8.distance(from: text.startIndex, to: value.startIndex) + 1
      let start = SourcePosition(line: number + 1, column: column)
      return .otherColour(
        name, String(value),
        at: SourceLocation(
          path: sheet.path, start: start,
          end: SourcePosition(line: number + 1, column: column + value.utf8.count)))
    }
    return nil
  }

  /// The colours declared in the `:root` blocks of one scheme.
  private static func tokens(in lines: [String], isDark: Bool) -> [String: Colour] {
    var tokens: [String: Colour] = [:]
    var depth = 0
    var scheme: (isDark: Bool, depth: Int)?
    var root: Int?
    for line in lines where !line.isEmpty {
      let bytes = Array(line.utf8)
      if bytes.contains(UInt8(ascii: "{")) {
        if bytes.contains(text: "prefers-color-scheme") {
          scheme = (bytes.contains(text: "dark"), depth)
        } else if bytes.contains(text: "@media"), scheme == nil {
          // Other conditions, such as print, are not schemes.
          scheme = (!isDark, depth)
        }
        if bytes.contains(text: ":root") { root = depth }
      }
      if root != nil, scheme?.isDark ?? false == isDark, let (name, colour) = declaration(line) {
        tokens[name] = colour
      }
      depth +=
        bytes.count { $0 == UInt8(ascii: "{") } - bytes.count { $0 == UInt8(ascii: "}") }
      if let opened = root, depth <= opened { root = nil }
      if let opened = scheme, depth <= opened.depth { scheme = nil }
    }
    return tokens
  }

  /// With two digits, and never more than it is.
  static func text(_ contrast: Double) -> String {
    let hundredths = Int(contrast * 100)
    return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
  }

  private static func declaration(_ line: String) -> (String, Colour)? {
    guard line.utf8.first(where: { $0 != UInt8(ascii: " ") }) == UInt8(ascii: "-") else {
      return nil
    }
    let parts = line.split(separator: ":", maxSplits: 1)
    guard parts.count == 2 else { return nil }
    let name = parts[0].filter { $0 != " " }
    let value = parts[1].prefix { $0 != ";" }.filter { $0 != " " }
    guard name.hasPrefix("--"), let colour = Colour(value) else { return nil }
    return (String(name), colour)
  }

  struct Pair {
    let ink: String
    let paper: String
    let least: Double
    let column: Int

    init?(_ line: String) {
      guard Array(line.utf8).contains(text: "contrast:") else { return nil }
      let words = line.split(separator: " ")
      guard let start = words.firstIndex(of: "contrast:"), words.count >= start + 5,
        words[start + 2] == "on", let least = Double(words[start + 4])
      else { return nil }
      ink = String(words[start + 1])
      paper = String(words[start + 3])
      self.least = least
      column = line.utf8.distance(from: line.startIndex, to: words[start].startIndex) + 1
    }
  }
}

extension Rule {
  package static let lowContrast = Rule(
    "low-contrast", .error,
    "Two colours of the style sheet, or of ‘brand’ in ‘site.yaml’, that are too close to be read.",
    why: "People with weak eyes, a cracked screen or the sun on it could not read the text.",
    bad: "--ink: #999 on --paper: #fff",
    good: "--ink: #595959 on --paper: #fff",
    fix: "Make one of the two colours darker or the other one lighter. For a colour of `brand` the "
      + "message names the nearest one that can be read.", in: .described)
}

extension Diagnostic {
  fileprivate static func lowContrast(
    _ pair: ContrastRule.Pair, _ contrast: Double, scheme: String, at location: SourceLocation
  ) -> Self {
    Diagnostic(
      .lowContrast,
      "‘\(pair.ink)’ on ‘\(pair.paper)’ has a contrast of \(ContrastRule.text(contrast)) in the "
        + "\(scheme) scheme",
      at: location, help: "it needs \(pair.least): make one lighter or the other darker")
  }

  fileprivate static func otherColour(
    _ name: String, _ value: String, at location: SourceLocation
  ) -> Self {
    Diagnostic(
      .lowContrast, "the contrast of ‘\(name)’ cannot be worked out from ‘\(value)’", at: location,
      help: "write the colour as # and six digits, as in #1a2b3c, on a line of its own")
  }

  fileprivate static func unknownColour(
    _ name: String, known: [String], at location: SourceLocation
  ) -> Self {
    Diagnostic(
      .lowContrast, "no colour is called ‘\(name)’", at: location,
      help: nearestMatch(to: name, in: known).map { "did you mean ‘\($0)’?" }
        ?? "declare it in ‘:root’ as ‘\(name): #rrggbb’")
  }
}
