import DaylightSyntax

extension StyleAudit {
  /// What may not depend on what a reader does: words, fonts, and of what is ticked nearly all.
  mutating func checkStates(_ declaration: Declaration) {
    let condition = declaration.condition
    noteShowing(declaration)
    guard condition.contains(.reader) else { return }
    if condition.contains(.ticks), !mayFollowTicks(declaration) {
      found.append((.tickedStyle(declaration.property), declaration.range))
    } else if saysWords(declaration) {
      found.append((.telltaleWords(declaration.property), declaration.range))
    }
    if Self.fontProperties.contains(declaration.property),
      !declaration.says(["inherit", "initial", "unset", "revert"])
    {
      changingFonts.append(declaration.range)
    }
  }

  /// What is found only when the whole style is known.
  mutating func finishStates() {
    let opened = shown.intersection(hidden)
    for rule in loading where !rule.names.isDisjoint(with: opened) { found.append(rule.found) }
    let steady = steadyProperties.subtracting(changingProperties)
    for rule in besideProperties where !rule.names.isSubset(of: steady) { found.append(rule.found) }
    for rule in counting where !rule.names.isDisjoint(with: shownByTicks) {
      found.append(rule.found)
    }
    if hasFontFace { for range in changingFonts { found.append((.telltaleFont, range)) } }
  }

  /// A picture of something that is not shown is fetched when it is.
  private mutating func noteShowing(_ declaration: Declaration) {
    guard ["display", "content-visibility"].contains(declaration.property) else { return }
    let subjects = declaration.block.selector.subjects
    if declaration.says(["none", "hidden"]),
      declaration.condition.isDisjoint(with: [.print, .device])
    {
      hidden.formUnion(subjects)
    }
    if declaration.condition.contains(.ticks) { shownByTicks.formUnion(subjects) }
    if declaration.condition.contains(.reader)
      || declaration.condition.contains(.device) && !declaration.says(["none"])
    {
      shown.formUnion(subjects)
    }
  }

  /// The box itself, its label, or what holds it may change colours and lines; and what is printed
  /// may leave out what holds no tick.
  private func mayFollowTicks(_ declaration: Declaration) -> Bool {
    guard !declaration.condition.contains(.elsewhere) else { return false }
    let property = declaration.property
    if property == "display" {
      return declaration.condition.contains(.print) && declaration.says(["none"])
    }
    let holdsAddress = declaration.value.contains { piece in
      switch piece.token {
      case .url, .function("url"), .function("image-set"), .function("-webkit-image-set"): true
      default: false
      }
    }
    return !holdsAddress
      && (Self.tickProperties.contains(property)
        || ["border", "outline", "text-decoration"].contains { property.hasPrefix($0) })
  }

  private static let tickProperties: Set<String> = [
    "color", "background", "background-color", "background-image", "accent-color", "box-shadow",
    "font-weight", "font-style", "fill", "stroke", "cursor", "-webkit-appearance", "appearance",
  ]

  private static let fontProperties: Set<String> = [
    "font", "font-family", "font-weight", "font-style", "font-stretch", "font-width",
  ]

  /// Whether a value may show words. Signs such as arrows are none.
  private func saysWords(_ declaration: Declaration) -> Bool {
    let property = declaration.property
    if property == "font" || property == "font-family" || property.hasPrefix("grid") {
      return false
    }
    return declaration.value.contains { piece in
      switch piece.token {
      case .string(let text): !Self.isSign(text)
      case .function: property == "content" || property == "quotes"
      default: false
      }
    }
  }

  private static func isSign(_ text: [UInt8]) -> Bool {
    String(decoding: text, as: UTF8.self).unicodeScalars.allSatisfy { scalar in
      scalar.isASCII
        ? !scalar.properties.isAlphabetic && !("0"..."9").contains(scalar) && scalar != "%"
        : (0x2010...0x203A).contains(scalar.value) || (0x2190...0x22FF).contains(scalar.value)
          || (0x25A0...0x25FF).contains(scalar.value) || (0xA0...0xBF).contains(scalar.value)
    }
  }
}

extension AuditFinding.Violation {
  private static let stateHelp =
    "name files only in rules without such a state; change a colour or a line instead"

  static func telltaleAddress(_ address: String) -> Self {
    Self(
      AuditRule.readerState,
      "‘\(address)’ is fetched only when a reader does something or has certain settings, "
        + "so the host learns of it",
      help: stateHelp)
  }

  static func misplacedAddress(_ address: String) -> Self {
    Self(
      AuditRule.readerState,
      "nobody can tell when a browser fetches ‘\(address)’, so the host may learn what a reader does",
      help: "write url() straight into a property such as ‘background’, in a rule of its own, "
        + "without var(), custom properties, cursors or keyframes")
  }

  fileprivate static func telltaleWords(_ property: String) -> Self {
    Self(
      AuditRule.readerState,
      "‘\(property)’ shows words that depend on what a reader does, where nobody looks for words",
      help: "write the words into the page; a style may show signs such as an arrow")
  }

  fileprivate static var telltaleFont: Self {
    Self(
      AuditRule.readerState,
      "the font changes when a reader does something, and the host sees that it is fetched",
      help: "change a colour or a line instead; keep the font as it is in such a state")
  }

  static var narrowFont: Self {
    Self(
      AuditRule.readerState,
      "a font for so few characters is fetched only when one of them shows, so the host learns of it",
      help: "remove ‘unicode-range’, or let it name a whole alphabet")
  }

  fileprivate static func tickedStyle(_ property: String) -> Self {
    Self(
      AuditRule.checklistVerdict,
      "‘\(property)’ changes with what is ticked, and so may show a verdict or tell the host of it",
      help: "change colours, borders and outlines only, and only of the box, of the label right "
        + "behind it (input:checked + label), or of what holds the box (.sign:has(:checked))")
  }
}
