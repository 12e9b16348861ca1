import DaylightSite
import DaylightSyntax
import TestSupport
import Testing

@Suite struct ICalendarTests {
  private func calendar(
    title: String, name: String = "Site", expires: String = "2026-12-31"
  ) async -> String {
    let build = await SiteFixture(
      "-- content/page.md --\n---\ntitle: \(title)\nexpires: \(expires)\n---\nText.\n"
    ).build().build
    let bytes = ICalendar(DueDates(build), name: name, host: "example.org").bytes
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The lines of the file as a reader of RFC 5545 puts them together.
  private func lines(_ text: String) -> [String] {
    // By scalars: a fold may come before a mark that belongs to the character in front.
    var whole: [String.UnicodeScalarView] = []
    for line in text.unicodeScalars.split(whereSeparator: { $0 == "\r" || $0 == "\n" }) {
      if line.first == " ", let last = whole.indices.last {
        whole[last].append(contentsOf: line.dropFirst())
      } else {
        whole.append(.init(line))
      }
    }
    return whole.map { String($0) }
  }

  @Test func `a date is a whole day that does not count as busy`() async {
    let lines = lines(await calendar(title: "Rest"))
    #expect(
      lines.drop { $0 != "UID:expiry/content/page.md@example.org" }.prefix(4) == [
        "UID:expiry/content/page.md@example.org", "DTSTAMP:20260615T000000Z",
        "DTSTART;VALUE=DATE:20261231", "DTEND;VALUE=DATE:20270101",
      ])
    #expect(
      lines.filter { $0 == "TRANSP:TRANSPARENT" }.count
        == lines.filter { $0 == "BEGIN:VEVENT" }.count)
    #expect(lines.first == "BEGIN:VCALENDAR")
    #expect(lines.last == "END:VCALENDAR")
  }

  @Test func `the last day of the calendar has no day after it`() async {
    let lines = lines(await calendar(title: "Rest", expires: "9999-12-31"))
    #expect(lines.contains("DTSTART;VALUE=DATE:99991231"))
    #expect(!lines.contains { $0.hasPrefix("DTEND") && $0.contains("9999") })
  }

  @Test func `commas, semicolons and backslashes are escaped`() async {
    #expect(
      lines(await calendar(title: #""Rest, sleep; a \\ b""#))
        .contains(#"SUMMARY:Expires: Rest\, sleep\; a \\ b"#))
  }

  @Test func `line breaks are escaped`() async {
    #expect(
      lines(await calendar(title: "Rest", name: "One\ntwo\u{7}"))
        .contains(#"X-WR-CALNAME:One\ntwo "#))
  }

  @Test func `no line is longer than 75 bytes and no letter is split`() async {
    let text = await calendar(title: String(repeating: "ö‘👋🏽é", count: 40))
    #expect(text.utf8.split(separator: 10).allSatisfy { $0.count <= 76 })
    #expect(!text.unicodeScalars.contains("\u{FFFD}"))
    #expect(text.contains("\r\n "))
    #expect(lines(text).contains { $0.hasSuffix(String(repeating: "ö‘👋🏽é", count: 40)) })
  }

  @Test func `every line ends with a carriage return and a line feed`() async {
    let text = Array(await calendar(title: "Rest").utf8)
    #expect(text.suffix(2) == [13, 10])
    #expect(text.indices.allSatisfy { text[$0] != 10 || ($0 > 0 && text[$0 - 1] == 13) })
  }
}
