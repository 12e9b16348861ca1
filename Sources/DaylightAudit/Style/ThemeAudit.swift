package import DaylightSyntax

/// Reads the style sheets of a theme rule by rule, for what the style sheet of the program cannot
/// undo: the colours that it takes from them, what browsers may add in the future, and what reveals
/// a visit.
struct ThemeAudit {
  private var found: [(violation: AuditFinding.Violation, range: Range<Int>)] = []
  /// The rules and at-rules that are open, from the outermost.
  private var blocks: [Block] = []
  /// What was read since the last `;`, `{` or `}`.
  private var statement: [(token: StyleScanner.Token, range: Range<Int>)] = []
  private var colours = ThemeColours()

  private var brackets = 0
  private let policy: AuditPolicy

  private init(_ policy: AuditPolicy) { self.policy = policy }

  private struct Block {
    let prelude: String
    let isAtRule: Bool
    /// It is `@page`, or inside it.
    let isInPage: Bool
    /// Contains descriptors, not properties of elements, or is inside what does.
    let isDescription: Bool
  }

  static func violations(
    in css: [UInt8], _ policy: AuditPolicy
  ) -> [(violation: AuditFinding.Violation, range: Range<Int>)] {
    var audit = ThemeAudit(policy)
    var scanner = StyleScanner(css)
    while let piece = scanner.next() {
      switch piece.token {
      case _ where audit.isInBrackets(piece.token):
        audit.statement.append((piece.token, piece.range))
      case .mark(UInt8(ascii: "{")): audit.open()
      case .mark(UInt8(ascii: ";")): audit.endStatement()
      case .mark(UInt8(ascii: "}")):
        audit.endStatement()
        if !audit.blocks.isEmpty { audit.blocks.removeLast() }
      default: audit.statement.append((piece.token, piece.range))
      }
    }
    audit.endStatement()
    return audit.found + audit.colours.violations()
  }

  /// Whether a token is in brackets, where `;` and `{` end nothing.
  private mutating func isInBrackets(_ token: StyleScanner.Token) -> Bool {
    switch token {
    case .function, .mark(UInt8(ascii: "(")), .mark(UInt8(ascii: "[")): brackets += 1
    case .mark(UInt8(ascii: ")")), .mark(UInt8(ascii: "]")): brackets = max(0, brackets - 1)
    default: break
    }
    return brackets > 0
  }

  private mutating func open() {
    defer { statement = [] }
    var name: String?
    if case .atKeyword(let keyword)? = statement.first?.token { name = keyword }
    for (index, part) in statement.enumerated().dropFirst()
    where statement[index - 1].token == .mark(UInt8(ascii: ":")) {
      if part.token == .identifier("visited") { found.append((.visitedStyle, part.range)) }
      guard index > 1, statement[index - 2].token == .mark(UInt8(ascii: ":")) else { continue }
      // What is no name here, such as a bracket, is for `StyleAudit`.
      let element = part.token.name ?? "before"
      if !StyleVocabulary.pseudoElements.contains(element) {
        found.append((.unknownCSS("::" + element), part.range))
      }
    }
    let isPage = blocks.last?.isInPage ?? false
    if let name, let range = statement.first?.range {
      if !isPage, !StyleVocabulary.atRules.contains(name) {
        found.append((.unknownCSS("@" + name), range))
      }
      if name == "property", let token = statement.dropFirst().first?.token,
        ThemeColours.names.contains(token.text)
      {
        found.append((.displacedColour(token.text), range))
      }
    }
    let prelude = statement.map(\.token.text).joined()
    let isDescription = name.map { StyleVocabulary.descriptions.contains($0) } ?? false
    blocks.append(
      Block(
        prelude: prelude, isAtRule: name != nil, isInPage: isPage || prelude.hasPrefix("@page"),
        isDescription: isDescription || isPage || blocks.last?.isDescription ?? false))
  }

  private mutating func endStatement() {
    defer { statement = [] }
    if case .atKeyword(let name)? = statement.first?.token, !StyleVocabulary.atRules.contains(name)
    {
      found.append((.unknownCSS("@" + name), statement[0].range))
    }
    guard !blocks.isEmpty, statement.count > 1, case .identifier(let name) = statement[0].token,
      statement[1].token == .mark(UInt8(ascii: ":"))
    else { return }
    let range = statement[0].range.lowerBound..<statement[statement.count - 1].range.upperBound
    let value = statement.dropFirst(2).map(\.token)
    if name.hasPrefix("--") {
      if ThemeColours.names.contains(name) { declareColour(name, value, range) }
    } else if blocks.last?.isDescription == false {
      check(name, value, range)
    }
  }

  private mutating func check(
    _ name: String, _ value: [StyleScanner.Token], _ range: Range<Int>
  ) {
    guard StyleVocabulary.knows(name) else {
      return found.append((.unknownCSS(name), range))
    }
    let functions = value.compactMap { if case .function(let name) = $0 { name } else { nil } }
    switch name {
    case "display":
      if value.contains(.identifier("contents")) || !functions.isEmpty {
        found.append((.looseDisplay, range))
      }
    case "cursor":
      if value.contains(.identifier("none")) { found.append((.hiddenPointer, range)) }
    default: break
    }
    // These, and addresses, are checked further by `StyleAudit`.
    let isJudged =
      value.contains { if case .url = $0 { true } else { false } }
      || functions.contains { ["url", "expression", "element", "-moz-element"].contains($0) }
    if !isJudged, name != "display",
      let odd = functions.first(where: { !StyleVocabulary.knows(function: $0, in: name) })
    {
      found.append((.unknownCSS(odd + "()"), range))
    }
    checkWords(name, value, range)
  }

  /// What a style shows, pieces of one text joined.
  private mutating func checkWords(
    _ name: String, _ value: [StyleScanner.Token], _ range: Range<Int>
  ) {
    let text = value.flatMap { token -> [UInt8] in
      if case .string(let text) = token { text } else { [] }
    }
    if text.isEmpty { return }
    if policy.words.exits.contain(text) { found.append((.imitatedExit, range)) }
    guard name == "content" else { return }
    let promises = text.withUnsafeBufferPointer {
      policy.language.falsePromises?.found(in: $0) ?? []
    }
    for promise in promises {
      let words = quoted(text[promise])
      found.append((.falsePromise(words, in: "content: " + quoted(text)), range))
    }
  }

  private mutating func declareColour(
    _ name: String, _ value: [StyleScanner.Token], _ range: Range<Int>
  ) {
    let path = blocks.map(\.prelude)
    // The landmarks are not printed.
    if path.first == "@mediaprint" { return }
    guard path.last == ":root", path.count < 3,
      path.count == 1 || ThemeColours.schemes.contains(path[0])
    else { return found.append((.displacedColour(name), range)) }
    let text = value.map(\.text).joined()
    guard let colour = Colour(text) else { return found.append((.unreadableColour(name), range)) }
    colours.declare(name, colour, in: path.count == 1 ? "" : path[0], at: range)
  }
}

extension StyleScanner.Token {
  fileprivate var name: String? {
    switch self {
    case .identifier(let name), .function(let name): name
    default: nil
    }
  }

  /// The text without blanks and in lower case.
  fileprivate var text: String {
    switch self {
    case .identifier(let name), .number(let name): name
    case .function(let name): name + "("
    case .atKeyword(let name): "@" + name
    case .hash(let name): "#" + name
    case .string(let text), .url(let text): "\"" + String(decoding: text, as: UTF8.self) + "\""
    case .mark(let byte): String(Unicode.Scalar(byte))
    }
  }
}

extension AuditRule {
  package static let unknownCSS = Rule(
    "unknown-css", .error,
    "A property, function, pseudo-element or at-rule of CSS that nobody has checked.",
    why:
      "Its effect in browsers is not known: it could hide the exit, or send what a "
      + "reader does.",
    bad: ".exit { interactivity: inert; }", good: ".exit { color: var(--exit-ink); }",
    fix: "Use a property that is in wide use, or ask for this one to be added.", in: .style,
    formerIDs: ["unknown-style"])
  package static let visitedStyle = Rule(
    "visited-style", .error, "Style that shows which pages were read.",
    why: "Links in another colour show the next person at the device what was read.",
    bad: "a:visited { color: purple; }", good: "a { color: var(--accent); }",
    fix: "Remove the rule.", in: .style)
}

extension AuditFinding.Violation {
  fileprivate static func unknownCSS(_ name: String) -> Self {
    Self(
      AuditRule.unknownCSS,
      "‘\(name)’ in a style sheet is not known to be harmless to a reader",
      help: "remove it, or use a property that all browsers have had for years")
  }

  fileprivate static var visitedStyle: Self {
    Self(
      AuditRule.visitedStyle,
      "‘:visited’ shows the next person at the screen which pages were read",
      help: "remove the rule; all links look the same")
  }

  fileprivate static var looseDisplay: Self {
    Self(
      AuditRule.landmarkStyle,
      "with this ‘display’ an element has no box, and its content could cover the safety line or the "
        + "help",
      help: "write the value itself, and not ‘contents’: block, flex or grid")
  }

  fileprivate static var hiddenPointer: Self {
    Self(
      AuditRule.landmarkStyle,
      "without a pointer, people who use a mouse cannot find the exit",
      help: "remove it, or write another pointer, such as default")
  }

  fileprivate static func displacedColour(_ name: String) -> Self {
    Self(
      AuditRule.landmarkStyle,
      "‘\(name)’ colours the exit, the safety line or the help, and could hide them from here",
      help: "declare it in ‘:root’ alone, or in ‘:root’ under a media query for the colour scheme")
  }

  fileprivate static func unreadableColour(_ name: String) -> Self {
    Self(
      AuditRule.landmarkStyle,
      "the colour ‘\(name)’ is written so that nobody can check whether the exit can be read",
      help: "write it as #rrggbb")
  }
}
