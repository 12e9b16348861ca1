import DaylightSyntax
import TestSupport
import Testing

@Suite struct RunReportTests {
  private let unchecked = Rule(
    "source-unchecked", .note, "A source.", why: "", bad: "", good: "", fix: "",
    plural: "sources nobody has looked up yet")
  private let unused = Rule("unused-term", .note, "A term that no page uses.")

  private func note(_ rule: Rule, _ line: Int = 1) -> Diagnostic {
    Diagnostic(
      rule, "found",
      at: SourceLocation(
        path: "content/z.yaml", start: SourcePosition(line: line, column: 1),
        end: SourcePosition(line: line, column: 1)))
  }

  private var findings: [Diagnostic] {
    [
      DiagnosticExamples.brokenLink, note(unchecked, 1), note(unchecked, 2), note(unused),
      DiagnosticExamples.warning(path: "content/z.md"),
    ]
  }

  private func lines(
    _ diagnostics: [Diagnostic], _ change: (inout RunReport) -> Void = { _ in }
  ) -> [String] {
    var report = RunReport()
    change(&report)
    var output: [UInt8] = []
    report.append(diagnostics, sources: { _ in nil }, to: &output)
    return String(decoding: output, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  private func headings(_ lines: [String]) -> [String] {
    lines.filter { line in ["error", "warning", "note"].contains { line.hasPrefix($0 + ": ") } }
  }

  @Test func `notes come first, one line per kind, and errors last`() {
    let lines = lines(findings)
    #expect(
      lines.prefix(2) == [
        "2 sources nobody has looked up yet [source-unchecked]",
        "1 note: A term that no page uses [unused-term]; ‘daylight check --notes’ lists them",
      ])
    #expect(
      headings(lines) == [
        "warning: found [example]", "error: no page at ‘../topics/groundng.md’ [broken-link]",
      ])
    #expect(lines.last?.hasPrefix("‘daylight explain RULE’") == true)
  }

  @Test func `findings of one level are sorted by file and line`() {
    let warnings = [("content/b.md", 2), ("content/a.md", 9), ("content/b.md", 1)].map {
      DiagnosticExamples.warning(line: $1, path: $0)
    }
    #expect(
      lines(warnings).filter { $0.contains("-->") } == [
        " --> content/a.md:9:1", " --> content/b.md:1:1", " --> content/b.md:2:1",
      ])
  }

  @Test func `with notes listed, each is shown in full`() {
    let listed = headings(lines(findings) { $0.listsNotes = true })
    #expect(listed.prefix(3).allSatisfy { $0.hasPrefix("note: found ") })
    #expect(listed.count == 5)
  }

  @Test func `a level leaves out what is below it`() {
    #expect(headings(lines(findings) { $0.level = .error }).count == 1)
    #expect(lines(findings) { $0.level = .error }.allSatisfy { !$0.contains("unused-term") })
    #expect(headings(lines(findings) { $0.level = .warning }).count == 2)
  }

  @Test func `a quiet run shows no notes`() {
    #expect(lines([note(unused)]) { $0.isQuiet = true }.isEmpty)
    #expect(headings(lines(findings) { $0.isQuiet = true }).count == 2)
  }

  @Test func `many kinds of notes are three lines`() {
    let notes = (1...6).flatMap { kind in
      (0..<kind).map { _ in note(Rule("kind-\(kind)", .note, "Kind \(kind).")) }
    }
    #expect(
      lines(notes) == [
        "6 notes: Kind 6 [kind-6]", "5 notes: Kind 5 [kind-5]",
        "10 other notes [kind-4, kind-3, kind-2, kind-1]; ‘daylight check --notes’ lists them",
      ])
  }

  @Test func `reports for programs are complete, whatever is shown to people`() {
    let whole = lines(findings) { $0.format = .json }
    #expect(
      lines(findings) {
        $0.format = .json
        $0.level = .error
        $0.isQuiet = true
      } == whole)
    #expect(whole.contains { $0.contains("\"notes\": 3") })
  }
}
