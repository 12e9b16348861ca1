import DaylightSite
import TestSupport
import Testing

@Suite struct LinkAuditTests {
  private func site(_ html: String) async -> FixtureBuild {
    await SiteFixture(
      page: "## Here\n\nText.", SiteFixture.template("page", html + "{{{page.content}}}")
    ).build()
  }

  @Test(arguments: [
    "../help/nowhere.html", "nowhere/", "../", "#nowhere", "../help/index.html#nowhere",
    "../../../outside.html", "/nowhere.html", "../help", "index.html?a", "nowhere.html#here",
    "./nowhere.html", "../help//index.html#nowhere",
  ])
  func `a link that a template makes must lead somewhere`(reference: String) async {
    let site = await site("<a href=\"\(reference)\">A</a>")
    if reference == "../" {
      site.expectNoFindings(except: ["empty-element"])
    } else {
      site.expectFindings(
        .init("broken-output-link", "‘\(reference)’ leads nowhere in the finished site"))
    }
  }

  @Test func `a template that leaves the sources out is told to print them`() async {
    let site = await SiteFixture(
      page: "Text [@smith2001].",
      SiteFixture.template("page", "{{{page.content}}}")
        + "-- content/sources.yaml --\nsmith2001: {title: A work, year: 2001, kind: book}\n"
    ).build()
    site.expectFindings(
      .init(
        "broken-output-link",
        help: "the template of this page does not print its sources: write ‘{{> sources}}’ below "
          + "its text"), except: ["source-unchecked"])
  }

  @Test func `a template that leaves the words out is told to print them`() async {
    let site = await SiteFixture(
      page: "A bond.",
      SiteFixture.template("page", "{{{page.content}}}")
        + "-- content/glossary/bond.md --\n---\nterm: Bond\nsummary: A tie.\nevidence: popular\n---\n"
    ).build()
    site.expectFindings(
      .init(
        "broken-output-link", "‘#word-bond’ leads nowhere in the finished site",
        help: "the template of this page does not print its words: write ‘{{> words}}’ below "
          + "its text"))
  }

  @Test(arguments: ["nowhere", "Here", "#here", "he re"])
  func `a button must open something of the page`(id: String) async {
    await site("<button type=\"button\" popovertarget=\"\(id)\">A</button>")
      .expectFindings(.init("broken-output-link"))
  }

  @Test(arguments: ["here", "main", "h&#101;re"])
  func `a button that opens something is fine`(id: String) async {
    await site("<button type=\"button\" popovertarget=\"\(id)\">A</button>").expectNoFindings()
  }

  @Test(arguments: [
    "../help/index.html", "../help/", "../index.html", "#here", "../page/index.html#here", "#main",
    "tel:123", "/help/index.html", "../help/index.html#main", "index.html", "./index.html#here",
    "../%68elp/", "../help//index.html", "&#46;./help/", "../page/#here", "#%68ere", "/", "/#main",
    "../help/index.html#m&#97;in",
  ])
  func `a link that leads somewhere is fine`(reference: String) async {
    await site("<a href=\"\(reference)\">A</a>").expectNoFindings()
  }

  @Test(arguments: [
    "<p id=\"here\">a</p>", "<p id=\"main\">a</p>", "<i id=\"a\"></i><b id=\"&#97;\"></b>",
  ])
  func `an id that comes twice on a page is refused`(html: String) async {
    await site(html).expectFindings(.init("duplicate-anchor"))
  }

  @Test func `a drawing may be taken from a file of several`() async {
    let template = "<svg><use href=\"{{root}}assets/icons.svg#leaf\"/></svg>{{{page.content}}}"
    let icons = """
      -- templates/assets/icons.svg --
      <svg xmlns="http://www.w3.org/2000/svg"><symbol id="leaf"><path d="M0 0"/></symbol></svg>

      """
    let site = SiteFixture(page: "Text.", SiteFixture.template("page", template) + icons)
    await site.build().expectNoFindings()
  }
}
