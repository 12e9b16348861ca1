import DaylightSite
import TestSupport
import Testing

@Suite struct OutputLinkCheckTests {
  private func site(_ html: String) async -> FixtureBuild {
    await SiteFixture(page: "## Here", SiteFixture.template("page", html + "{{{page.content}}}"))
      .build()
  }

  @Test(arguments: [
    "../help/nowhere.html", "nowhere/", "../", "#nowhere", "../help/index.html#nowhere",
    "../../../outside.html", "/nowhere.html",
  ])
  func `a link that a template makes must lead somewhere`(reference: String) async {
    let site = await site("<a href=\"\(reference)\">A</a>")
    if reference == "../" {
      site.expectNoFindings()
    } else {
      site.expectFindings(
        .init("broken-output-link", "‘\(reference)’ leads nowhere in the finished site"))
    }
  }

  @Test(arguments: [
    "../help/index.html", "../help/", "../index.html", "#here", "../page/index.html#here", "#main",
    "#",
    "tel:123", "/help/index.html", "../help/index.html#main",
  ])
  func `a link that leads somewhere is fine`(reference: String) async {
    await site("<a href=\"\(reference)\">A</a>").expectNoFindings()
  }
}
