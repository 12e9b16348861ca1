import DaylightPublish
import Testing

@Suite struct PublishPlanTests {
  private func plan(
    _ files: [String: String], over ours: [String: String?] = [:], others: Set<String> = []
  ) -> PublishPlan {
    PublishPlan(
      from: OnlineVersion(ours: ours, others: others),
      to: files.map { PublishPlan.File(path: $0.key, digest: $0.value) })
  }

  @Test func `files are added, changed, removed and left as they are`() {
    let plan = plan(
      ["index.html": "2", "new/index.html": "1", "same.html": "1"],
      over: ["index.html": "1", "same.html": "1", "old.html": "1"])
    #expect(plan.added == ["new/index.html"] && plan.changed == ["index.html"])
    #expect(plan.removed == ["old.html"] && plan.unchanged == 1 && !plan.isEmpty)
  }

  @Test func `the same version changes nothing`() {
    #expect(plan(["index.html": "1"], over: ["index.html": "1"]).isEmpty)
  }

  @Test func `a file that Daylight did not put there is never removed`() {
    let plan = plan(["index.html": "1"], others: ["CNAME", "private/notes.html"])
    #expect(plan.removed == [] && plan.replaced == [] && plan.added == ["index.html"])
  }

  @Test func `a file of the same name that Daylight did not put there is told apart`() {
    let plan = plan(["index.html": "1"], others: ["index.html"])
    #expect(plan.replaced == ["index.html"] && plan.added == [] && plan.sent == ["index.html"])
  }

  @Test func `a file that an interrupted publishing may have sent is sent again`() {
    #expect(plan(["index.html": "1"], over: ["index.html": nil]).changed == ["index.html"])
  }

  @Test func `what pages load is sent before pages, and pages with what names them`() {
    let plan = plan([
      "index.html": "1", "assets/site.css": "1", "sitemap.xml": "1", "rooms/lamp.webp": "1",
      ".htaccess": "1", "_headers": "1", "robots.txt": "1", "assets/exit.js": "1",
    ])
    #expect(
      plan.steps == [
        ["assets/exit.js", "assets/site.css", "rooms/lamp.webp"],
        [".htaccess", "_headers", "index.html", "robots.txt", "sitemap.xml"],
      ])
  }

  @Test(arguments: [("a", "a/index.html"), ("a/index.html", "a")])
  func `what is in the way of a new file is removed before it is sent`(old: String, new: String) {
    let plan = plan([new: "1"], over: [old: "1", "z.html": "1"])
    #expect(plan.cleared == [old] && plan.removedLast == ["z.html"] && plan.added == [new])
  }

  @Test(arguments: [("a", "a/index.html"), ("a/notes.txt", "a")])
  func `a file of others that is in the way blocks the plan`(other: String, new: String) {
    #expect(plan([new: "1"], others: [other]).blocked == [other])
  }
}
