import DaylightModel
import DaylightSyntax
import TestSupport
import Testing

@Suite struct SourceRegistryTests {
  private func decode(_ text: String, _ rules: [String]) -> SourceRegistry {
    let source = BracketedSource(text, path: "content/sources.yaml")
    let decoded = SourceRegistry.decode(source.file)
    expect(decoded.diagnostics, rules, in: source)
    return decoded.value
  }

  private func check(_ text: String, on iso: String, _ rules: [String]) throws {
    let source = BracketedSource(text, path: "content/sources.yaml")
    let decoded = SourceRegistry.decode(source.file)
    #expect(decoded.diagnostics == [])
    expect(decoded.value.findings(on: try day(iso)), rules, in: source)
  }

  @Test func `sources are read in order and found by key`() {
    let registry = decode(
      """
      dutton1993:
        authors: [Dutton, D. G., "Painter, S."]
        year: 1993
        title: Emotional attachments in abusive relationships
        container: Violence and Victims
        publisher: Springer
        volume: "8"
        issue: 2
        pages: 105–120
        doi: 10.1891/0886-6708.8.2.105
        url: https://example.org/
        kind: article
        checked: 2025-03-01
        checkedBy: practice
        supports: Attachment grows under intermittent abuse.
      herman1992:
        title: Trauma and Recovery
        isbn: 978-0-465-08730-3
        kind: book
      """, [])
    #expect(registry.all.map(\.key.value) == ["dutton1993", "herman1992"])
    let work = registry["dutton1993"]
    #expect(work?.authors.map(\.value) == ["Dutton", "D. G.", "Painter, S."])
    #expect(work?.year?.value == 1993 && work?.issue?.value == "2" && work?.volume?.value == "8")
    #expect(work?.doi?.value == "10.1891/0886-6708.8.2.105")
    #expect(work?.kind?.value == .article)
    #expect(work?.checked?.value.iso == "2025-03-01")
    #expect(registry["nobody2000"] == nil)
  }

  @Test func `title and kind are required, and names are known`() {
    _ = decode("⟦⟦a2000⟧⟧:\n  year: 2000\n", ["missing-field", "missing-field"])
    _ = decode("a2000: {title: T, kind: ⟦blog⟧, ⟦jornal⟧: J}\n", ["unknown-value", "unknown-key"])
  }

  @Test(arguments: ["Dutton1993", "dutton 1993", "1993dutton", "dutton_1993", "é1993"])
  func `a key can be written in a citation`(key: String) {
    _ = decode("⟦\(key)⟧: {title: T, kind: book}\n", ["invalid-key"])
  }

  @Test(arguments: [
    "https://doi.org/10.1891/x", "doi:10.1891/x", "11.1891/x", "10.1891", "10.18/x", "10.1891/",
    "10.18a1/x", "10.1891/x y",
  ])
  func `a DOI is written like one`(doi: String) {
    _ = decode("a2000: {title: T, kind: book, doi: ⟦\"\(doi)\"⟧}\n", ["invalid-doi"])
  }

  @Test(arguments: [
    "10.1891/0886-6708.8.2.105", "10.1000.10/123", "10.1002/(SICI)1097<1::A>3.0.CO;2-A",
  ])
  func `DOIs of every kind are known`(doi: String) {
    _ = decode("a2000: {title: T, kind: book, doi: \"\(doi)\"}\n", [])
  }

  @Test func `an ISBN has the right check digit`() {
    for isbn in ["0-465-08730-2", "9780465087303", "0-8044-2957-X"] {
      _ = decode("a2000: {title: T, kind: book, isbn: \(isbn)}\n", [])
    }
    for isbn in ["0-465-08730-5", "9780465087304", "123", "X804429570", "978-0465O87303"] {
      _ = decode("a2000: {title: T, kind: book, isbn: ⟦\(isbn)⟧}\n", ["invalid-isbn"])
    }
  }

  @Test func `one DOI is one work`() {
    _ = decode(
      """
      a2000: {title: One, kind: book, doi: 10.1000/A}
      b2000: {title: Two, kind: book, doi: ⟦10.1000/a⟧}
      """, ["conflicting-doi"])
    _ = decode(
      """
      a2000: {title: One, kind: book, doi: 10.1000/a}
      ⟦b2000⟧: {title: one, kind: book, doi: 10.1000/a}
      """, ["warning duplicate-source"])
  }

  @Test func `who checked a work is named`() {
    _ = decode("⟦a2000⟧: {title: One, kind: book, checked: 2025-01-01}\n", ["missing-field"])
  }

  @Test func `works are not from the future, nor checked there`() throws {
    let checked = "kind: book, checked: 2025-01-01, checkedBy: a"
    try check(
      """
      a: {title: A, \(checked), year: 2026}
      b: {title: B, \(checked), year: ⟦2027⟧}
      c: {title: C, \(checked), year: ⟦199⟧}
      d: {title: D, \(checked), year: 1450}
      """, on: "2025-01-01", ["year-out-of-range", "year-out-of-range"])
    try check(
      "a: {title: A, kind: book, checked: ⟦2025-01-02⟧, checkedBy: a}\n", on: "2025-01-01",
      ["date-in-future"])
  }

  @Test(arguments: ["0001-01-01", "1448-12-31", "1970-01-01"])
  func `on any day of the calendar, the year of a work is only compared`(day: String) throws {
    try check(
      "a: {title: A, kind: book, checked: ⟦2025-01-01⟧, checkedBy: a, year: ⟦2008⟧}\n", on: day,
      ["date-in-future", "year-out-of-range"])
  }

  @Test func `on the last day of the calendar, no year is in the future`() throws {
    try check(
      "a: {title: A, kind: book, checked: 2025-01-01, checkedBy: a, year: 9999}\n",
      on: "9999-12-31", [])
  }

  @Test func `a work that no one looked up is a note`() throws {
    try check(
      "⟦a⟧: {title: A, kind: book, checked: }\nb: {title: B, kind: book, checked: 2025-01-01, checkedBy: c}\n",
      on: "2025-01-01", ["note source-unchecked"])
  }
}
