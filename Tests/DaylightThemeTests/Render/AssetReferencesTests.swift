import DaylightSite
import TestSupport
import Testing

@Suite struct AssetReferencesTests {
  @Test func `an asset that is not there is reported where the template names it`() async {
    let site = await SiteFixture(
      """
      -- templates/partials/opening.mustache --
      <h1>{{page.title}}</h1>
      <img alt="" src="{{root}}⟦1⟧assets/sight.css⟦/1⟧">
      """
    ).build()
    site.expectFindings(
      .init(
        "missing-asset", at: 1, "no asset ‘assets/sight.css’",
        help: "did you mean ‘assets/site.css’?"))
  }
}
