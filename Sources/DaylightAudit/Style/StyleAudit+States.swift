import DaylightSyntax

extension StyleAudit {
  /// What may not depend on what a reader does: words, fonts, and of what is ticked nearly all.
  mutating func checkStates(_ declaration: Declaration) {
    let condition = declaration.condition
    noteShowing(declaration)
    noteFonts(declaration)
    guard condition.contains(.reader) else { return }
    if condition.contains(.ticks), !mayFollowTicks(declaration) {
      found.append((.tickedStyle(declaration.property), declaration.range))
    } else if saysWords(declaration) {
      found.append((.telltaleWords(declaration.property), declaration.range))
    }
  }

  /// What is found only when the whole style is known.
  mutating func finishStates() {
    for rule in loading where isLate(rule.selector) { found.append(rule.found) }
    let steady = steadyProperties.subtracting(changingProperties.keys)
    for rule in besideProperties where !rule.names.isSubset(of: steady) { found.append(rule.found) }
    for rule in counting where !rule.names.isDisjoint(with: shownByTicks) {
      found.append(rule.found)
    }
    guard hasFontFace else { return }
    for font in closedFonts where !font.families.isSubset(of: steadyFonts) {
      changingFonts.append(font.range)
    }
    changingFonts += changingProperties.filter { partsOfFonts.contains($0.key) }.map(\.value)
    for range in changingFonts.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      found.append((.telltaleFont, range))
    }
  }

  /// Whether what a rule styles may come up only when a reader does something: a picture of something
  /// that is not shown is fetched when it is.
  private func isLate(_ selector: StyleSelector) -> Bool {
    let isBrought = shown.contains { shown in
      hidden.contains { hidden in
        shown.mayBe(hidden)
          && !selector.names.isDisjoint(with: hidden.union(shown.subjects))
      }
    }
    if isBrought { return true }
    return selector.isGenerated && selector.subjects.isDisjoint(with: steadyBoxes)
      && changingBoxes.contains { $0.mayBe(selector.subjects) }
  }

  /// The custom properties that a font may be made of.
  private var partsOfFonts: Set<String> {
    var parts: Set<String> = []
    var open = madeOf["font"] ?? []
    while let part = open.popFirst() {
      if parts.insert(part).inserted { open.formUnion(madeOf[part] ?? []) }
    }
    return parts
  }

  private mutating func noteShowing(_ declaration: Declaration) {
    let selector = declaration.block.selector
    let condition = declaration.condition
    switch declaration.property {
    case "display", "content-visibility":
      let isHiding =
        declaration.isOne(of: ["none", "hidden"]) || !declaration.customProperties.isEmpty
      if isHiding, condition.isDisjoint(with: [.print, .device]), !selector.subjects.isEmpty {
        hidden.append(selector.subjects)
      }
      if condition.contains(.ticks) { shownByTicks.formUnion(selector.subjects) }
      if condition.contains(.reader)
        || condition.contains(.device) && !declaration.isOne(of: ["none"])
      {
        shown.append(selector)
      }
    case "content" where !declaration.isOne(of: ["none", "normal"]):
      if condition.isDisjoint(with: [.reader, .device]) {
        steadyBoxes.formUnion(selector.subjects)
      } else {
        changingBoxes.append(selector)
      }
    default: break
    }
  }

  private mutating func noteFonts(_ declaration: Declaration) {
    let isFamily = ["font", "font-family"].contains(declaration.property)
    if declaration.condition.contains(.reader) {
      if Self.fontProperties.contains(declaration.property),
        !declaration.isOne(of: ["inherit", "initial", "unset", "revert"])
      {
        changingFonts.append(declaration.range)
      }
    } else if isFamily, declaration.block.kind == .style {
      let families = Set(
        declaration.value.compactMap { piece -> String? in
          switch piece.token {
          case .identifier(let name): name
          case .string(let name): String(decoding: name.asciiLowercase, as: UTF8.self)
          default: nil
          }
        })
      if declaration.block.selector.isInClosed {
        closedFonts.append((families, declaration.range))
      } else {
        steadyFonts.formUnion(families)
      }
    }
  }

  /// The checkbox itself, its label, or what contains it may change colours and lines; in print,
  /// what contains no tick may be left out.
  private func mayFollowTicks(_ declaration: Declaration) -> Bool {
    guard !declaration.condition.contains(.elsewhere) else { return false }
    let property = declaration.property
    if property == "display" {
      return declaration.condition.contains(.print) && declaration.isOne(of: ["none"])
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

  static let fontProperties: Set<String> = [
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
      AuditRule.readerDependentStyle,
      "‘\(address)’ is fetched only when a reader does something or has certain settings, "
        + "so the host learns of it",
      help: stateHelp)
  }

  static func misplacedAddress(_ address: String) -> Self {
    Self(
      AuditRule.readerDependentStyle,
      "nobody can tell when a browser fetches ‘\(address)’, so the host may learn what a reader does",
      help: "write url() straight into a property such as ‘background’, in a rule of its own, "
        + "without var(), custom properties, cursors or keyframes")
  }

  fileprivate static func telltaleWords(_ property: String) -> Self {
    Self(
      AuditRule.readerDependentStyle,
      "‘\(property)’ shows words that depend on what a reader does, where nobody looks for words",
      help: "write the words into the page; a style may show signs such as an arrow")
  }

  fileprivate static var telltaleFont: Self {
    Self(
      AuditRule.readerDependentStyle,
      "the font changes when a reader does something, and the host sees that it is fetched",
      help: "change a colour or a line instead; do not change the font in such a state")
  }

  static var narrowFont: Self {
    Self(
      AuditRule.readerDependentStyle,
      "a font for so few characters is fetched only when one of them shows, so the host learns of it",
      help: "remove ‘unicode-range’, or let it name a whole alphabet")
  }

  fileprivate static func tickedStyle(_ property: String) -> Self {
    Self(
      AuditRule.checklistVerdict,
      "‘\(property)’ changes with what is ticked, and so may show a verdict or tell the host of it",
      help: "change colours, borders and outlines only, and only of the box, of the label right "
        + "behind it (input:checked + label), or of what contains the box (.sign:has(:checked))")
  }
}
