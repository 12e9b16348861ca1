import DaylightSyntax

/// What it depends on whether a rule of a style sheet applies.
///
/// A file that is fetched only then, or words that are shown only then, would reveal to the host,
/// or to somebody who looks, what a reader does.
struct StyleCondition: OptionSet {
  let rawValue: UInt8

  /// What the reader does: points, opens, follows, chooses. Includes everything that is not known
  /// to depend on the page alone.
  static let reader = StyleCondition(rawValue: 1)
  /// What the reader ticks.
  static let ticks = StyleCondition(rawValue: 2)
  /// The ticked box is neither the styled element nor inside it.
  static let elsewhere = StyleCondition(rawValue: 4)
  /// The device, the reader’s settings, or the size or the contents of something.
  static let device = StyleCondition(rawValue: 8)
  static let print = StyleCondition(rawValue: 16)
  /// The reader has not asked for less motion.
  static let calm = StyleCondition(rawValue: 32)
}

extension StyleCondition {
  /// What the condition of an `@media` rule depends on. A picture may depend on the size of the
  /// window and the colour scheme, but on nothing else about the device.
  init(media prelude: ArraySlice<StyleScanner.Piece>) {
    self = []
    var words: [String] = []
    for piece in prelude {
      switch piece.token {
      case .identifier(let name), .function(let name): words.append(name)
      case .mark(UInt8(ascii: ",")): words.append("or")
      default: break
      }
    }
    if words.contains(where: { !Self.plainMedia.contains($0) }) { insert(.device) }
    if words.contains("print") { insert(.print) }
    let calm = words.firstIndex(of: "prefers-reduced-motion").map { words[($0 + 1)...].first }
    if calm == "no-preference", !words.contains(where: { $0 == "or" || $0 == "not" }) {
      insert(.calm)
    }
  }

  private static let plainMedia: Set<String> = [
    "all", "screen", "only", "and", "or", "width", "min-width", "max-width", "height",
    "min-height", "max-height", "aspect-ratio", "min-aspect-ratio", "max-aspect-ratio",
    "orientation", "landscape", "portrait", "resolution", "min-resolution", "max-resolution",
    "-webkit-min-device-pixel-ratio", "-webkit-max-device-pixel-ratio", "prefers-color-scheme",
    "light", "dark", "calc",
  ]
}

/// What the audit needs to know about a selector.
struct StyleSelector {
  private(set) var condition: StyleCondition = []
  /// The names of elements, classes and ids in it.
  private(set) var names: Set<String> = []
  /// Those of the element that is styled.
  private(set) var subjects: Set<String> = []
  /// Styles the box before or after it.
  private(set) var isGenerated = false
  /// It is inside something that is shown only when a reader opens it.
  private(set) var isInClosed = false

  private var compound: Set<String> = []
  /// What the rule around it styles.
  private var outer: Set<String> = []
  /// The combinator between the current compound and the one before it.
  private var combinator = UInt8(ascii: " ")
  /// For the current selector: whether it depends on the reader, on a tick, and on a tick of what
  /// is styled; and whether it names a box.
  private var isReaders = false
  /// Depends on what is inside, which the two scripts change.
  private var isContents = false
  private var isTicked = false
  private var isOwnTick = false
  private var namesBox = false
  /// It is in an element that can be opened, or after its words.
  private var isPastClosed = false
  /// The brackets around the current piece, and what precedes them.
  private var brackets: [(name: String, isRelated: Bool)] = []

  /// - Parameter outer: the selector of the rule around it.
  init(_ prelude: ArraySlice<StyleScanner.Piece>, in outer: StyleSelector? = nil) {
    if let outer {
      self.outer = outer.subjects
      names = outer.names
      isInClosed = outer.isInClosed
      let isInside = prelude.first?.token != .mark(UInt8(ascii: "&"))
      isPastClosed = isInside && outer.subjects.contains("details")
    }
    var previous = StyleScanner.Token.mark(UInt8(ascii: ","))
    for piece in prelude {
      read(piece, after: previous)
      previous = piece.token
    }
    finish()
  }

  private mutating func read(_ piece: StyleScanner.Piece, after previous: StyleScanner.Token) {
    let startsCompound: Bool
    switch piece.token {
    case .mark(let byte) where byte.isOne(of: ">+~,)]|"): startsCompound = false
    default: startsCompound = piece.isAfterBlank && !isCombinator(previous)
    }
    if startsCompound { combine(UInt8(ascii: " ")) }
    switch piece.token {
    case .mark(UInt8(ascii: ",")):
      if brackets.isEmpty { finish() }
    case .mark(let byte) where byte.isOne(of: ">+~"): combine(byte)
    case .mark(UInt8(ascii: "(")): brackets.append(("(", false))
    case .mark(UInt8(ascii: "[")): brackets.append(("[", false))
    case .mark(let byte) where byte == UInt8(ascii: ")") || byte == UInt8(ascii: "]"):
      _ = brackets.popLast()
    case .mark(UInt8(ascii: "&")): compound.formUnion(outer)
    case .mark(UInt8(ascii: "*")) where brackets.last?.name == "[": isReaders = true
    case .function(let name):
      if previous == .mark(UInt8(ascii: ":")) { readState(name) }
      brackets.append((name, false))
    case .hash(let name):
      note("#" + name)
      // The boxes of a checklist are c1-1, c1-2 and so on.
      if name.first == "c", name.dropFirst().first?.isNumber == true { namesBox = true }
    case .identifier(let name): readName(name, after: previous)
    case .string(let text):
      if brackets.last?.name == "[", isBoxType(String(decoding: text, as: UTF8.self)) {
        namesBox = true
      }
    default: break
    }
  }

  private mutating func readName(_ name: String, after previous: StyleScanner.Token) {
    if brackets.last?.name == "[" {
      switch previous {
      case .mark(let byte) where byte.isOne(of: "[|"):
        note("[" + name)
        if !Self.steadyAttributes.contains(name) { isReaders = true }
      default: if isBoxType(name) { namesBox = true }
      }
    } else if previous == .mark(UInt8(ascii: ":")) {
      readState(name)
    } else if previous == .mark(UInt8(ascii: ".")) {
      // The script that leaves puts it on the page.
      if name == "left" { isReaders = true }
      note("." + name)
    } else if brackets.last.map({ !$0.name.hasPrefix("nth-") && $0.name != "lang" }) ?? true {
      if name == "input" { namesBox = true }
      note(name)
    }
  }

  private func isBoxType(_ value: String) -> Bool {
    let value = value.lowercased()
    return value == "checkbox" || value == "radio"
  }

  /// A pseudo-class or pseudo-element.
  private mutating func readState(_ name: String) {
    if name == "before" || name == "after" { isGenerated = true }
    guard !Self.steady.contains(name) else { return }
    if name == "has" || name == "empty" {
      isContents = true
      return
    }
    note(":" + name)
    isReaders = true
    guard Self.tickStates.contains(name) else { return }
    isTicked = true
    if !brackets.contains(where: \.isRelated) { isOwnTick = true }
  }

  private func isCombinator(_ token: StyleScanner.Token) -> Bool {
    switch token {
    case .mark(let byte): byte.isOne(of: ">+~,(|")
    case .function: true
    default: false
    }
  }

  private mutating func combine(_ combinator: UInt8) {
    if let last = brackets.indices.last {
      // Within `:has()` only siblings are not inside; elsewhere nothing before a combinator is.
      let isInside =
        brackets[last].name == "has" && combinator != UInt8(ascii: "~")
        && combinator != UInt8(ascii: "+")
      if !isInside {
        brackets[last].isRelated = true
        isOwnTick = false
      }
      return
    }
    let isInside = combinator == UInt8(ascii: " ") || combinator == UInt8(ascii: ">")
    if compound.contains(isInside ? "details" : "summary") { isPastClosed = true }
    compound = []
    isOwnTick = false
    self.combinator = combinator
  }

  private mutating func note(_ name: String) {
    names.insert(name)
    if brackets.allSatisfy({ $0.name == "[" || $0.name == "is" || $0.name == "where" }) {
      compound.insert(name)
    }
  }

  private mutating func finish() {
    if isReaders { condition.insert(.reader) }
    if isContents { condition.insert(.device) }
    if isTicked || isReaders && namesBox {
      condition.formUnion([.reader, .ticks])
      let isLabel = compound == ["label"] && combinator == UInt8(ascii: "+")
      let isBox = !isTicked && compound.contains("input")
      if !isOwnTick, !isLabel, !isBox { condition.insert(.elsewhere) }
    }
    subjects.formUnion(compound)
    if isPastClosed, !compound.contains("summary") { isInClosed = true }
    isPastClosed = false
    (compound, combinator) = ([], UInt8(ascii: " "))
    (isReaders, isContents, isTicked, isOwnTick, namesBox) = (false, false, false, false, false)
  }

  /// Whether it may match the same element as another rule: they have a name in common, or one of
  /// them names only the type of element.
  func mayBe(_ other: Set<String>) -> Bool {
    if !subjects.isDisjoint(with: other) { return true }
    func named(_ names: Set<String>) -> Set<String> {
      names.filter { !":[".contains($0.prefix(1)) }
    }
    let (own, others) = (named(subjects), named(other))
    if own.isEmpty || others.isEmpty { return own.isEmpty && !others.isEmpty }
    let isKind: (String) -> Bool = { $0.first != "." && $0.first != "#" }
    let kinds = (own.count(where: isKind), others.count(where: isKind))
    return kinds == (own.count, 0) || kinds == (0, others.count)
  }

  /// Pseudo-classes and pseudo-elements that depend on the page alone.
  private static let steady: Set<String> = [
    "root", "scope", "is", "where", "not", "matches", "-webkit-any", "-moz-any", "lang", "dir",
    "first-child", "last-child", "only-child", "nth-child", "nth-last-child", "first-of-type",
    "last-of-type", "only-of-type", "nth-of-type", "nth-last-of-type", "any-link", "before",
    "after", "marker", "first-line", "first-letter",
  ]

  private static let tickStates: Set<String> = [
    "checked", "-webkit-checked", "-moz-checked", "indeterminate", "default", "valid", "invalid",
    "user-valid", "user-invalid", "-moz-ui-valid", "-moz-ui-invalid", "in-range", "out-of-range",
    "required", "optional", "checkmark", "-internal-checked",
  ]

  /// Attributes that nothing on a page changes.
  private static let steadyAttributes: Set<String> = [
    "href", "hreflang", "lang", "dir", "rel", "role", "type", "src", "alt", "id", "for", "title",
    "aria-current", "aria-label", "aria-labelledby", "start", "scope", "colspan", "rowspan",
    "datetime", "cite",
  ]
}
