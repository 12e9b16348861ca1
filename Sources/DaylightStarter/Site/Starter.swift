/// What a new site begins as.
package enum Starter: String, Sendable, Hashable, CaseIterable {
  case practice
  case minimal
  case traumaBonds = "trauma-bonds"

  /// For whoever chooses.
  package var summary: String {
    switch self {
    case .practice:
      "an empty practice site for any subject: one section, one article, three words, one checklist"
    case .minimal: "the least that a site needs: a first page, a help page and one article"
    case .traumaBonds: "a whole site about trauma bonds, ready to be read, changed and reviewed"
    }
  }

  /// The files and folders that it is made of, by their paths in the repository. Of two that make the
  /// same file, the later one counts. What is not below `starters/` is a part of Daylight's own site.
  var parts: [String] {
    let shared = "starters/shared/"
    return switch self {
    case .minimal:
      [
        "content/help.yaml", "starters/practice/content/help.md",
        "starters/practice/content/safe-browsing.md", "starters/minimal/", shared,
      ]
    case .practice:
      [
        "content/help.yaml", "content/words.txt", "content/privacy.md", "content/accessibility.md",
        "starters/practice/", shared,
      ]
    case .traumaBonds:
      [
        "content/", "starters/practice/content/people.yaml", "starters/practice/content/practice/",
        "starters/trauma-bonds/", shared,
      ]
    }
  }

  /// Where a file of the repository goes in the new site.
  static func place(of path: String) -> String {
    let parts = path.split(separator: "/")
    guard parts.first == "starters" else { return path }
    return parts.dropFirst(parts.count > 1 && parts[1] == "hosts" ? 3 : 2).joined(separator: "/")
  }
}
