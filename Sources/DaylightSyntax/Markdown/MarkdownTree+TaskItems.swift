internal import CCMarkGFM

extension MarkdownTree {
  /// Whether `[x]` stands anywhere in the source; without it cmark ticks nothing.
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

  /// Takes back the ticks that cmark-gfm gave to items like `- [ ] I read [x](y.md)`: it ticks an
  /// item when `[x]` stands anywhere on its first line.
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
  /// Whether the first bracket of the item's line holds an x.
  fileprivate var hasTickInSource: Bool {
    let line = source.pointee.line(Int(cmark_node_get_start_line(pointer)))
    let start = max(0, Int(cmark_node_get_start_column(pointer)) - 1)
    guard start < line.count else { return false }
    let item = line[start...]
    guard let bracket = item.firstIndex(of: UInt8(ascii: "[")), bracket + 1 < item.endIndex else {
      return false
    }
    return item[bracket + 1] | 0x20 == UInt8(ascii: "x")
  }
}
