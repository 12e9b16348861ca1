package import DaylightSyntax

/// The works that pages cite, by their keys in `sources.yaml` and in its order.
package struct SourceRegistry: Sendable, Hashable {
  package private(set) var all: [CitedSource]
  private var indices: [String: Int]

  package init(all: [CitedSource] = []) {
    self.all = all
    indices = Dictionary(
      zip(all.map(\.key.value), all.indices), uniquingKeysWith: { first, _ in first })
  }

  package subscript(key: String) -> CitedSource? { indices[key].map { all[$0] } }

  package static func decode(_ file: SourceFile) -> Diagnosed<Self> {
    let parsed = parseDataFile(file)
    guard parsed.diagnostics.isEmpty else { return Diagnosed(Self(), parsed.diagnostics) }
    var works = FieldDecoder(parsed.value, of: "sources.yaml", at: .file(file.path))
    let all = read(from: &works)
    for source in all where !isKey(source.key.value) { works.report(.invalidKey(source.key)) }
    works.report(doiFindings(all) + PlainTextFields.findings(in: parsed.value, of: file))
    return Diagnosed(Self(all: all), works.finish())
  }

  package static let fields = FieldTable(of: "sources.yaml") { read(from: &$0) }

  private static func read(from works: inout FieldDecoder) -> [CitedSource] {
    works.namedGroups(of: "source", named: .key) { CitedSource(key: $0, from: &$1) }
  }

  /// What depends on the day of the build: works from the future, and works not yet looked up.
  package func findings(on today: CalendarDate) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    for source in all {
      // No work of this field that is cited for a claim is older than printing, and a work may be
      // dated a year ahead of its appearance.
      if let year = source.year, year.value < 1450 || year.value > today.year + 1 {
        findings.append(.yearOutOfRange(year, today: today))
      }
      if let checked = source.checked {
        if checked.value > today { findings.append(.dateInFuture(checked)) }
      } else {
        findings.append(.unchecked(source))
      }
    }
    return findings
  }

  /// Keys can be written in `[@key]`: lower-case letters, digits and hyphens.
  private static func isKey(_ key: String) -> Bool {
    key.utf8.allSatisfy {
      $0.isASCIISmallLetter || $0.isASCIIDigit || $0 == UInt8(ascii: "-")
    } && key.utf8.first.map { $0.isASCIISmallLetter } == true
  }

  /// DOIs are compared without case (DOI Handbook, section 2.4).
  private static func doiFindings(_ all: [CitedSource]) -> [Diagnostic] {
    var first: [String: CitedSource] = [:]
    var findings: [Diagnostic] = []
    for source in all {
      guard let doi = source.doi else { continue }
      if let other = first[doi.value.lowercased()], let otherDOI = other.doi {
        let isSame = other.title.value.lowercased() == source.title.value.lowercased()
        findings.append(
          isSame
            ? .duplicateSource(source, other) : .conflictingDOI(doi, otherDOI, other.title.value))
      } else {
        first[doi.value.lowercased()] = source
      }
    }
    return findings
  }
}

extension TextForm {
  fileprivate static let key = Self(
    "^[a-z][a-z0-9-]*$", "Write small letters, digits and hyphens, beginning with a letter.")
}
