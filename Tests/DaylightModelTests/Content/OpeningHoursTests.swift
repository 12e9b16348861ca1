import DaylightModel
import DaylightSyntax
import TestSupport
import Testing

@Suite struct OpeningHoursTests {
  private func decode(
    _ list: String, _ rules: [String] = [], at place: Testing.SourceLocation = #_sourceLocation
  ) -> (hours: [OpeningHours], help: String?) {
    let source = BracketedSource(
      "name: A\npractice:\n  name: B\n  hours: [\(list)]\n", path: "content/site.yaml")
    let decoded = SiteConfiguration.decode(source.file)
    expect(decoded.diagnostics, rules, in: source, sourceLocation: place)
    return (decoded.value.practice?.hours ?? [], decoded.diagnostics.first?.help)
  }

  @Test(arguments: [
    ("Mon 09:00–17:00", [1]), ("Monday 9:00-17:00", [1]), ("Mondays 9:00—17:00", [1]),
    ("Mon–Thu 09:00–17:00", [1, 2, 3, 4]), ("fri - sat 09:00 – 17:00", [5, 6]),
    ("Tue, Thurs 09:00–17:00", [2, 4]), ("Sat–Mon 09:00–17:00", [1, 6, 7]),
    ("Mon, Wed–Fri 09:00–17:00", [1, 3, 4, 5]), ("Mon, Mon 09:00–17:00", [1]),
    ("Sun–Sat 00:00–23:59", [1, 2, 3, 4, 5, 6, 7]),
  ])
  func `days are read by their names`(text: String, days: [Int]) {
    #expect(decode("\"\(text)\"").hours.first?.days.map(\.rawValue) == days)
  }

  @Test func `a day may have several hours`() {
    let hours = decode("\"Mon 09:00–12:00, 13:00–17:00\", Mon 18:00–20:00").hours
    #expect(
      hours.map { $0.spans.map(\.text) } == [["09:00–12:00", "13:00–17:00"], ["18:00–20:00"]])
  }

  @Test(arguments: [
    "09:00–17:00", "Mon", "Mon closed", "closed", "Mo 09:00–17:00", "Montag 09:00–17:00",
    "Mon to Thu 09:00–17:00", "Mon–Wed–Fri 09:00–17:00", "weekdays 09:00–17:00",
    "Mon 09:00", "Mon 09:00–", "Mon 25:00–26:00", "Mon 09:60–17:00", "Mon 9-17", "Mon 9am–5pm",
    "Mon 9.30–17.00", "Mon 17:00–09:00", "Mon 09:00–09:00", "Mon 09:00–12:00, 11:00–13:00",
    "Mon 24/7", "Mon 09:+5–17:00", "Mon 09:00–12:00–13:00", "Mon 09:00–12:00 Tue",
  ])
  func `what says no hours is a finding`(text: String) {
    _ = decode("⟦\"\(text)\"⟧", ["invalid-hours"])
  }

  @Test(arguments: [
    ("Mon 9am-5pm", "Mon 09:00–17:00"), ("Mon 9-17", "Mon 09:00–17:00"),
    ("Mon–Fri 9.30 – 17h30", "Mon–Fri 09:30–17:30"), ("Sat 10 a.m.–12 p.m.", "Sat 10:00–12:00"),
    ("Tue 8am–12pm, 1pm–4.15pm", "Tue 08:00–12:00, 13:00–16:15"),
    ("Mon to Thu 09:00 to 17:00", "Mon–Thu 09:00–17:00"), ("Mon: 9-17", "Mon 09:00–17:00"),
    ("Mondays and Fridays 9am until 1pm", "Mon, Fri 09:00–13:00"),
    ("Mon & Tue & Wed 10-12 and 2pm-5pm", "Mon–Wed 10:00–12:00, 14:00–17:00"),
  ])
  func `times in another form are proposed in ours`(text: String, ours: String) {
    #expect(decode("⟦\"\(text)\"⟧", ["invalid-hours"]).help == "write ‘\(ours)’")
    _ = decode("\"\(ours)\"")
  }

  @Test func `hours of two lines may not overlap`() {
    _ = decode("Mon–Thu 09:00–17:00, ⟦Wed 16:00–20:00⟧", ["invalid-hours"])
    _ = decode("Mon–Thu 09:00–17:00, Wed 17:00–20:00, Fri 09:00–17:00")
  }

  @Test func `three days in a row are a run, two are not`() {
    let runs = decode("\"Mon, Wed–Fri, Sat 09:00–17:00\", \"Mon, Tue 18:00–19:00\"").hours.map {
      $0.runs.map { [$0.first.rawValue, $0.last.rawValue] }
    }
    #expect(runs == [[[1, 1], [3, 6]], [[1, 1], [2, 2]]])
  }
}
