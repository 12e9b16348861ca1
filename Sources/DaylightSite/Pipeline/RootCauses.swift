import DaylightModel
import DaylightPages
import DaylightSyntax
import DaylightTheme

/// The files and folders that could not be read at all, or are not there, and what is only wrong
/// because of that.
///
/// A list of sources with one mistake in it would otherwise be the last of five hundred errors, all
/// but one of them about citations that are right.
struct RootCauses {
  /// The findings that say so, by path.
  private var causes: [String: Diagnostic]
  /// The data files that are not there. The first finding that needs one stands for all.
  private var absent: [Diagnostic: String] = [:]

  /// - Parameter files: the paths of those that there are.
  init(_ findings: [Diagnostic], files: some Sequence<String>) {
    causes = Dictionary(
      findings.compactMap { finding in
        guard finding.severity == .error, Self.rules.contains(finding.rule.id),
          let path = finding.location?.path
        else { return nil }
        return (path, finding)
      }, uniquingKeysWith: { first, _ in first })
    for rule in Self.lists {
      guard let path = Self.needed[rule], let first = findings.first(where: { $0.rule.id == rule }),
        !files.contains(path),
        // In a folder that cannot be read it may be there.
        cause(of: first) == nil
      else { continue }
      causes[path] = first
      absent[first] = path
    }
  }

  /// The rules of findings after which nothing of a file is known. Two are of loading, which this
  /// module does not see.
  private static let rules: Set<String> = [
    "unreadable-file", "file-too-large", Rule.invalidYAML.id,
  ]

  /// By rule: the file or folder without which it finds a mistake everywhere.
  private static let needed: [String: String] = [
    Rule.unknownSource.id: "content/sources.yaml",
    Rule.unknownPerson.id: "content/people.yaml",
    Rule.missingHelp.id: "content/help.yaml",
    Rule.unknownMoment.id: "content/site.yaml",
    Rule.missingPage.id: "content",
    Rule.unknownString.id: "templates/strings",
    Rule.missingString.id: "templates/strings",
    Rule.missingTemplate.id: "templates",
    Rule.missingAsset.id: "templates/assets",
    Rule.unknownPicture.id: "templates/assets",
  ]

  /// The rules for which a file that is not there makes every id wrong.
  private static let lists = [Rule.unknownSource.id, Rule.unknownPerson.id]

  /// The findings without those that only follow; each cause says how many those are.
  func withoutConsequences(_ findings: SiteFindings) -> SiteFindings {
    causes.isEmpty ? findings : SiteFindings(withoutConsequences(findings.all))
  }

  private func withoutConsequences(_ findings: [Diagnostic]) -> [Diagnostic] {
    var counts: [String: [Diagnostic.Severity: Int]] = [:]
    var left = findings.filter { finding in
      guard let cause = cause(of: finding) else { return true }
      counts[cause, default: [:]][finding.severity, default: 0] += 1
      return false
    }
    for index in left.indices {
      let missing = absent[left[index]]
      if let missing { left[index].notes.append(Diagnostic.Note("there is no file ‘\(missing)’")) }
      guard let path = missing ?? causePath(left[index]), let count = counts[path] else { continue }
      let verbs = count.values.reduce(0, +) == 1 ? ("follows", "is") : ("follow", "are")
      left[index].notes.append(
        Diagnostic.Note(
          "\(Self.list(count)) that only \(verbs.0) from this \(verbs.1) not shown"))
      left[index].standsForOthers = true
    }
    return left
  }

  private func causePath(_ finding: Diagnostic) -> String? {
    guard let path = finding.location?.path, causes[path] == finding else { return nil }
    return path
  }

  /// The path of what a finding follows from; nil if it stands for itself.
  private func cause(of finding: Diagnostic) -> String? {
    if absent[finding] != nil { return nil }
    let path = finding.location?.path ?? ""
    if let cause = causes[path] { return cause == finding ? nil : follows(finding, at: path) }
    guard let needed = finding.missing ?? Self.needed[finding.rule.id] else { return nil }
    return causes.keys.filter { Self.isSame($0, orIn: needed) || Self.isSame(needed, orIn: $0) }
      .min()
  }

  /// Of a file that cannot be read, whatever else is found is what it seems to lack. Of a page with
  /// a mistake in its front matter, the text is known.
  private func follows(_ finding: Diagnostic, at path: String) -> String? {
    Self.rules.contains(finding.rule.id) || path.hasSuffix(".md") ? nil : path
  }

  private static func isSame(_ path: String, orIn folder: String) -> Bool {
    path == folder || path.hasPrefix(folder + "/")
  }

  private static func list(_ counts: [Diagnostic.Severity: Int]) -> String {
    Diagnostic.Severity.allCases.reversed().compactMap { severity in
      counts[severity].map { "\($0) \(severity.rawValue)\($0 == 1 ? "" : "s")" }
    }.joined(separator: " and ")
  }
}
