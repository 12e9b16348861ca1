import DaylightModel
package import DaylightSyntax

/// Takes the groups and items of a checklist out of its body.
///
/// Each `##` heading with a list of task items under it is a group; what is between the two is its
/// introduction. The links at the end of an item are its readings; what precedes them is its label
/// (CHK-05).
enum ChecklistPass {
  static func run(_ tree: borrowing MarkdownTree, _ assembly: inout Assembly) {
    guard assembly.entry.kind.traits.isChecklist else { return }
    var checklist = Checklist()
    let blocks = Array(tree.root.children)
    var last: Int?
    var labels: [ChecklistItemRule.Label] = []
    /// The place of the heading of the group that may begin.
    var heading: Int?
    for (number, block) in blocks.enumerated() {
      if block.kind == .heading { heading = number }
      guard block.kind == .list, block.firstChild?.kind == .taskItem else { continue }
      if let last {
        check(blocks[(last + 1)..<(heading ?? number)], &assembly)
      }
      if let place = heading {
        assembly.groupIntroductions.append(holder(of: Array(blocks[(place + 1)..<number])))
        checklist.groups.append(group(blocks[place], checklist.groups.count, tree, &assembly))
        heading = nil
      } else if checklist.groups.isEmpty {
        assembly.add(.itemsWithoutGroup(at: assembly.location(of: block)))
        continue
      }
      let group = checklist.groups.count - 1
      for item in block.children where item.kind != .taskItem {
        assembly.add(.itemWithoutBox(at: assembly.location(of: item)))
      }
      for item in block.children where item.kind == .taskItem {
        let id = "\(checklist.groups[group].id)-\(checklist.groups[group].items.count + 1)"
        checklist.groups[group].items.append(self.item(item, id, tree, &labels, &assembly))
      }
      block.unlink()
      last = number
    }
    ChecklistItemRule.check(labels, &assembly)
    guard let last else {
      assembly.add(.emptyChecklist(at: .file(assembly.path)))
      return
    }
    assembly.closing = holder(of: Array(blocks[(last + 1)...]))
    assembly.page.checklist = checklist
  }

  /// Takes the introductions of groups and the text after the last one out of the body, once all
  /// passes have been over them.
  static func finish(_ tree: borrowing MarkdownTree, _ assembly: inout Assembly) {
    let rawHTML = assembly.index.configuration.allowsRawHTML
    for (number, holder) in assembly.groupIntroductions.enumerated() {
      assembly.page.checklist?.groups[number].introduction = take(holder, of: tree, rawHTML)
    }
    assembly.page.checklist?.closing = take(assembly.closing, of: tree, rawHTML)
  }

  private static func take(
    _ holder: MarkdownNode?, of tree: borrowing MarkdownTree, _ rawHTML: Bool
  ) -> HTML {
    guard let holder else { return HTML() }
    let html = tree.html(childrenOf: holder, rawHTML: rawHTML)
    holder.unlink()
    return html
  }

  /// Reports what is between two lists of items, or after the items of a group, where the finished
  /// page has no place for it.
  private static func check(_ blocks: ArraySlice<MarkdownNode>, _ assembly: inout Assembly) {
    let stray = blocks.first {
      $0.parent != nil && $0.kind != .footnoteDefinition && $0.kind != .htmlBlock
    }
    if let stray { assembly.add(.strayText(at: assembly.location(of: stray))) }
  }

  private static func group(
    _ heading: MarkdownNode, _ number: Int, _ tree: borrowing MarkdownTree,
    _ assembly: inout Assembly
  ) -> Checklist.Group {
    let rawHTML = assembly.index.configuration.allowsRawHTML
    let title = tree.html(childrenOf: heading, rawHTML: rawHTML)
    if let place = assembly.headingNodes.firstIndex(of: heading) {
      assembly.headingNodes.remove(at: place)
      let removed = assembly.page.headings.remove(at: place)
      assembly.page.anchors.remove(removed.anchor)
    }
    heading.unlink()
    return Checklist.Group(id: "c\(number + 1)", title: title)
  }

  private static func item(
    _ item: MarkdownNode, _ id: String, _ tree: borrowing MarkdownTree,
    _ labels: inout [ChecklistItemRule.Label], _ assembly: inout Assembly
  ) -> Checklist.Item {
    let location = assembly.location(of: item)
    guard let paragraph = item.firstChild, paragraph.kind == .paragraph else {
      assembly.add(.emptyItem(at: location))
      return Checklist.Item(id: id, label: HTML(), readings: [], location: location)
    }
    if item.isChecked { assembly.add(.tickedItem(at: location)) }
    if let more = paragraph.next { assembly.add(.longItem(at: assembly.location(of: more))) }
    var readings: [Checklist.Reading] = []
    while let node = paragraph.lastChild {
      if let path = assembly.readings[node] {
        readings.insert(Checklist.Reading(title: node.plainText, path: path), at: 0)
        node.unlink()
      } else if node.kind == .softBreak
        || node.kind == .text && isSeparator(node.literal, assembly.index.language),
        node.previous.map({ assembly.readings[$0] != nil }) ?? false || !readings.isEmpty
      {
        node.unlink()
      } else {
        break
      }
    }
    // A reading that leads nowhere is a finding already.
    if readings.isEmpty, !paragraph.children.contains(where: assembly.brokenLinks.contains) {
      assembly.add(.checklistItemWithoutLink(at: location))
    }
    if let text = paragraph.lastChild, text.kind == .text {
      let bytes = Array(text.literal)
      let end = bytes.lastIndex { $0 > 0x20 }.map { $0 + 1 } ?? 0
      text.setLiteral(bytes[..<end])
    }
    let rawHTML = assembly.index.configuration.allowsRawHTML
    let label = tree.html(childrenOf: paragraph, rawHTML: rawHTML)
    if label.isEmpty {
      assembly.add(.emptyItem(at: location))
    } else {
      labels.append(.init(text: paragraph.plainText, location: location))
    }
    return Checklist.Item(id: id, label: label, readings: readings, location: location)
  }

  /// Whether a text between two readings, or after the last, only separates them.
  private static func isSeparator(
    _ text: UnsafeBufferPointer<UInt8>, _ language: Language
  ) -> Bool {
    text.allSatisfy { $0 <= 0x20 || $0.isOne(of: ".,;·|") }
      || language.conjunctions.contains { text.elementsEqual(" \($0) ".utf8) }
  }

  /// A node of its own for some blocks. Footnotes stay where they are.
  private static func holder(of blocks: [MarkdownNode]) -> MarkdownNode? {
    let held = blocks.filter { $0.parent != nil && $0.kind != .footnoteDefinition }
    guard let first = held.first else { return nil }
    let holder = first.makeCustomBlock(enter: [], exit: [])
    holder.insert(before: first)
    for block in held { holder.append(block) }
    return holder
  }
}

extension Rule {
  package static let checklistItems = Rule(
    "checklist-items", .error, "A checklist that is not headings with task items under them.",
    why: "Items without a heading, and text between them, have no place in the list that readers "
      + "tick.",
    bad: "- [ ] I watch what I say. [The signs](../signs/overview.md)",
    good: "## At home\n\n- [ ] I watch what I say. [The signs](../signs/overview.md)",
    fix: "Write a heading above the items, and move other text right under a heading or behind "
      + "the last item.", in: .checklist)
  // CHK-05
  package static let checklistItemWithoutLink = Rule(
    "checklist-item-without-link", .error, "An item of a checklist that leads to no page.",
    why: "A reader who ticks a sign should not be left alone with it.",
    bad: "## At home\n\n- [ ] I watch what I say.",
    good: "## At home\n\n- [ ] I watch what I say. [The signs](../signs/overview.md)",
    fix: "Close the item with a link to a page about it.", in: .checklist,
    formerIDs: ["sign-without-reading"])
  // ACC-02
  package static let tickedItem = Rule(
    "ticked-item", .error, "An item of a checklist that is ticked beforehand.",
    why: "The list would say something about the reader before they have read it.",
    bad: "## At home\n\n- [x] I watch what I say. [The signs](../signs/overview.md)",
    good: "## At home\n\n- [ ] I watch what I say. [The signs](../signs/overview.md)",
    fix: "Write `- [ ]`.", in: .checklist)
}

extension Diagnostic {
  fileprivate static func itemsWithoutGroup(at location: SourceLocation) -> Self {
    Diagnostic(
      .checklistItems, "these items are not under a heading", at: location,
      help: "write a heading above them, such as ‘## What I notice’")
  }

  fileprivate static func strayText(at location: SourceLocation) -> Self {
    Diagnostic(
      .checklistItems, "this text is between items of the checklist, where it would not be shown",
      at: location,
      help: "move it directly below the heading of a group or after the last item, or remove it")
  }

  fileprivate static func emptyChecklist(at location: SourceLocation) -> Self {
    Diagnostic(
      .checklistItems, "this checklist has no items", at: location,
      help: "write headings, and under each a list of lines that begin with ‘- [ ] ’")
  }

  fileprivate static func emptyItem(at location: SourceLocation) -> Self {
    Diagnostic(
      .checklistItems, "this item is empty", at: location,
      help: "write a sentence after ‘- [ ] ’, and end it with a link to read on")
  }

  fileprivate static func itemWithoutBox(at location: SourceLocation) -> Self {
    Diagnostic(
      .checklistItems, "this item of a checklist has no checkbox, and would not be shown",
      at: location,
      help: "begin it with ‘- [ ] ’")
  }

  fileprivate static func longItem(at location: SourceLocation) -> Self {
    Diagnostic(
      .checklistItems, "only the first paragraph of an item is shown, and this is not part of it",
      at: location, help: "make it an item of its own, or remove it")
  }

  fileprivate static func checklistItemWithoutLink(at location: SourceLocation) -> Self {
    Diagnostic(
      .checklistItemWithoutLink, "this item leads to no page", at: location,
      help: "end it with a link: ‘… [Walking on eggshells](../signs/walking-on-eggshells.md)’")
  }

  fileprivate static func tickedItem(at location: SourceLocation) -> Self {
    Diagnostic(
      .tickedItem, "this item is ticked before anyone has read it", at: location,
      help: "write ‘- [ ]’")
  }
}
