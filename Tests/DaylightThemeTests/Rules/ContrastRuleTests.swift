import DaylightSite
import TestSupport
import Testing

@Suite struct ContrastRuleTests {
  private func site(_ css: String) async -> FixtureBuild {
    await SiteFixture(page: "Text.", "-- templates/assets/site.css --\n\(css)\n").build()
  }

  @Test func `colours that can be read are fine`() async {
    await site(
      """
      /*
        contrast: --ink on --paper 4.5
      */
      :root {
        --ink: #000;
        --paper: #ffffff;
      }
      """
    ).expectNoFindings()
  }

  @Test func `colours that are too close are an error`() async {
    let site = await site(
      """
      /* ⟦1⟧contrast: --ink on --paper 4.5 */
      :root {
        --ink: #777777;
        --paper: #fff;
      }
      """)
    site.expectFindings(
      .init(
        "low-contrast", at: 1, "‘--ink’ on ‘--paper’ has a contrast of 4.47 in the light scheme",
        help: "it needs 4.5: make one lighter or the other darker"),
      .init(
        "low-contrast", at: 1, "‘--ink’ on ‘--paper’ has a contrast of 4.47 in the dark scheme"))
  }

  @Test func `the names of CSS are colours`() async {
    let site = await site(
      """
      /* ⟦1⟧contrast: --ink on --paper 4.5 */
      :root {
        --ink: HotPink;
        --paper: white;
      }
      """)
    site.expectFindings(
      .init(
        "low-contrast", at: 1, "‘--ink’ on ‘--paper’ has a contrast of 2.64 in the light scheme"),
      .init("low-contrast", at: 1))
  }

  @Test func `the dark scheme is checked with its own colours`() async {
    let site = await site(
      """
      /* ⟦1⟧contrast: --ink on --paper 4.5 */
      :root {
        --ink: #000;
        --paper: #fff;
      }
      @media (prefers-color-scheme: dark) {
        :root {
          --paper: #222;
        }
      }
      """)
    site.expectFindings(
      .init("low-contrast", at: 1, "‘--ink’ on ‘--paper’ has a contrast of 1.31 in the dark scheme")
    )
  }

  @Test func `other media are no scheme`() async {
    await site(
      """
      /* contrast: --ink on --paper 4.5 */
      :root {
        --ink: #000;
        --paper: #fff;
      }
      @media print {
        :root {
          --ink: #fff;
        }
      }
      """
    ).expectNoFindings()
  }

  @Test func `a colour that there is not is an error`() async {
    let site = await site(
      """
      /* ⟦1⟧contrast: --inc on --paper 4.5 */
      :root {
        --ink: #000;
        --paper: #fff;
      }
      """)
    site.expectFindings(
      .init("low-contrast", at: 1, "no colour is called ‘--inc’", help: "did you mean ‘--ink’?"))
  }
}
