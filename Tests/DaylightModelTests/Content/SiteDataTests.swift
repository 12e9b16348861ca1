import DaylightSite
import TestSupport
import Testing

@Suite struct SiteDataTests {
  @Test(arguments: [
    ("content/langauge.yaml", "did you mean ‘content/language.yaml’?"),
    ("content/signs/people.yaml", "did you mean ‘content/people.yaml’?"),
    ("content/review.lock", "did you mean ‘content/reviews.lock’?"),
    ("content/appointments.yaml", "move it out of ‘content’"),
  ])
  func `a data file that nothing reads is an error`(path: String, help: String) async {
    let site = await SiteFixture("-- \(path) --\n[]\n").build()
    site.expectFindings(
      .init("unknown-data-file", "Daylight does not use the file ‘\(path)’", help: help))
  }
}
