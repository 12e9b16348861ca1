import DaylightSyntax

/// Finds in CSS what would load from elsewhere, run or move (SAF-15, SAF-16, ACC-12).
struct StyleAudit {
  private let policy: AuditPolicy
  private var found: [(violation: AuditFinding.Violation, range: Range<Int>)] = []
  /// The function whose string argument is an address.
  private var function: String?
  private var keyword: String?
  private var previous: StyleScanner.Token = .mark(UInt8(ascii: "}"))
  /// The property whose value comes next, and whether it stands where properties stand.
  private var property: (name: String, range: Range<Int>)?
  private var candidate: (name: String, range: Range<Int>)?
  private var selectsTicked = false

  init(policy: AuditPolicy) { self.policy = policy }

  mutating func violations(
    in css: [UInt8]
  ) -> [(violation: AuditFinding.Violation, range: Range<Int>)] {
    // Browsers would read these as UTF-16, in which other characters stand than those seen here.
    if css.starts(with: [0xFE, 0xFF]) || css.starts(with: [0xFF, 0xFE]) {
      return [(.unreadableStyle, 0..<0)]
    }
    var scanner = StyleScanner(css)
    while let (token, range) = scanner.next() {
      read(token, range)
      previous = token
    }
    return found
  }

  private mutating func read(_ token: StyleScanner.Token, _ range: Range<Int>) {
    if let property, property.name != "", isMoving(property.name) {
      checkMotion(token, property)
    }
    switch token {
    case .atKeyword("import"): found.append((.styleImport, range))
    case .atKeyword(let name) where name.hasSuffix("keyframes") || name == "view-transition":
      found.append((.motion("@" + name), range))
    case .atKeyword(let name): keyword = name
    case .url(let address): check(address, range)
    case .string(let text):
      if function != nil { check(text, range) }
      if keyword == "charset", !isWord(text, "utf-8") { found.append((.unreadableStyle, range)) }
    case .function(let name): open(name, range)
    case .identifier(let name):
      if isPropertyPlace { candidate = (name, range) }
      if previous == .mark(UInt8(ascii: ":")), name == "checked" { selectsTicked = true }
    case .number: break
    case .mark(let byte): pass(byte)
    }
    if case .atKeyword = token {} else { keyword = nil }
    if case .function = token { return }
    function = nil
  }

  private var isPropertyPlace: Bool {
    switch previous {
    case .mark(let byte): "{};".utf8.contains(byte)
    default: false
    }
  }

  private mutating func open(_ name: String, _ range: Range<Int>) {
    switch name {
    case "url": function = name
    case "src", "image-set", "-webkit-image-set", "image", "-webkit-cross-fade", "cross-fade":
      found.append((.styleFunction(name), range))
    case "expression", "-moz-element", "paint": found.append((.styleProgram(name), range))
    default: break
    }
  }

  private mutating func pass(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: ":"):
      if property == nil, let candidate {
        property = candidate
        checkProperty(candidate)
      }
      candidate = nil
    case UInt8(ascii: ";"): property = nil
    case UInt8(ascii: "{"):
      property = nil
      candidate = nil
    case UInt8(ascii: "}"):
      property = nil
      candidate = nil
      selectsTicked = false
    default: candidate = nil
    }
  }

  private mutating func checkProperty(_ property: (name: String, range: Range<Int>)) {
    switch property.name {
    case "behavior", "-ms-behavior", "-moz-binding":
      found.append((.styleProgram(property.name), property.range))
    case "counter-increment", "counter-set":
      // CHK-02: a counter over `:checked` is a score without a script.
      if selectsTicked { found.append((.countedTicks, property.range)) }
    default: break
    }
  }

  private func isMoving(_ property: String) -> Bool {
    var name = property[...]
    for vendor in ["-webkit-", "-moz-", "-o-", "-ms-"] where name.hasPrefix(vendor) {
      name = name.dropFirst(vendor.count)
    }
    return name == "scroll-behavior" || name == "animation" || name.hasPrefix("animation-")
      || name == "transition" || name.hasPrefix("transition-")
  }

  /// Motion may be named only to be switched off.
  private mutating func checkMotion(
    _ token: StyleScanner.Token, _ property: (name: String, range: Range<Int>)
  ) {
    switch token {
    case .identifier(let value) where Self.stillness.contains(value): return
    case .mark(let byte) where ":;}!,{".utf8.contains(byte): return
    default: break
    }
    self.property = ("", property.range)
    found.append((.motion(property.name), property.range))
  }

  private static let stillness: Set<String> = [
    "none", "auto", "initial", "unset", "revert", "revert-layer", "inherit", "important",
  ]

  private mutating func check(_ address: [UInt8], _ range: Range<Int>) {
    switch AuditedAddress(address, siteHost: policy.siteHost) {
    case .own: break
    case .elsewhere: found.append((.outsideResource(quoted(address)), range))
    case .scheme("data") where isImageData(address): break
    case .scheme: found.append((.unsafeAddress(quoted(address)), range))
    }
  }
}

extension AuditRule {
  static let cssImport = Rule(
    "css-import", .error,
    "Style that fetches more style, or a picture by a way that is not checked.",
    why: "The sheet, or the picture, would come by a way that is not checked.",
    bad: #"@import url("https://fonts.example/calm.css");"#,
    good: ".calm { font-family: Georgia, serif }",
    fix: "Copy the rules into `site.css`, and write pictures as `url()` with a file of the site.",
    in: .finished)
  static let cssProgram = Rule(
    "css-program", .error, "Style that runs a program.",
    why: "Old browsers run programs that are hidden in style.",
    bad: ".calm { width: expression(alert(1)) }",
    good: ".calm { width: 20rem }",
    fix: "Remove it.", in: .finished)
  static let motion = Rule(
    "motion", .error, "Something that moves by itself.",
    why: "Motion draws the eye of whoever is in the room, and makes some readers ill.",
    bad: ".calm { animation: fade 2s }",
    good: ".calm { opacity: 1 }",
    fix: "Remove it. Nothing on the site moves.", in: .finished)
}

extension AuditFinding.Violation {
  fileprivate static var styleImport: Self {
    Self(
      AuditRule.cssImport,
      "‘@import’ fetches more style, perhaps from another site, which then knows who reads",
      help: "copy the rules into templates/assets/site.css")
  }

  fileprivate static func styleFunction(_ name: String) -> Self {
    Self(
      AuditRule.cssImport,
      "‘\(name)()’ fetches a picture by a way that is not checked, perhaps from another site",
      help: "write url() with a file of the site")
  }

  fileprivate static func styleProgram(_ name: String) -> Self {
    Self(
      AuditRule.cssProgram, "‘\(name)’ in style runs a program on the reader’s device",
      help: "remove it")
  }

  fileprivate static var unreadableStyle: Self {
    Self(
      AuditRule.cssProgram, "the style is not written in UTF-8, so nobody can check what it loads",
      help: "save the file as UTF-8")
  }

  // ACC-12
  static func motion(_ name: String) -> Self {
    Self(
      AuditRule.motion,
      "‘\(name)’ makes the page move, which can frighten or make ill, and draws eyes to the screen",
      help: "remove it; nothing on the site moves")
  }

  static func movingElement(_ name: String) -> Self {
    motion("<\(name)>")
  }
}
