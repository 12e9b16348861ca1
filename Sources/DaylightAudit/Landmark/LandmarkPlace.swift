import DaylightSyntax

/// The places of the landmarks on a page, and their texts.
///
/// The style that keeps them visible finds them by their place: directly in the body, the exits and
/// the safety line first. In a closed box, a drawing or a hidden part it would have no effect.
struct LandmarkPlace {
  var hasBody = false
  /// The landmark that is being read, and its depth.
  fileprivate var current: (landmark: Landmark, depth: Int)?
  /// Its words, without those that only some readers see.
  fileprivate(set) var words: [UInt8] = []

  private var isDisplaced = false
  fileprivate var seen: Set<Landmark> = []
  /// How deep the part begins that is for keyboards, or for browsers with or without scripts.
  fileprivate var keysDepth: Int?
  /// The part of the safety line that is being read and folds the rest of it.
  var fold: LandmarkFold?

  var landmark: Landmark? { current?.landmark }

  /// Whether this is the first element in a place where only the exits and the safety line are
  /// allowed.
  fileprivate mutating func isFirstDisplaced() -> Bool {
    defer { isDisplaced = true }
    return !isDisplaced
  }

  mutating func read(_ text: some Sequence<UInt8>) {
    guard current != nil else { return }
    fold?.read(text)
    if keysDepth == nil { words += text }
  }

  mutating func breakLine() {
    if current != nil { words.append(0) }
  }
}

extension PageAudit {
  /// Checks the place of a tag, before anything else of the tag is known.
  mutating func notePlace(_ role: HTMLVocabulary.Element.Role, _ tag: HTMLTag) {
    switch role {
    case .html, .body:
      if role == .body { landmarks.place.hasBody = true }
      return checkRoot(tag)
    case .head, .meta, .title, .link, .script, .base, .style, .template, .noscript:
      if !landmarks.place.hasBody { return }
    default:
      if depth == 0 { landmarks.place.hasBody = true }
    }
    guard landmarks.place.hasBody, isWhole else { return }
    if let landmark = landmarks.place.landmark { return checkPart(of: landmark, tag) }
    if role == .nav, scanner.hasClass("leave") {
      enter(.exit, tag)
    } else if role == .aside, scanner.hasClass("safety") {
      enter(.safetyLine, tag)
    } else if role == .aside, scanner.hasClass("help") {
      enter(.help, tag)
    } else if depth == 0, landmarks.comesBefore(.safetyLine), !isWayOut(role),
      landmarks.place.isFirstDisplaced()
    {
      report.add(
        landmarks.place.seen.contains(.exit) ? .beforeSafetyLine : .beforeExit, at: tag.range)
    }
  }

  /// The links that are allowed before the bar of the exit.
  private func isWayOut(_ role: HTMLVocabulary.Element.Role) -> Bool {
    role == .anchor && !landmarks.place.seen.contains(.exit)
      && (scanner.attribute(.`data-exit`) != nil
        || scanner.value(.href)?.first == UInt8(ascii: "#"))
  }

  private mutating func enter(_ landmark: Landmark, _ tag: HTMLTag) {
    guard isShown else { return }
    if landmark == .help, landmarks.isInForm { return report.add(.helpInForm, at: tag.range) }
    guard landmarks.place.seen.insert(landmark).inserted else {
      return report.add(.secondLandmark(landmark), at: tag.range)
    }
    if landmark != .exit { landmarks.note(landmark) }
    landmarks.place.current = (landmark, depth)
    landmarks.place.words.removeAll(keepingCapacity: true)
    checkHiding(in: landmark, tag)
    if depth > 0 { report.add(.buriedLandmark(landmark), at: tag.range) }
  }

  /// Ends the landmark whose last element was closed.
  mutating func leavePlaces() {
    if let keys = landmarks.place.keysDepth, open.count <= keys { landmarks.place.keysDepth = nil }
    finishFold()
    guard let current = landmarks.place.current, open.count <= current.depth else { return }
    checkWords(of: current.landmark)
    landmarks.place.current = nil
  }

  /// Whether the current tag does not hide its element.
  var isShown: Bool {
    for name in [HTMLName.hidden, .inert, .popover] where scanner.attribute(name) != nil {
      return false
    }
    return !scanner.hasAttribute(.`aria-hidden`, equalTo: "true")
  }

  /// Whether the current exit is where its style finds it and nothing else hides it: the second one
  /// in the body or in the bar, the visible one in the bar or in a box of it.
  func isInPlace(_ exit: Landmark) -> Bool {
    let isInBar = landmarks.place.landmark == .exit
    return landmarks.place.keysDepth == nil
      && (depth == (isInBar ? 1 : 0) || exit == .exit && depth == 2 && open.parent == .div)
  }
}

extension PageAudit {
  private mutating func checkPart(of landmark: Landmark, _ tag: HTMLTag) {
    switch tag.name {
    case .a, .abbr, .address, .b, .bdi, .br, .cite, .dd, .div, .dl, .dt, .em, .h2, .h3, .h4, .hr,
      .i, .kbd, .li, .ol, .p, .small, .span, .strong, .time, .ul, .wbr:
      break
    case .details where landmark == .safetyLine && landmarks.place.fold == nil:
      landmarks.place.fold = LandmarkFold(tag: tag.range, depth: depth)
    case .summary where landmarks.place.fold?.depth == depth - 1:
      landmarks.place.fold?.summaryDepth = depth
    default:
      return report.add(.oddPart(scanner.name(tag.spelling), of: landmark), at: tag.range)
    }
    checkHiding(in: landmark, tag)
    // What is inside a fold is seen only when it is open, and not at all on a large screen.
    let isForSome =
      tag.name == .details
      || scanner.hasClass("keys") || scanner.hasClass("scripted") || scanner.hasClass("scriptless")
    if isForSome, landmarks.place.keysDepth == nil {
      landmarks.place.keysDepth = depth
    }
  }

  /// Only attributes that are known to hide nothing.
  mutating func checkHiding(in landmark: Landmark, _ tag: HTMLTag) {
    for attribute in scanner.attributes {
      switch attribute.name {
      case .`class`, .id, .href, .rel, .lang, .dir, .datetime, .`data-exit`: continue
      // Their own rules check that.
      case .style, .target, .download, .ping: continue
      default: break
      }
      let name = scanner.name(attribute.spelling)
      let value = scanner.value(attribute)
      let isHarmless =
        switch name {
        case "aria-live", "aria-atomic", "translate": true
        // On a link they would replace its text, or hide that it is a link.
        case "aria-label", "aria-labelledby": tag.name != .a
        case "role": tag.name != .a && Self.roles.contains(String(decoding: value, as: UTF8.self))
        case "aria-hidden": landmark == .exit && tag.name == .span && isDots
        // The script replaces the text of the element with these.
        case _ where name.hasPrefix("data-exit-"): tag.name == .p || tag.name == .span
        default: name.hasPrefix("data-") || name.hasPrefix("on")
        }
      if !isHarmless {
        report.add(.hidingAttribute(name, landmark), at: attribute.range, in: tag.range)
      }
    }
  }

  private static let roles: Set<String> = ["status", "navigation", "complementary", "region"]

  /// The dots, which repeat the status.
  private var isDots: Bool {
    scanner.attributes.contains { scanner.name($0.spelling) == "data-exit-dots" }
  }

  /// On `html` and `body`, whatever hides hides everything.
  private mutating func checkRoot(_ tag: HTMLTag) {
    for attribute in scanner.attributes {
      switch attribute.name.attribute {
      case nil, .text?, .plain?, .name?, .tabindex?: break
      default: continue
      }
      switch attribute.name {
      case .`class`, .lang, .dir, .prefix, .vocab, .typeof, .itemtype, .itemid, .xmlns: continue
      default: break
      }
      let name = scanner.name(attribute.spelling)
      let isSwitch =
        name == "data-scripted"
        || name == "data-history" && policy.hasSingleEntry && tag.name == .html
      if isSwitch {
        report.add(.deadSwitch(name), at: attribute.range, in: tag.range)
        continue
      }
      if name.hasPrefix("data-") || name.hasPrefix("on") { continue }
      if ["itemscope", "xml:lang", "translate", "version"].contains(name) { continue }
      report.add(.hidingAttribute(name, .exit), at: attribute.range, in: tag.range)
    }
  }
}

extension HTMLScanner {
  /// Whether the last tag has a class, written exactly so: style sheets distinguish capitals.
  func hasClass(_ name: StaticString) -> Bool {
    guard let attribute = attribute(.`class`), let range = attribute.value else { return false }
    let written = UnsafeBufferPointer(rebasing: bytes[range])
    if written.has(UInt8(ascii: "&")) {
      return value(attribute).withUnsafeBufferPointer { $0.hasWord(name) }
    }
    return written.hasWord(name)
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether a word is among those that white space separates.
  fileprivate func hasWord(_ word: StaticString) -> Bool {
    var start = 0
    while start < count {
      var end = start
      while end < count, self[end] > 0x20 { end += 1 }
      if end - start == word.utf8CodeUnitCount,
        word.withUTF8Buffer({ self[start..<end].elementsEqual($0) })
      {
        return true
      }
      start = end + 1
    }
    return false
  }
}

extension Landmark {
  fileprivate var rule: Rule {
    switch self {
    case .safetyLine: AuditRule.safetyLine
    case .help: AuditRule.helpBlock
    default: AuditRule.exitLink
    }
  }
}

extension AuditFinding.Violation {
  private static let placeHelp =
    "keep {{> leave}} first in the body of templates/base.mustache and {{> help}} after the main "
    + "text, both directly in the body"

  fileprivate static var beforeExit: Self {
    Self(
      AuditRule.exitLink,
      "this comes before the exits, so it can cover them or push them out of sight",
      help: exitHelp)
  }

  fileprivate static var beforeSafetyLine: Self {
    Self(
      AuditRule.safetyLine,
      "this comes between the exit and the safety line, and can push the line out of sight",
      help: exitHelp)
  }

  fileprivate static func buriedLandmark(_ landmark: Landmark) -> Self {
    Self(
      landmark.rule,
      "\(landmark.name) is inside another element, which can hide it, "
        + "or something before it is not closed",
      help: placeHelp)
  }

  fileprivate static func secondLandmark(_ landmark: Landmark) -> Self {
    Self(
      landmark.rule,
      "this looks like \(landmark.name) and is not it; a reader in a hurry cannot tell them apart",
      help: "keep one only, and give this element another class")
  }

  fileprivate static func oddPart(_ name: String, of landmark: Landmark) -> Self {
    Self(
      landmark.rule,
      "‘<\(name)>’ in \(landmark.name) could hide what a reader needs, or keep it from working",
      help: "use plain words there, in elements such as ‘<p>’, ‘<span>’ and ‘<a>’")
  }

  fileprivate static func deadSwitch(_ name: String) -> Self {
    Self(
      AuditRule.exitLink,
      "‘\(name)’ tells the exit script to do less than this site promises",
      help: "remove it; the script and templates/base.mustache write it where it belongs")
  }

  fileprivate static func hidingAttribute(_ name: String, _ landmark: Landmark) -> Self {
    Self(
      landmark.rule,
      "‘\(name)’ here could hide \(landmark.name) or keep it from being reached",
      help: "remove the attribute")
  }
}
