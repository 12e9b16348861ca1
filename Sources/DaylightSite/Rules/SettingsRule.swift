import DaylightModel
package import DaylightSyntax

/// Flags missing settings that every page needs: the name of the site’s owner, how to stay safe on
/// a device, and the region of the helplines.
enum SettingsRule: SiteRule {
  static func check(_ index: SiteIndex) -> [Diagnostic] {
    let settings = index.configuration
    guard !settings.isUnreadable else { return [] }
    var findings: [Diagnostic] = []
    if settings.practice == nil { findings.append(.noPractice) }
    if settings.helpRegion == nil {
      findings.append(.noRegion(known: index.data.help.regions.map(\.id.value)))
    }
    if settings.safetyPage == nil {
      let pages = index.documents.values.map(\.file.path)
      findings.append(.noSafetyPage(suggestion: pages.first(where: isAboutSafety)))
    }
    return findings
  }

  private static func isAboutSafety(_ path: String) -> Bool {
    path.split(separator: "/").count == 2 && path.contains("saf")
  }
}

extension Rule {
  package static let missingSetting = Rule(
    "missing-setting", .error, "A setting that every page needs and that is not in ‘site.yaml’.",
    why: "Every page says who is behind it, links to how to stay safe on a device, and names the "
      + "place that its helplines are for. Without them a sentence has a hole, or a link leads "
      + "nowhere.",
    bad: "name: Reading Room",
    good: "name: Reading Room\npractice:\n  name: Riverside Counselling\nhelpRegion: gb-eng\n"
      + "safetyPage: safe-browsing.md",
    fix: "Write `practice`, `helpRegion` and `safetyPage` into `content/site.yaml`.",
    in: .described)
}

extension Diagnostic {
  private static func missing(_ name: String, _ message: String, help: String) -> Self {
    Diagnostic(
      .missingSetting, "‘\(name)’ is missing from site.yaml, \(message)",
      at: .file("content/site.yaml"), help: help)
  }

  fileprivate static var noPractice: Self {
    missing(
      "practice", "so no page could say whose site it is",
      help: "write the name of the practice:\npractice:\n  name: Riverside Counselling")
  }

  fileprivate static func noRegion(known: [String]) -> Self {
    missing(
      "helpRegion", "so no page would know which helplines to show",
      help: "write the id of a region of help.yaml:\nhelpRegion: \(known.first ?? "gb-eng")"
        + (known.count > 1
          ? "\nThe others are \(known.dropFirst().prefix(12).joined(separator: ", "))" : ""))
  }

  fileprivate static func noSafetyPage(suggestion: String?) -> Self {
    let page = suggestion.map { String($0.dropFirst("content/".utf8.count)) }
    return missing(
      "safetyPage", "so no page could say how to stay safe on a device",
      help: "write the page that says it:\nsafetyPage: \(page ?? "safe-browsing.md")"
        + (page == nil
          ? "\nand write that page, ‘content/safe-browsing.md’:\n---\n"
            + "title: Staying safe on your device\nshortTitle: Your device\n---\n\n"
            + "Could someone check this device? If you can, read on one they cannot reach." : ""))
  }
}
