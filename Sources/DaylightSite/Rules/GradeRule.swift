import DaylightModel
package import DaylightSyntax

/// Compares how hard pages are to read with what was saved, and with the limit of a run (CNT-09).
enum GradeRule {
  static func check(
    _ index: SiteIndex, _ pages: AssembledPages, maximum: Double?
  ) -> [Diagnostic] {
    guard maximum != nil || !index.data.grades.entries.isEmpty else { return [] }
    guard let formula = index.language.readingFormula else {
      return maximum.map { _ in [.noGrades(index.configuration.language)] } ?? []
    }
    var findings = harder(index, pages, formula)
    guard let maximum else { return findings }
    guard formula.isGrade else { return findings + [.noGrades(index.configuration.language)] }
    for page in pages.values {
      for section in page.readability {
        guard let grade = formula.score(of: section.measure), grade > maximum else { continue }
        let place = SourcePosition(line: section.line, column: 1)
        findings.append(
          .aboveMaximum(
            section.heading?.text, grade, maximum,
            at: SourceLocation(path: page.source, start: place)))
      }
    }
    return findings
  }

  private static func harder(
    _ index: SiteIndex, _ pages: AssembledPages, _ formula: ReadingFormula
  ) -> [Diagnostic] {
    index.data.grades.entries.compactMap { before in
      guard let id = index.id(of: before.page),
        let score = formula.score(of: pages.values[id].measure)
      else { return nil }
      let now = GradeList.Entry(page: before.page, score: score)
      let isHarder = formula.isGrade ? now.tenths > before.tenths : now.tenths < before.tenths
      return isHarder ? .harderPage(now, before, isGrade: formula.isGrade) : nil
    }
  }
}

extension GradeList {
  /// Of the pages of a site as they are now.
  package init(_ build: SiteBuild) {
    let formula = build.index.value.language.readingFormula
    self.init(
      build.pages.values.compactMap { page in
        formula?.score(of: page.measure).map { Entry(page: page.source, score: $0) }
      })
  }
}

extension Page {
  /// That of all its sections.
  fileprivate var measure: Readability {
    readability.reduce(into: Readability()) { $0.add($1.measure) }
  }
}

extension Rule {
  package static let harderPage = Rule(
    "harder-page", .warning, "A page that is harder to read than when grades were saved.",
    why: "A site gets harder one sentence at a time, and no single sentence looks like the cause.",
    bad: "`4.2 content/signs/fear.md` in `content/grades.lock`, and a page that now has grade 5.1",
    good: "the same page with shorter sentences",
    fix: "Make the sentences that were added shorter. If the page has to be so, save the grades "
      + "anew with `daylight check --save-grades`.", in: .described)
  package static let maximumGrade = Rule(
    "maximum-grade", .error, "A section above the grade that `--max-grade` allows.",
    why: "Whoever runs the check has decided how hard a page may be.",
    bad: "`daylight check --max-grade 7`, and a section that reads at grade 7.8",
    good: "the same section with shorter sentences",
    fix: "Use shorter sentences and plainer words. Split the longest sentence first.",
    in: .described)
}

extension Diagnostic {
  fileprivate static func harderPage(
    _ now: GradeList.Entry, _ before: GradeList.Entry, isGrade: Bool
  ) -> Self {
    let name = isGrade ? "grade " : ""
    return Diagnostic(
      .harderPage,
      "the page reads at \(name)\(GradeList.number(now.tenths)), harder than the "
        + "\(GradeList.number(before.tenths)) that was saved", at: .file(now.page),
      help: "make the sentences that were added shorter; or save the grades anew with "
        + "‘daylight check --save-grades’")
  }

  fileprivate static func aboveMaximum(
    _ heading: String?, _ grade: Double, _ maximum: Double, at location: SourceLocation
  ) -> Self {
    let place = heading.map { "the section ‘\($0)’" } ?? "the text before the first heading"
    let tenths = [grade, maximum].map { GradeList.number(Int(($0 * 10).rounded(.up))) }
    return Diagnostic(
      .maximumGrade, "\(place) reads at grade \(tenths[0]), above the limit \(tenths[1])",
      at: location, help: "write shorter sentences and plainer words")
  }

  fileprivate static func noGrades(_ language: String) -> Self {
    Diagnostic(
      .maximumGrade, "no formula gives years of school for texts in ‘\(language)’",
      at: .file("content/site.yaml"), help: "leave ‘--max-grade’ out")
  }
}
