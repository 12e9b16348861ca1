import DaylightPublish
import Testing

@Suite struct PublishReportTests {
  private func report(
    _ files: [String], over online: OnlineVersion, isUndo: Bool = false
  ) -> PublishReport {
    PublishReport(
      plan: PublishPlan(from: online, to: files.map { .init(path: $0, digest: "1") }),
      online: online, place: "/srv/site", isUndo: isUndo)
  }

  @Test func `changes are counted, and the first names are shown`() {
    let online = OnlineVersion(ours: ["old.html": "1", "same.html": "1"], others: ["CNAME"])
    let files = ["same.html"] + (1...7).map { "\($0).html" }
    #expect(
      report(files, over: online).changes == """
        What changes at /srv/site:
          7 added: 1.html, 2.html, 3.html, 4.html, 5.html and 2 more
          1 removed: old.html
          1 unchanged
          1 file that Daylight did not put there stays
        """)
  }

  @Test func `an empty place is refused until the author says that it is the first time`() {
    let report = report(["index.html"], over: OnlineVersion(isKnown: false))
    #expect(
      report.refusal(isFirst: false)?.message == "nothing has been published to /srv/site yet")
    #expect(report.refusal(isFirst: true) == nil)
  }

  @Test func `a place with the files of others is refused in the same way, with their names`() {
    let online = OnlineVersion(others: ["wp-config.php"], isKnown: false)
    let refusal = report(["index.html"], over: online).refusal(isFirst: false)
    #expect(
      refusal?.message
        == "there is 1 file at /srv/site that Daylight did not put there: wp-config.php")
    #expect(report(["index.html"], over: online).refusal(isFirst: true) == nil)
  }

  @Test func `a file of others in the place of a new page is not replaced by accident`() {
    let online = OnlineVersion(ours: ["index.html": "1"], others: ["new.html"])
    let report = report(["index.html", "new.html"], over: online)
    #expect(report.refusal(isFirst: false)?.help.hasPrefix("move what is there away") == true)
    #expect(report.refusal(isFirst: true) == nil)
  }

  @Test func `a file of others in the way of a folder is refused whatever the author says`() {
    let online = OnlineVersion(others: ["signs"])
    #expect(report(["signs/index.html"], over: online).refusal(isFirst: true) != nil)
  }

  @Test func `the first time, no former version is promised`() {
    let first = report(["index.html"], over: OnlineVersion(isKnown: false))
    let later = report(["index.html"], over: OnlineVersion(ours: ["index.html": "2"]))
    #expect(first.outcome == "Published: 1 file sent and 0 removed at /srv/site.")
    #expect(later.outcome.hasSuffix("‘daylight publish --undo’ brings the former version back."))
  }
}
