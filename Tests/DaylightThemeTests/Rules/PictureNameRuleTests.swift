import DaylightSite
import TestSupport
import Testing

@Suite struct PictureNameRuleTests {
  private static let drawing = "\n<svg xmlns=\"http://www.w3.org/2000/svg\"/>\n"

  private func site(_ picture: String, drawings: [String]) async -> FixtureBuild {
    await SiteFixture(
      page: "Text.", frontMatter: "picture: ⟦1⟧\(picture)⟦/1⟧",
      drawings.map { "-- templates/assets/pictures/\($0) --\(Self.drawing)" }.joined()
    ).build()
  }

  @Test(arguments: ["lamp.svg", "lamp.webp", "lamp.PNG"])
  func `a drawing of the theme is fine`(file: String) async {
    await site("lamp", drawings: ["door.svg", file]).expectNoFindings()
  }

  @Test(arguments: [
    ("lmap", "did you mean ‘lamp’?"), ("Lamp", "did you mean ‘lamp’?"),
    ("lamp.svg", "write ‘lamp’, without folder and ending"),
    ("assets/pictures/Lamp.svg", "write ‘lamp’, without folder and ending"),
    ("pictures/lamp", "write ‘lamp’, without folder and ending"),
    ("bridge", "write one of these: door, lamp"),
    ("a garden.jpg", "write one of these: door, lamp"),
  ])
  func `any other name is answered with one that exists`(name: String, help: String) async {
    await site(name, drawings: ["lamp.svg", "door.svg"]).expectFindings(
      .init("unknown-picture", at: 1, "the theme has no drawing ‘\(name)’", help: help))
  }

  @Test(arguments: [
    ("lmap", "the theme has no drawing ‘lmap’", "did you mean ‘lamp’?"),
    (
      "lamp", "‘lamp’ is an SVG, which previews do not show",
      "put a PNG or JPEG, best of 1200 by 630, into ‘templates/assets/pictures’ and name that"
    ),
  ])
  func `the picture of previews is one that they show`(
    name: String, message: String, help: String
  ) async {
    let site = await SiteFixture(
      page: "Text.",
      "-- content/site.yaml --\nname: A\nopenGraphPicture: ⟦1⟧\(name)⟦/1⟧\n"
        + "-- templates/assets/pictures/lamp.svg --\(Self.drawing)"
    ).build()
    site.expectFindings(.init("unknown-picture", at: 1, message, help: help))
  }

  @Test func `a theme without drawings has none to suggest`() async {
    await site("lamp", drawings: []).expectFindings(
      .init(
        "unknown-picture", at: 1,
        help: "remove the line, or put the picture into ‘templates/assets/pictures’"))
  }

  @Test func `a page shows its own drawing, or that of the section above it`() async {
    let page = "---\ntitle: Page\n"
    let drawing = "-- templates/assets/pictures/"
    let site = await SiteFixture(
      SiteFixture.template("article", "{{page.picture.path}}")
        + "-- content/a/index.md --\n\(page)picture: lamp\n---\nText.\n"
        + "-- content/a/b/index.md --\n\(page)---\nText.\n"
        + "-- content/a/b/inherits.md --\n\(page)---\nText.\n"
        + "-- content/a/own.md --\n\(page)picture: door\n---\nText.\n"
        + "-- content/a/bare.md --\n\(page)picture: none\n---\nText.\n"
        + "-- content/c/none.md --\n\(page)---\nText.\n"
        + "\(drawing)lamp.svg --\(Self.drawing)\(drawing)door.svg --\(Self.drawing)"
    ).build()
    #expect(site.main("a/b/inherits/index.html").hasPrefix("assets/pictures/lamp."))
    #expect(site.main("a/own/index.html").hasPrefix("assets/pictures/door."))
    #expect(site.main("a/bare/index.html") == "")
    #expect(site.main("c/none/index.html") == "")
  }

  private func ownPicture(_ name: String) -> SiteFixture {
    var site = SiteFixture(
      page: "Text.", frontMatter: "picture: ⟦1⟧\(name)⟦/1⟧",
      SiteFixture.template("page", "{{page.picture.path}} {{page.picture.width}}")
        + "-- templates/assets/pictures/lamp.svg --\(Self.drawing)")
    site.attach("content/bench.png")
    site.attach("content/a garden/gate.webp")
    return site
  }

  @Test(arguments: [
    ("bench.png", "bench.png"), ("./bench.png", "bench.png"),
    ("a garden/gate.webp", "a%20garden/gate.webp"),
  ])
  func `a page may show a picture of its author`(name: String, path: String) async {
    let site = await ownPicture(name).build()
    site.expectNoFindings()
    #expect(site.main("page/index.html").hasPrefix(path + " "))
  }

  @Test(arguments: [
    ("bnch.png", "did you mean ‘bench.png’?"), ("gate.webp", "write one of these: lamp"),
    ("non", "write one of these: lamp"), ("None", "write ‘none’ for a page without a picture"),
  ])
  func `a picture that is not there is answered with one that is`(name: String, help: String) async
  {
    await ownPicture(name).build().expectFindings(.init("unknown-picture", at: 1, help: help))
  }
}
