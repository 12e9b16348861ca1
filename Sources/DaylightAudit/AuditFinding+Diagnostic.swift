package import DaylightSyntax

extension AuditFinding {
  /// The findings as an author can fix them: at the place in a template or a text that wrote what
  /// was found, if it occurs there literally; otherwise at the page’s own source, or at the base
  /// template if every page has it.
  ///
  /// What a template writes on a thousand pages is one finding, with the first pages named.
  ///
  /// - Parameter search: among the templates first, then the content.
  package static func diagnostics(
    _ findings: [AuditFinding], searching search: inout SourceSearch
  ) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    for group in groups(of: findings) {
      if let diagnostic = diagnostic(group, searching: &search) { diagnostics.append(diagnostic) }
    }
    return diagnostics.sorted()
  }

  /// Those that say the same of the same bytes, each in the order of its places.
  static func groups(of findings: [AuditFinding]) -> [[AuditFinding]] {
    var groups: [[AuditFinding]] = []
    var groupOf: [Key: Int] = [:]
    for finding in findings.sorted(by: { ($0.path, $0.position) < ($1.path, $1.position) }) {
      if let group = groupOf[Key(finding)] {
        groups[group].append(finding)
      } else {
        groupOf[Key(finding)] = groups.count
        groups.append([finding])
      }
    }
    return groups
  }

  private struct Key: Hashable {
    let violation: Violation
    let fragment: [UInt8]

    init(_ finding: AuditFinding) {
      violation = finding.violation
      fragment = finding.fragment
    }
  }

  /// How many pages a finding names before it counts the rest.
  static let namedPages = 3

  private static func diagnostic(
    _ group: [AuditFinding], searching search: inout SourceSearch
  ) -> Diagnostic? {
    guard let first = group.first else { return nil }
    var paths: [String] = []
    var notes: [Diagnostic.Note] = []
    for finding in group where paths.last != finding.path {
      paths.append(finding.path)
      if paths.count <= namedPages { notes.append(Diagnostic.Note(finding.place)) }
    }
    if paths.count > namedPages {
      notes.append(Diagnostic.Note("and in \(paths.count - namedPages) more finished files"))
    }
    return Diagnostic(
      first.violation.rule, first.violation.message,
      at: place(of: first, in: group, &search),
      notes: notes, help: first.violation.help)
  }

  private static func place(
    of first: AuditFinding, in group: [AuditFinding], _ search: inout SourceSearch
  ) -> SourceLocation {
    if let written = first.written(&search) { return written }
    if let skeleton = search.skeleton, isEverywhere(group, search) { return .file(skeleton) }
    return .file(first.origin ?? first.path)
  }

  /// Whether all pages of several kinds have the finding, which no text can be the reason of.
  private static func isEverywhere(_ group: [AuditFinding], _ search: SourceSearch) -> Bool {
    guard group.count > 1 else { return false }
    func kinds(_ paths: some Sequence<String>) -> [String: Int] {
      Dictionary(paths.compactMap(search.kind).map { ($0, 1) }, uniquingKeysWith: +)
    }
    let found = kinds(Set(group.compactMap(\.origin)))
    guard found.count > 1 else { return false }
    let all = kinds(search.sources.map(\.path))
    return found.count { all[$0.key] == $0.value } > 1
  }

  private var place: String {
    let start = "in the finished file ‘\(path)’, line \(position.line)"
    return context.isEmpty ? start : start + ": \(quoted(context))"
  }

  /// Where a template or a text contains exactly this, the page’s own source first.
  private func written(_ search: inout SourceSearch) -> SourceLocation? {
    for text in context == fragment ? [context] : [context, fragment]
    where text.count >= Self.shortestClue {
      if let place = search.place(of: text, own: origin) { return place }
    }
    return nil
  }

  /// Shorter texts, such as `<a>`, occur in too many places to be useful.
  private static let shortestClue = 6
}
