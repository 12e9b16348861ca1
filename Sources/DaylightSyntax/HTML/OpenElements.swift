/// The elements that are open while a page is read, as a browser would have them (HTML standard,
/// section 13.2.6).
///
/// All other checks read a page as it is written. They are right only if browsers do so too: if
/// each element ends where it says, or where the standard lets it end by itself, and nothing breaks
/// out of a drawing, a table or a paragraph. The first place where that is not so is the fault.
/// After it, in doubt an element counts as open.
package struct OpenElements {
  package private(set) var fault: Fault?

  package struct Fault {
    package let problem: NestingProblem
    package let range: Range<Int>
    /// The tag of the element it is not allowed in.
    package var outer: Range<Int>?
  }

  struct Element {
    let tag: HTMLTag
    let place: HTMLPlace
    /// Is a drawing or formula, or is inside one.
    var isDrawn = false
    /// Is not shown until a reader opens it.
    var isClosed = false
  }

  /// As deep as Chromium builds a page; elements inside of more are put beside each other.
  private static let deepest = 512

  private(set) var stack: [Element] = []
  /// How many of the lowest are `html`, `head` and `body`.
  private var roots = 0
  /// The last of these that began, even if only because something inside it began.
  var lastRoot = HTMLPlace.ordinary
  /// How many elements are around a paragraph that a line cut short. Its end tag makes an empty one,
  /// which harms nobody.
  var cutParagraph: Int?
  /// The end of the body was read.
  private var isOver = false
  private(set) var isOff = false

  package init() { stack.reserveCapacity(32) }

  /// How many are open, without `html`, `head` and `body`.
  package var count: Int { stack.count - roots }
  /// The parent of the innermost open element.
  package var parent: HTMLName? { stack.dropLast().last?.tag.name }
  package var hasBegun: Bool { !stack.isEmpty }
  package var isInDrawing: Bool { stack.last?.isDrawn ?? false }
  /// Inside of something that is not shown until a reader opens it.
  package var isInClosed: Bool { stack.contains(where: \.isClosed) }

  /// Stops looking for faults: the page is already refused for something here.
  package mutating func stop() { isOff = true }

  package mutating func fail(
    _ problem: NestingProblem, at range: Range<Int>, in outer: Range<Int>? = nil
  ) {
    if !isOff { fault = Fault(problem: problem, range: range, outer: outer) }
    isOff = true
  }

  /// Opens an element.
  ///
  /// - Returns: the number of elements around it.
  package mutating func start(_ tag: HTMLTag, _ scanner: HTMLScanner) -> Int {
    if isInDrawing { return startDrawn(tag, scanner) }
    let place = tag.name.place
    if isOver { fail(.behindEnd("‘<\(scanner.name(tag.spelling))>’"), at: tag.range) }
    if place.isRoot { return startRoot(tag, place, scanner) }
    makeRoom(for: tag, place, scanner)
    let depth = count
    if place != .void, place != .column, place != .drawing || !tag.isSelfClosing {
      push(tag, place, scanner)
    }
    return depth
  }

  package mutating func end(_ tag: HTMLTag, _ scanner: HTMLScanner) {
    let place = tag.name.place
    if let last = stack.last, isSame(last.tag, tag, scanner), !place.isRoot {
      return truncate(to: stack.count - 1)
    }
    if place == .paragraph, cutParagraph == stack.count {
      cutParagraph = nil
      return
    }
    guard let index = index(endedBy: tag, place, scanner) else {
      return fail(.strayEnd(scanner.name(tag.spelling)), at: tag.range)
    }
    let inside = stack[(index + 1)...]
    if isInDrawing
      || !inside.allSatisfy({ place.isPlain ? $0.place == .ruby : $0.place.endsByItself })
    {
      fail(.strayEnd(scanner.name(tag.spelling)), at: tag.range)
    }
    switch place {
    // What is open stays so, and takes what follows.
    case .html, .body: isOver = true
    // These end alone; what was opened in them stays open.
    case .form: stack.remove(at: index)
    case .formatting, .link:
      if inside.contains(where: \.place.isSpecial) {
        stack.remove(at: index)
      } else {
        truncate(to: index)
      }
    default: truncate(to: index)
    }
  }

  /// Text that is more than white space.
  package mutating func text(at range: Range<Int>, _ scanner: HTMLScanner) {
    if isOver { return fail(.behindEnd("text"), at: range) }
    guard let last = stack.last, last.place.movesText, !last.isDrawn else { return }
    fail(.misplacedText(in: scanner.name(last.tag.spelling)), at: range)
  }

  package mutating func finish(_ scanner: HTMLScanner) {
    if let left = stack.last(where: { !$0.place.endsByItself }) {
      fail(.neverClosed(scanner.name(left.tag.spelling)), at: left.tag.range)
    }
    truncate(to: 0)
  }
}

extension OpenElements {
  /// Opens `html`, `head` or `body`, each once and in this order. Of a second one browsers take the
  /// attributes only.
  private mutating func startRoot(
    _ tag: HTMLTag, _ place: HTMLPlace, _ scanner: HTMLScanner
  ) -> Int {
    if place != .head { endHead() }
    if count > 0 || place.rawValue <= lastRoot.rawValue {
      misplace(tag, scanner)
    } else {
      stack.append(Element(tag: tag, place: place))
      lastRoot = place
      roots += 1
    }
    return count
  }

  private mutating func startDrawn(_ tag: HTMLTag, _ scanner: HTMLScanner) -> Int {
    let isFormula = stack.last { $0.place == .drawing }?.tag.name == .math
    let belongs = isFormula ? tag.name.isInFormula : tag.name.isInDrawing
    if !belongs || stack.last?.tag.name.holdsOnlyText == true {
      fail(.notInDrawing(scanner.name(tag.spelling)), at: tag.range)
    }
    let depth = count
    if !tag.isSelfClosing { push(Element(tag: tag, place: .ordinary, isDrawn: true)) }
    return depth
  }

  private mutating func push(_ tag: HTMLTag, _ place: HTMLPlace, _ scanner: HTMLScanner) {
    // Without scripts, its content is parsed as in the head.
    let isInHead = stack.last?.place == .head && tag.name == .noscript
    push(
      Element(
        tag: tag, place: isInHead ? .head : place, isDrawn: place == .drawing,
        isClosed: tag.name == .details
          || scanner.attributeCount > 0
            && (scanner.attribute(.popover) != nil
              || scanner.hasAttribute(.hidden, equalTo: "until-found"))
      ))
  }

  private mutating func push(_ element: Element) {
    guard stack.count < Self.deepest else { return fail(.tooDeep, at: element.tag.range) }
    stack.append(element)
  }

  mutating func truncate(to count: Int) {
    stack.removeSubrange(count...)
    roots = min(roots, count)
  }

  /// The element that an end tag closes; nil if an open element keeps it from closing anything.
  private func index(
    endedBy tag: HTMLTag, _ place: HTMLPlace, _ scanner: HTMLScanner
  ) -> Int? {
    for index in stack.indices.reversed() {
      if isSame(stack[index].tag, tag, scanner) { return index }
      let open = stack[index].place
      let isStop =
        switch place {
        case .ordinary, .ruby: open.isSpecial
        case .table: false
        default: place.isInTable ? open == .table : open.isBarrier
        }
      if isStop { return nil }
    }
    return nil
  }

  @inline(__always)
  private func isSame(_ start: HTMLTag, _ end: HTMLTag, _ scanner: HTMLScanner) -> Bool {
    guard start.name == end.name else { return false }
    return start.name != .unknown || scanner.name(start.spelling) == scanner.name(end.spelling)
  }
}
