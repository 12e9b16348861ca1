internal import CCMarkGFM

extension MarkdownTree {
  /// Whether `[x]` is anywhere in the source; without it cmark ticks nothing.
  var mayHaveTick: Bool {
    let body = body
    var next = body.offset(of: UInt8(ascii: "["))
    while let bracket = next {
      if bracket + 2 < body.count, body[bracket + 1] | 0x20 == UInt8(ascii: "x"),
        body[bracket + 2] == UInt8(ascii: "]")
      {
        return true
      }
      next = body.offset(of: UInt8(ascii: "["), from: bracket + 1)
    }
    return false
  }

  /// Removes the ticks that cmark-gfm gave to items like `- [ ] I read [x](y.md)`: it ticks an item
  /// if `[x]` is anywhere on its first line.
  func correctCheckedItems() {
    var events = events()
    while let event = events.next() {
      guard case .enter(let item) = event else { continue }
      if item.kind.isInline || item.kind == .paragraph { events.skipChildren() }
      guard item.isChecked, !item.hasTickInSource else { continue }
      cmark_gfm_extensions_set_tasklist_item_checked(item.pointer, false)
    }
  }
}

extension MarkdownNode {
  /// Whether the first bracket on the item's line contains an x.
  fileprivate var hasTickInSource: Bool {
    guard let bracket = bracketInSource, bracket + 1 < source.pointee.body.count else {
      return false
    }
    return source.pointee.body[bracket + 1] | 0x20 == UInt8(ascii: "x")
  }

  /// The offset of the first bracket of the item's line.
  private var bracketInSource: Int? {
    guard let position, let start = source.pointee.offset(of: position) else { return nil }
    let line = source.pointee.body[start...].prefix { $0 != UInt8(ascii: "\n") }
    return line.firstIndex(of: UInt8(ascii: "["))
  }

  /// From the marker of a task item up to the end of its box.
  package func boxLocation(in path: String) -> SourceLocation {
    guard let bracket = bracketInSource else { return location(in: path) }
    let end = source.pointee.position(at: min(bracket + 3, source.pointee.body.count))
    return SourceLocation(path: path, start: place, end: end)
  }
}
