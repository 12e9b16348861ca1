import DaylightSyntax

/// How a page is shown where other pages name it, made once for all of them.
struct Listing: Sendable {
  let title: TemplateValue
  let path: TemplateValue
  let summary: TemplateValue
  /// Title and path.
  let link: TemplateValue
  /// Title, path and summary.
  let card: TemplateValue

  init(_ entry: PageEntry) {
    title = .text(entry.title)
    path = .text(entry.link)
    summary = .text(entry.summary)
    link = [.title: title, .path: path]
    card = [.title: title, .path: path, .summary: summary]
  }

  /// In a list that is numbered from one.
  func numbered(_ number: Int) -> TemplateValue {
    [.title: title, .path: path, .summary: summary, .number: .number(number)]
  }
}
