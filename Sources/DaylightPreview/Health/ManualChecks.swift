import DaylightModel
import DaylightSite
import DaylightSyntax

/// What only a person can check: helplines to call, sources to scan up.
struct ManualChecks {
  private struct Item {
    let name: String
    let finding: String
    let place: SourceLocation
    let page: WebAddress?
  }

  private let helplines: [Item]
  private let sources: [Item]
  private let helplineCount: Int
  private let sourceCount: Int
  private let editor: EditorLink

  init(_ build: SiteBuild, editor: EditorLink) {
    self.editor = editor
    let data = build.index.value.data
    let now = build.index.value.now
    let all = data.help.regions.flatMap { region in
      region.helplines.map { (region: region.name.value, helpline: $0) }
    }
    helplineCount = all.count
    helplines = all.compactMap { region, helpline in
      let finding: String
      if let verified = helpline.verified?.value {
        let age = verified.days(until: now)
        guard age >= HelpDirectory.warningDays else { return nil }
        finding = "\(region); checked \(age.counted("day")) ago"
      } else {
        finding = "\(region); never checked"
      }
      return Item(
        name: helpline.name.value, finding: finding, place: helpline.name.location,
        page: helpline.source?.value)
    }
    sourceCount = data.sources.all.count
    sources = data.sources.all.filter { $0.checked == nil }.map { source in
      Item(
        name: source.title.value, finding: source.key.value, place: source.key.location,
        page: source.url?.value)
    }
  }

  var html: HTML {
    """
    <div class="pair">
    <div>\(list("Helplines", helplines, of: helplineCount))</div>
    <div>\(list("Sources", sources, of: sourceCount))</div>
    </div>
    """
  }

  private func list(_ title: String, _ items: [Item], of total: Int) -> HTML {
    guard !items.isEmpty else {
      return
        "<h3>\(title)</h3><p>\(total == 0 ? "There are none." : "All \(total) are checked.")</p>"
    }
    let rows: [HTML] = items.map(row)
    let rest = rows.dropFirst(Self.most)
    return """
      <h3>\(title): \(items.count) of \(total) to check</h3>
      <ul class="check">\(Array(rows.prefix(Self.most)))</ul>
      \(rest.isEmpty
        ? "" : "<details><summary>\(rest.count) more</summary><ul class=\"check\">\(Array(rest))</ul></details>" as HTML)
      """
  }

  private static let most = 8

  private func row(_ item: Item) -> HTML {
    let address = editor.address(
      path: item.place.path, line: item.place.start.line, column: item.place.start.column)
    let page: HTML =
      item.page.map {
        "; <a href=\"\($0.text)\" rel=\"noreferrer\">\($0.host)</a>"
      } ?? ""
    return """
      <li><strong>\(item.name)</strong><br>\(item.finding)\(page); \
      <a href="\(address)">line \(item.place.start.line)</a></li>
      """
  }
}
