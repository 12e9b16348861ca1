import DaylightSite
import TestSupport
import Testing

@Suite struct TablePassTests {
  @Test func `a table scrolls in a region that takes the keyboard`() async {
    let site = await SiteFixture(page: "| A | B |\n|---|---|\n| 1 | 2 |\n").build()
    site.expectNoFindings()
    #expect(
      site.body() == """
        <div class="table" role="region" tabindex="0" aria-label="Table">
        <table>
        <thead>
        <tr>
        <th>A</th>
        <th>B</th>
        </tr>
        </thead>
        <tbody>
        <tr>
        <td>1</td>
        <td>2</td>
        </tr>
        </tbody>
        </table>
        </div>

        """)
  }

  @Test func `each of several tables has a region of its own`() async {
    let table = "| A |\n|---|\n| 1 |\n"
    let site = await SiteFixture(page: "\(table)\n\(table)\n> | A |\n> |---|\n> | 1 |\n").build()
    #expect(site.body().ranges(of: "<div class=\"table\"").count == 3)
  }
}
