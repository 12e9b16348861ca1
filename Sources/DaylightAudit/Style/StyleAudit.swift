import DaylightSyntax

/// Finds CSS that would load from elsewhere, run or move (SAF-15, SAF-16, ACC-12), and what would
/// report to the host, or show, what a reader does (CHK-02, SAF-17).
struct StyleAudit {
  typealias Found = (violation: AuditFinding.Violation, range: Range<Int>)

  /// Where the style is written.
  enum Form {
    case sheet, declarations
    /// The value of an attribute of a drawing that is called as the property is.
    case value(property: String)
  }

  struct Block {
    var kind: Kind
    var condition: StyleCondition = []
    var selector = StyleSelector([])

    enum Kind: Equatable { case rules, style, fontFace, keyframes, other }
  }

  let policy: AuditPolicy
  /// A drawing loads nothing at all.
  let isDrawing: Bool
  var found: [Found] = []
  var isReadable = true
  private var blocks: [Block] = []
  private var brackets: [UInt8] = []
  private var statement: [StyleScanner.Piece] = []

  /// What is hidden, and what is shown by what a reader does; and what is shown or hidden by ticks.
  var hidden: [Set<String>] = []
  var shown: [StyleSelector] = []
  var shownByTicks: Set<String> = []
  /// Boxes before and after elements: those that are always there, and those that a reader brings up.
  var steadyBoxes: Set<String> = []
  var changingBoxes: [StyleSelector] = []
  /// Addresses that matter only if what they style is among these.
  var loading: [(selector: StyleSelector, found: Found)] = []
  /// Custom properties that are set whatever a reader does, those that are not, and addresses
  /// beside them.
  var steadyProperties: Set<String> = []
  var changingProperties: [String: Range<Int>] = [:]
  var besideProperties: [(names: Set<String>, found: Found)] = []
  /// The custom properties that each custom property and, under the name of `font`, each font is made of.
  var madeOf: [String: Set<String>] = [:]
  var counting: [(names: Set<String>, found: Found)] = []
  var hasFontFace = false
  /// Rules by which a font of the site’s own would be fetched when a reader does something, and the
  /// fonts that are fetched whatever a reader does.
  var changingFonts: [Range<Int>] = []
  var closedFonts: [(families: Set<String>, range: Range<Int>)] = []
  var steadyFonts: Set<String> = []

  init(policy: AuditPolicy, isDrawing: Bool = false) {
    self.policy = policy
    self.isDrawing = isDrawing
  }

  mutating func violations(in css: [UInt8], as form: Form = .sheet) -> [Found] {
    // Browsers would read these as UTF-16, with other characters than those checked here.
    if css.starts(with: [0xFE, 0xFF]) || css.starts(with: [0xFF, 0xFE]) {
      return [(.otherEncoding, 0..<0)]
    }
    if case .sheet = form { blocks = [] } else { blocks = [Block(kind: .style)] }
    var scanner = StyleScanner(css)
    while let piece = scanner.next() { read(piece) }
    if case .value(let property) = form {
      check(Declaration(property, statement[...], in: Block(kind: .style)))
    } else {
      closeStatement()
    }
    let isClosed = if case .sheet = form { blocks.isEmpty } else { blocks.count == 1 }
    if !isReadable || !isClosed || !brackets.isEmpty || !scanner.isPlain {
      found.append((.unreadableStyle, 0..<0))
    }
    finishStates()
    return found
  }

  private mutating func read(_ piece: StyleScanner.Piece) {
    switch piece.token {
    case .mark(UInt8(ascii: "{")) where brackets.isEmpty: return open(at: piece.range)
    case .mark(UInt8(ascii: "}")) where brackets.isEmpty:
      closeStatement()
      if blocks.popLast() == nil { isReadable = false }
      return
    case .mark(UInt8(ascii: ";")) where brackets.isEmpty: return closeStatement()
    case .mark(let byte) where byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}"):
      isReadable = false
    case .function, .mark(UInt8(ascii: "(")): brackets.append(UInt8(ascii: ")"))
    case .mark(UInt8(ascii: "[")): brackets.append(UInt8(ascii: "]"))
    case .mark(let byte) where byte == UInt8(ascii: ")") || byte == UInt8(ascii: "]"):
      if brackets.popLast() != byte { isReadable = false }
    default: break
    }
    statement.append(piece)
  }

  private var outer: Block { blocks.last ?? Block(kind: .rules) }

  /// Begins the block of the current statement.
  private mutating func open(at range: Range<Int>) {
    defer { statement.removeAll(keepingCapacity: true) }
    var block = Block(kind: outer.kind, condition: outer.condition, selector: outer.selector)
    defer { blocks.append(block) }
    checkAddresses(statement[...])
    guard case .atKeyword(let name)? = statement.first?.token else {
      if case .identifier(let name)? = statement.first?.token, name.hasPrefix("--"),
        statement.count > 1, statement[1].token == .mark(UInt8(ascii: ":"))
      {
        // Browsers parse it as a property with a block as its value.
        isReadable = false
      }
      if outer.kind == .keyframes || outer.kind == .other { return }
      select(statement[...], &block)
      return
    }
    let prelude = statement.dropFirst()
    switch name {
    case "media": block.condition.formUnion(StyleCondition(media: prelude))
    case "supports", "layer": break
    case "container", "starting-style", "document", "-moz-document":
      block.condition.insert(.device)
    case "scope":
      select(prelude, &block)
      if block.condition.contains(.ticks) { block.condition.insert(.elsewhere) }
    case "font-face":
      block.kind = .fontFace
      hasFontFace = true
    case "page": block = Block(kind: .style, condition: [.device, .print])
    case "view-transition": found.append((.motion("@" + name), range))
    case _ where name.hasSuffix("keyframes"):
      block.kind = .keyframes
      if !block.condition.contains(.calm) { found.append((.motion("@" + name), range)) }
    default: block.kind = .other
    }
  }

  private func select(_ prelude: ArraySlice<StyleScanner.Piece>, _ block: inout Block) {
    let selector = StyleSelector(prelude, in: outer.kind == .style ? outer.selector : nil)
    // A rule in a rule styles another element than the outer one.
    if block.condition.contains(.ticks) { block.condition.insert(.elsewhere) }
    block.condition.formUnion(selector.condition)
    block.selector = selector
    block.kind = .style
  }

  private mutating func closeStatement() {
    defer { statement.removeAll(keepingCapacity: true) }
    guard let first = statement.first else { return }
    if case .atKeyword(let name) = first.token {
      if name == "import" { found.append((.styleImport, first.range)) }
      if name == "charset", case .string(let text)? = statement.dropFirst().first?.token,
        !isWord(text, "utf-8")
      {
        found.append((.otherEncoding, first.range))
      }
      // The name of a namespace is not an address that is requested.
      if name != "namespace" { checkAddresses(statement[...]) }
    } else if case .identifier(let name) = first.token, statement.count > 1,
      statement[1].token == .mark(UInt8(ascii: ":")), !blocks.isEmpty
    {
      check(Declaration(name, statement.dropFirst(2), at: first.range, in: outer))
    } else {
      for address in checkAddresses(statement[...]) {
        found.append((.misplacedAddress(quoted(address.text)), address.range))
      }
    }
  }
}

extension StyleAudit {
  struct Address {
    let text: [UInt8]
    let range: Range<Int>
    /// The functions around it.
    let functions: [String]
  }

  /// Checks the addresses in a piece of style.
  ///
  /// - Returns: those that a browser requests from the host.
  @discardableResult
  mutating func checkAddresses(_ pieces: ArraySlice<StyleScanner.Piece>) -> [Address] {
    let count = found.count
    var fetched: [Address] = []
    var functions: [String] = []
    for piece in pieces {
      var address: [UInt8]?
      switch piece.token {
      case .url(let text): address = text
      case .string(let text):
        guard let name = functions.last, StyleScanner.addressFunctions.contains(name)
        else { continue }
        address = text
        // Without url() there is no telling a word from an address.
        if name != "url", AuditedAddress(text, siteHost: policy.siteHost) != .own {
          found.append((.styleFunction(name), piece.range))
          address = nil
        }
      case .function(let name):
        functions.append(name)
        checkFunction(name, piece.range)
      case .mark(UInt8(ascii: "(")): functions.append("")
      case .mark(UInt8(ascii: ")")): _ = functions.popLast()
      default: break
      }
      if let address, isFetched(address, piece.range) {
        fetched.append(Address(text: address, range: piece.range, functions: functions))
      }
    }
    // One finding is enough.
    return found.count > count ? [] : fetched
  }

  private mutating func checkFunction(_ name: String, _ range: Range<Int>) {
    switch name {
    case "src", "image", "-webkit-cross-fade", "cross-fade":
      found.append((.styleFunction(name), range))
    case "expression", "-moz-element", "element", "paint":
      found.append((.styleProgram(name), range))
    default: break
    }
  }

  private mutating func isFetched(_ address: [UInt8], _ range: Range<Int>) -> Bool {
    switch AuditedAddress(address, siteHost: policy.siteHost) {
    case .own: return address.first { $0 > 0x20 } != UInt8(ascii: "#")
    case .elsewhere: found.append((.externalResource(quoted(address)), range))
    case .scheme("data") where isImageData(address):
      if let hidden = EmbeddedPicture.violation(address) { found.append((hidden, range)) }
    case .scheme: found.append((.unsafeAddress(quoted(address)), range))
    }
    return false
  }
}

extension AuditFinding.Violation {
  fileprivate static var styleImport: Self {
    Self(
      AuditRule.cssImport,
      "‘@import’ fetches more style, perhaps from another site, which then knows who reads",
      help: "copy the rules into templates/assets/site.css",
      elsewhere: "copy the rules into the sheet that imports them")
  }

  fileprivate static func styleFunction(_ name: String) -> Self {
    Self(
      AuditRule.cssImport,
      "‘\(name)()’ fetches a picture by a way that is not checked, perhaps from another site",
      help: "write url() with a file of the site")
  }

  static func styleProgram(_ name: String) -> Self {
    Self(
      AuditRule.unsafeCSS, "‘\(name)’ in style runs a program on the reader’s device",
      help: "remove it")
  }

  fileprivate static var otherEncoding: Self {
    Self(
      AuditRule.unsafeCSS, "the style is not written in UTF-8, so nobody can check what it loads",
      help: "save the file as UTF-8")
  }

  fileprivate static var unreadableStyle: Self {
    Self(
      AuditRule.unsafeCSS,
      "browsers may read this style differently, so nobody can check what it does",
      help: "close every bracket, and remove control characters, braces inside of brackets or of "
        + "values, and names with signs that are no letters")
  }
}
