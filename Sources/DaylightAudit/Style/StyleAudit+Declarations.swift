import DaylightSyntax

extension StyleAudit {
  /// A property and its value.
  struct Declaration {
    let property: String
    let value: ArraySlice<StyleScanner.Piece>
    let range: Range<Int>
    let block: Block

    init(
      _ property: String, _ value: ArraySlice<StyleScanner.Piece>, at range: Range<Int> = 0..<0,
      in block: Block
    ) {
      self.property = property
      self.value = value
      self.range = range
      self.block = block
    }

    var condition: StyleCondition { block.condition }

    var functions: some Sequence<String> {
      value.lazy.compactMap { if case .function(let name) = $0.token { name } else { nil } }
    }

    /// The custom properties that the value is made of.
    var customProperties: Set<String> {
      Set(
        value.compactMap { piece in
          if case .identifier(let name) = piece.token, name.hasPrefix("--") { name } else { nil }
        })
    }

    /// Whether the value is one of some words, alone or with `!important`.
    func isOne(of words: Set<String>) -> Bool {
      value.allSatisfy { piece in
        switch piece.token {
        case .identifier(let name): words.contains(name) || name == "important"
        case .mark(let byte): byte == UInt8(ascii: "!") || byte == UInt8(ascii: ",")
        default: false
        }
      }
    }
  }

  mutating func check(_ declaration: Declaration) {
    let property = declaration.property
    switch property {
    case "behavior", "-ms-behavior", "-moz-binding":
      found.append((.styleProgram(property), declaration.range))
    case "unicode-range":
      if UnicodeRange.count(declaration.value) < UnicodeRange.leastCount {
        found.append((.narrowFont, declaration.range))
      }
    case "counter-increment", "counter-set", "counter-reset":
      // CHK-02: a counter over `:checked` is a score without a script.
      if declaration.condition.contains(.reader) {
        found.append((.countedTicks, declaration.range))
      } else if property != "counter-reset" {
        counting.append(
          (declaration.block.selector.names, (.countedTicks, declaration.range)))
      }
    default: break
    }
    if property.hasPrefix("--") {
      if declaration.condition.isDisjoint(with: [.reader, .device]) {
        steadyProperties.insert(property)
      } else {
        changingProperties[property] = declaration.range
      }
    }
    if property.hasPrefix("--") || Self.fontProperties.contains(property) {
      madeOf[property.hasPrefix("--") ? property : "font", default: []]
        .formUnion(declaration.customProperties)
    }
    checkMotion(declaration)
    checkLoading(declaration)
    checkStates(declaration)
  }

  /// Motion is only allowed to be switched off, or for readers who have not asked for less of it,
  /// and then only with an end.
  private mutating func checkMotion(_ declaration: Declaration) {
    guard isMoving(declaration.property) else { return }
    let isEndless = declaration.value.contains { $0.token == .identifier("infinite") }
    if declaration.isOne(of: Self.stillness) || declaration.condition.contains(.calm) && !isEndless
    {
      return
    }
    found.append((.motion(declaration.property), declaration.range))
  }

  private func isMoving(_ property: String) -> Bool {
    var name = property[...]
    for vendor in ["-webkit-", "-moz-", "-o-", "-ms-"] where name.hasPrefix(vendor) {
      name = name.dropFirst(vendor.count)
    }
    return name == "scroll-behavior" || name == "animation" || name.hasPrefix("animation-")
      || name == "transition" || name.hasPrefix("transition-")
  }

  private static let stillness: Set<String> = [
    "none", "auto", "initial", "unset", "revert", "revert-layer", "inherit",
  ]

  /// A file may be fetched if every reader’s browser fetches it, whatever they do.
  private mutating func checkLoading(_ declaration: Declaration) {
    for address in checkAddresses(declaration.value) {
      let quoted = quoted(address.text)
      let isDirect = address.functions.allSatisfy { Self.steadyFunctions.contains($0) }
      if isDrawing {
        found.append((.drawingLink(quoted), address.range))
      } else if !Self.loadingProperties.contains(declaration.property) || !isDirect
        || declaration.block.kind != .style && declaration.block.kind != .fontFace
        || declaration.functions.contains(where: {
          !Self.steadyFunctions.contains($0) && $0 != "var"
        })
      {
        found.append((.misplacedAddress(quoted), address.range))
      } else if declaration.condition.contains(.ticks) {
        // Reported for the property.
      } else if declaration.block.selector.isInClosed
        || !declaration.condition.isDisjoint(with: [.reader, .device])
      {
        found.append((.telltaleAddress(quoted), address.range))
      } else {
        loading.append((declaration.block.selector, (.telltaleAddress(quoted), address.range)))
        besideProperties.append(
          (declaration.customProperties, (.misplacedAddress(quoted), address.range)))
      }
    }
  }

  /// Properties whose files are fetched as soon as the element is there.
  private static let loadingProperties: Set<String> = [
    "background", "background-image", "list-style", "list-style-image", "border-image",
    "border-image-source", "mask", "mask-image", "mask-border", "mask-border-source",
    "-webkit-mask", "-webkit-mask-image", "-webkit-mask-box-image", "-webkit-border-image",
    "content", "shape-outside", "clip-path", "filter", "src", "fill", "stroke", "marker",
    "marker-start", "marker-mid", "marker-end",
  ]

  /// Functions next to an address that cannot make a browser fetch it, or not, at a later time.
  private static let steadyFunctions: Set<String> = [
    "url", "image-set", "-webkit-image-set", "format", "tech", "local", "type", "linear-gradient",
    "radial-gradient", "conic-gradient", "repeating-linear-gradient", "repeating-radial-gradient",
    "repeating-conic-gradient", "rgb", "rgba", "hsl", "hsla", "hwb", "lab", "lch", "oklab",
    "oklch", "color", "color-mix", "light-dark", "calc", "min", "max", "clamp", "blur",
    "brightness", "contrast", "drop-shadow", "grayscale", "hue-rotate", "invert", "opacity",
    "saturate", "sepia",
  ]
}

/// The letters that a font is for.
private enum UnicodeRange {
  /// A font for fewer letters would be fetched only if one of them is shown.
  static let leastCount = 40

  /// How many letters a value such as `U+0-FF, U+131, U+4??` names, up to the least.
  static func count(_ value: ArraySlice<StyleScanner.Piece>) -> Int {
    var text = ""
    for piece in value {
      switch piece.token {
      case .identifier(let name): text += name
      case .number(let number): text += number
      case .mark(let byte): text.unicodeScalars.append(Unicode.Scalar(byte))
      default: return 0
      }
    }
    var unread = 0x110000
    return text.split(separator: ",").reduce(0) { $0 + count(of: $1, &unread) }
  }

  /// - Parameter unread: how many characters may still be looked at: as many as there are, however
  ///   many ranges a value has.
  private static func count(of range: Substring, _ unread: inout Int) -> Int {
    let bounds = range.drop { $0 == "u" || $0 == "+" }.split(separator: "-")
    let first = bounds.first.map { $0.replacing("?", with: "0") } ?? ""
    let last = bounds.last.map { $0.replacing("?", with: "f") } ?? ""
    guard let start = Int(first, radix: 16), let end = Int(last, radix: 16), start >= 0 else {
      return 0
    }
    var count = 0
    var value = start
    while value <= min(end, 0x10FFFF), count < leastCount, unread > 0 {
      unread -= 1
      if Unicode.Scalar(UInt32(value))?.properties.isAlphabetic == true { count += 1 }
      value += 1
    }
    return count
  }
}

extension AuditFinding.Violation {
  // ACC-12
  static func motion(_ name: String) -> Self {
    Self(
      AuditRule.motion,
      "‘\(name)’ makes the page move, which can frighten or make ill, and attracts attention to the screen",
      help: "remove it, or put it into @media (prefers-reduced-motion: no-preference) with an end")
  }

  static func movingElement(_ name: String) -> Self {
    Self(
      AuditRule.motion,
      "‘<\(name)>’ makes the page move, which can frighten or make ill, and attracts attention to the screen",
      help: "remove it")
  }
}
