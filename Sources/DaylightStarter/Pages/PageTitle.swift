import DaylightModel
import DaylightSyntax

/// The title of a new page, and the name of its file.
enum PageTitle {
  /// In bytes. Longer names make addresses that nobody can read.
  private static let longestName = 60

  static func checked(_ text: String) throws(NewPageProblem) -> String {
    let title = PlainAnswer.cleaned(text)
    guard !title.isEmpty else {
      throw NewPageProblem(
        message: "the title is empty", help: "write it in quotation marks, as in \"Small steps\"")
    }
    let file = SourceFile(
      path: "content/page.md", text: "---\ntitle: \(YAMLText.quoted(title))\n---\nText.\n")
    if let found = Document.read(file, kind: .page).diagnostics.first(where: {
      $0.severity == .error
    }) {
      throw NewPageProblem(
        message: found.message, help: found.help ?? "write the title without these signs")
    }
    return title
  }

  /// - Parameter slug: as somebody wants it; nil to make it from the title.
  static func fileName(_ slug: String?, of title: String) throws(NewPageProblem) -> String {
    if let slug {
      let proper = Slug.fileName(slug)
      guard slug == proper, isUsable(slug) else {
        throw NewPageProblem(
          message: "‘\(slug)’ cannot be the name of a page",
          help: isUsable(proper)
            ? "write ‘--slug \(proper)’"
            : "use small letters, digits and hyphens, as in small-steps")
      }
      return slug
    }
    let name = shortened(Slug.fileName(title))
    guard !name.isEmpty else {
      throw NewPageProblem(
        message: "no file can be named after ‘\(title)’: it has no letters and no digits",
        help: "choose the name yourself, as in ‘--slug small-steps’")
    }
    guard isUsable(name) else {
      throw NewPageProblem(
        message: "no page can be called ‘\(name)’: that name has a meaning of its own",
        help: "choose another name, as in ‘--slug \(name)-page’")
    }
    return name
  }

  private static func isUsable(_ name: String) -> Bool {
    !name.isEmpty && name != "index" && Slug.isSafe(name) && Slug.isSafe(name + ".md")
  }

  /// Ends at a hyphen, so that the last word is whole.
  private static func shortened(_ name: String) -> String {
    guard name.utf8.count > longestName else { return name }
    var short = ""
    for part in name.split(separator: "-") {
      let longer = short.isEmpty ? String(part) : short + "-" + part
      if longer.utf8.count > longestName, !short.isEmpty { break }
      short = longer
    }
    while short.utf8.count > longestName { short.removeLast() }
    return short
  }
}
