import DaylightModel
import TestSupport
import Testing

@Suite struct WritingDirectionTests {
  @Test(arguments: [
    ("ar", "rtl"), ("ar-EG", "rtl"), ("he", "rtl"), ("fa-IR", "rtl"), ("ur", "rtl"), ("yi", "rtl"),
    ("ckb", "rtl"), ("AR", "rtl"), ("az-Arab", "rtl"), ("az", "ltr"), ("ku-Latn", "ltr"),
    ("ks-Deva", "ltr"), ("en-GB", "ltr"), ("arn", "ltr"), ("zh-Hant", "ltr"), ("pa-Arab-PK", "rtl"),
    ("uz", "ltr"), ("ar-Latn", "ltr"),
  ])
  func `a language is written in one direction`(language: String, direction: String) {
    #expect(WritingDirection(language: language).rawValue == direction)
  }

  @Test func `pages say the direction of their language`() async {
    let site = await SiteFixture(
      SiteFixture.template("page", "{{direction}}")
        + "-- content/site.yaml --\nname: A\nlanguage: ar\n"
        + "-- content/a.md --\n---\ntitle: A\n---\nText.\n"
    ).build()
    #expect(site.main("a/index.html") == "rtl")
  }
}
