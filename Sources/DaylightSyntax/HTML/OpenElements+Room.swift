extension OpenElements {
  /// Ends what the beginning of an element ends without an end tag.
  mutating func makeRoom(for tag: HTMLTag, _ place: HTMLPlace, _ scanner: HTMLScanner) {
    if place.isInTable {
      while count > 0, let last = stack.last?.place, !last.accepts(place), last.endsByItself {
        truncate(to: stack.count - 1)
      }
      if stack.last?.place.accepts(place) != true { misplace(tag, scanner) }
      return
    }
    if !tag.name.isInHead {
      endHead()
      lastRoot = .body
    }
    if stack.last?.place.takesPartsOnly == true { misplace(tag, scanner) }
    switch place {
    case .block, .paragraph, .table: closeParagraph(before: tag, scanner)
    case .form:
      closeParagraph(before: tag, scanner)
      if let outer = stack.first(where: { $0.place == .form }) {
        misplace(tag, in: outer, scanner)
      }
    case .heading:
      closeParagraph(before: tag, scanner)
      if stack.last?.place == .heading { misplace(tag, scanner) }
    case .item, .description:
      closeItem(place, before: tag, scanner)
      closeParagraph(before: tag, scanner)
    case .void where tag.name == .hr:
      let count = stack.count
      closeParagraph(before: tag, scanner)
      if stack.count < count { cutParagraph = stack.count }
    case .ruby where stack.last?.place == .ruby: truncate(to: stack.count - 1)
    case .link, .button:
      guard let index = stack.lastIndex(where: { $0.place == place }) else { return }
      misplace(tag, in: stack[index], scanner)
      truncate(to: index)
    default: break
    }
  }

  /// Ends an open paragraph, as a block does.
  private mutating func closeParagraph(before tag: HTMLTag, _ scanner: HTMLScanner) {
    for index in stack.indices.reversed() {
      switch stack[index].place {
      case .paragraph:
        if index < stack.count - 1 { misplace(tag, scanner) }
        return truncate(to: index)
      case .button: return
      case let place where place.isBarrier: return
      default: break
      }
    }
  }

  /// Ends the item before the next one.
  private mutating func closeItem(_ place: HTMLPlace, before tag: HTMLTag, _ scanner: HTMLScanner) {
    for index in stack.indices.reversed() {
      let element = stack[index]
      if element.place == place {
        if !stack[(index + 1)...].allSatisfy({ $0.place == .paragraph }) { misplace(tag, scanner) }
        return truncate(to: index)
      }
      let isPassed = [.address, .div, .p].contains(element.tag.name)
      if element.place.isSpecial, !isPassed { return }
    }
  }

  mutating func endHead() {
    while stack.last?.place == .head { truncate(to: stack.count - 1) }
  }

  /// - Parameter outer: the element it is not allowed in, if that is not the innermost open one.
  mutating func misplace(_ tag: HTMLTag, in outer: Element? = nil, _ scanner: HTMLScanner) {
    if isOff { return }
    let outer =
      outer ?? stack.last { $0.place != .ordinary && $0.place != .formatting } ?? stack.last
    fail(
      .misplaced(
        scanner.name(tag.spelling), in: outer.map { scanner.name($0.tag.spelling) } ?? "the page"),
      at: tag.range, in: outer?.tag.range)
  }
}
