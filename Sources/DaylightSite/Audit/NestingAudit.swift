import DaylightSyntax

/// Follows which elements of a page are open, and finds where a browser would build something else
/// than what is written (HTML standard, section 13.2.6).
///
/// All other checks read a page as it is written. They are right only where browsers do so too: where
/// each element ends where it says, or where the standard lets it end by itself, and where nothing
/// breaks out of a drawing, a table or a paragraph.
struct NestingAudit {
  /// The first place where a browser goes its own way. What follows is not looked at.
  private(set) var fault: (violation: AuditFinding.Violation, range: Range<Int>)?

  private struct Element {
    let tag: HTMLTag
    let place: HTMLPlace
  }

  private var open: [Element] = []
  /// How many elements are outside of the drawing or formula at hand, nil outside of one.
  private var drawing: Int?
  private var links = 0
  private var buttons = 0
  private var forms = 0
  private var closed = 0
  private var hasBody = false
  /// How many elements are around a paragraph that a line cut short. Its end tag makes an empty one,
  /// which harms nobody.
  private var cutParagraph: Int?
  private var isOver = false
  private var isOff = false

  init() { open.reserveCapacity(32) }

  var hasBegun: Bool { !open.isEmpty }
  var isInDrawing: Bool { drawing != nil }
  var isInHead: Bool { open.last?.place == .head }
  /// Inside of something that is not shown until a reader opens it.
  var isInClosed: Bool { closed > 0 }

  /// Looks no further: the page is refused for something that stands here.
  mutating func stop() { isOff = true }

  mutating func fail(_ violation: AuditFinding.Violation, at range: Range<Int>) {
    if !isOff { fault = (violation, range) }
    isOff = true
  }

  @inline(__always)
  mutating func start(_ tag: HTMLTag, _ scanner: HTMLScanner) {
    guard !isOff else { return }
    if drawing != nil { return startInDrawing(tag, scanner) }
    let place = tag.name.place
    if isOver { return fail(.elementBehindEnd(scanner.name(tag.spelling)), at: tag.range) }
    if let last = open.last, !last.place.isPlain, !enter(last, place, tag) {
      return misplace(tag, scanner)
    }
    var isRight = true
    switch place {
    case .ordinary, .head, .html: break
    case .block, .paragraph, .form, .container, .table: isRight = closeParagraph()
    case .heading: isRight = closeParagraph() && open.last?.place != .heading
    case .item, .description: isRight = closeItem(place) && closeParagraph()
    case .void:
      guard tag.name == .hr else { return }
      let count = open.count
      isRight = closeParagraph()
      if open.count < count { cutParagraph = open.count }
      if !isRight { misplace(tag, scanner) }
      return
    case .column:
      if open.last?.place.accepts(.column) != true { misplace(tag, scanner) }
      return
    case .caption, .columns, .rows, .row, .cell: isRight = open.last?.place.accepts(place) ?? false
    case .ruby: if open.last?.place == .ruby { pop() }
    case .link: isRight = links == 0
    case .button: isRight = buttons == 0
    case .body:
      isRight = !hasBody
      hasBody = true
    case .drawing:
      if tag.isSelfClosing { return }
      drawing = open.count
    }
    if !isRight || place == .form && forms > 0 { return misplace(tag, scanner) }
    push(tag, place, scanner)
  }

  @inline(__always)
  mutating func end(_ tag: HTMLTag, _ scanner: HTMLScanner) {
    guard !isOff else { return }
    if let last = open.last, isSame(last.tag, tag, scanner) { return pop() }
    let place = tag.name.place
    if place == .paragraph, cutParagraph == open.count {
      cutParagraph = nil
      return
    }
    var index = open.count - 1
    while drawing == nil, index >= 0, !isSame(open[index].tag, tag, scanner),
      place.isPlain ? open[index].place == .ruby : open[index].place.endsByItself
    {
      index -= 1
    }
    guard drawing == nil, index >= 0, isSame(open[index].tag, tag, scanner) else {
      return fail(.strayEnd(scanner.name(tag.spelling)), at: tag.range)
    }
    while open.count > index { pop() }
  }

  mutating func finish(_ scanner: HTMLScanner) {
    guard !isOff, let left = open.last(where: { !$0.place.endsByItself }) else { return }
    fail(.neverClosed(scanner.name(left.tag.spelling)), at: left.tag.range)
  }
}

extension NestingAudit {
  /// Whether an element may begin where the last one is one of those that take only certain others.
  /// Ends those that end by themselves.
  private mutating func enter(_ last: Element, _ place: HTMLPlace, _ tag: HTMLTag) -> Bool {
    if place.isInTable {
      while let last = open.last?.place, !last.accepts(place), last.endsByItself { pop() }
      return open.last?.place.accepts(place) ?? false
    }
    switch last.place {
    case .table, .columns, .rows, .row: return false
    case .html: return place == .body || place == .head || tag.name.isInHead || !isInRoot(place)
    case .head:
      if !tag.name.isInHead { pop() }
      return place != .html && place != .head
    default: return !isInRoot(place)
    }
  }

  private func isInRoot(_ place: HTMLPlace) -> Bool {
    place == .html || place == .head || place == .body
  }

  /// Ends an open paragraph, as a block does; answers whether it could.
  private mutating func closeParagraph() -> Bool {
    var index = open.count - 1
    while index >= 0 {
      switch open[index].place {
      case .paragraph:
        guard index == open.count - 1 else { return false }
        pop()
        return true
      case .ordinary, .link, .ruby: index -= 1
      default: return true
      }
    }
    return true
  }

  /// Ends the item before the next one.
  private mutating func closeItem(_ place: HTMLPlace) -> Bool {
    var index = open.count - 1
    while index >= 0 {
      let element = open[index]
      if element.place == place {
        guard open[(index + 1)...].allSatisfy({ $0.place == .paragraph }) else { return false }
        while open.count > index { pop() }
        return true
      }
      switch element.place {
      case .ordinary, .link, .ruby, .paragraph: index -= 1
      case .block where element.tag.name == .div || element.tag.name == .address: index -= 1
      default: return true
      }
    }
    return true
  }

  private mutating func startInDrawing(_ tag: HTMLTag, _ scanner: HTMLScanner) {
    guard let drawing, let last = open.last else { return }
    let isFormula = open[drawing].tag.name == .math
    guard !last.tag.name.holdsOnlyText,
      isFormula ? tag.name.isInFormula : tag.name.isInDrawing
    else { return fail(.notInDrawing(scanner.name(tag.spelling)), at: tag.range) }
    if !tag.isSelfClosing { open.append(Element(tag: tag, place: .ordinary)) }
  }

  @inline(__always)
  private mutating func push(_ tag: HTMLTag, _ place: HTMLPlace, _ scanner: HTMLScanner) {
    var place = place
    switch place {
    case .link: links += 1
    case .button: buttons += 1
    case .form: forms += 1
    case .container: closed += 1
    case .block where scanner.attribute(.popover) != nil:
      place = .container
      closed += 1
    // Without scripts, what stands in it is read as in the head.
    case .ordinary where tag.name == .noscript && isInHead: place = .head
    default: break
    }
    open.append(Element(tag: tag, place: place))
  }

  @inline(__always)
  private mutating func pop() {
    guard let element = open.popLast() else { return }
    switch element.place {
    case .link: links -= 1
    case .button: buttons -= 1
    case .form: forms -= 1
    case .container: closed -= 1
    case .html, .body: isOver = true
    default: break
    }
    if drawing == open.count { drawing = nil }
  }

  @inline(__always)
  private func isSame(_ start: HTMLTag, _ end: HTMLTag, _ scanner: HTMLScanner) -> Bool {
    guard start.name == end.name else { return false }
    return start.name != .unknown || scanner.name(start.spelling) == scanner.name(end.spelling)
  }

  private mutating func misplace(_ tag: HTMLTag, _ scanner: HTMLScanner) {
    let outer = open.last { $0.place != .ordinary } ?? open.last
    fail(
      .misplaced(
        scanner.name(tag.spelling), in: outer.map { scanner.name($0.tag.spelling) } ?? "the page"),
      at: tag.range)
  }
}
