/// What the layout of a whole page in HTML puts around its text: a menu, a head and a foot.
///
/// A page of ours has all of them from its template. In the middle of the text of each page they
/// would have to be deleted by hand.
enum PageFrame {
  /// Takes the frame out of a page.
  ///
  /// It is whatever stands beside the one `<main>`. Without that, or if the one heading of the page is
  /// beside it, it is the menus, the foot, and the head if that has no heading, where they belong to
  /// the page and not to a part of the text.
  ///
  /// - Returns: its parts, in the order of the page; none, if no text would be left.
  static func remove(from page: HTMLElement) -> [HTMLElement] {
    let mains = mains(in: page)
    let isAllInMain =
      mains.count == 1 && (mains[0].first("h1") != nil || page.first("h1") == nil)
    let parts = isAllInMain ? besideMain(in: page) : frame(of: page)
    let removed = Set(parts.map(ObjectIdentifier.init))
    guard hasText(page, without: removed) else { return [] }
    remove(removed, from: page)
    return parts
  }

  private static func mains(in element: HTMLElement) -> [HTMLElement] {
    element.elements.flatMap { isMain($0) ? [$0] : mains(in: $0) }
  }

  private static func besideMain(in element: HTMLElement) -> [HTMLElement] {
    element.elements.flatMap { child -> [HTMLElement] in
      if isMain(child) || unseen.contains(child.name) { return [] }
      return mains(in: child).isEmpty ? [child] : besideMain(in: child)
    }
  }

  private static func frame(of element: HTMLElement) -> [HTMLElement] {
    element.elements.flatMap { child -> [HTMLElement] in
      switch (child.name, child["role"]) {
      case ("nav", _), ("footer", _), (_, "navigation"), (_, "contentinfo"): [child]
      case ("header", _), (_, "banner"): hasHeading(child) ? frame(of: child) : [child]
      case ("div", _), ("center", _): frame(of: child)
      default: []
      }
    }
  }

  private static func isMain(_ element: HTMLElement) -> Bool {
    element.name == "main" || element["role"] == "main"
  }

  private static func hasHeading(_ element: HTMLElement) -> Bool {
    ["h1", "h2", "h3", "h4", "h5", "h6"].contains { element.first($0) != nil }
  }

  private static func hasText(
    _ element: HTMLElement, without removed: Set<ObjectIdentifier>
  ) -> Bool {
    element.children.contains { child in
      switch child {
      case .text(let text): !text.isBlank
      case .comment: false
      case .element(let inner):
        !removed.contains(ObjectIdentifier(inner)) && !unseen.contains(inner.name)
          && (inner.name == "img" || hasText(inner, without: removed))
      }
    }
  }

  private static func remove(_ removed: Set<ObjectIdentifier>, from element: HTMLElement) {
    element.removeElements { removed.contains(ObjectIdentifier($0)) }
    for child in element.elements { remove(removed, from: child) }
  }

  /// What readers do not see; its words are no part of the text anyway.
  private static let unseen: Set = [
    "script", "style", "template", "title", "noscript", "link", "meta", "base",
  ]
}
