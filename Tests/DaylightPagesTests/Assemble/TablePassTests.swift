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

  @Test(arguments: [
    "| a | b |\n|---|---|\n| `x | y` | ⟦1⟧this is lost⟦/1⟧ |\n",
    "a | b\n--|--\nx | y | ⟦1⟧this is lost⟦/1⟧\n",
    "> | a | b |\n> |---|---|\n> | x | y | ⟦1⟧this is lost⟦/1⟧ | and this |\n",
    "- | a | b |\n  |---|---|\n  | x \\| x | y | ⟦1⟧this is lost⟦/1⟧ |\n",
    "| a |\r\n|---|\r\n| x | ⟦1⟧this is lost⟦/1⟧ |\r\n",
    "| a |\n|---|\n|\tx\t|\t⟦1⟧this is lost⟦/1⟧\t|\n",
  ])
  func `a cell that would be dropped is an error at its place`(markdown: String) async {
    let site = await SiteFixture(page: markdown).build()
    site.expectFindings(.init("extra-table-cell", at: 1), except: ["stray-markdown"])
  }

  @Test(arguments: [
    "| a | b |\n|---|---|\n| x |\n", "| a | b |\n|---|---|\n| `x \\| y` | z |\n",
    "| a | b |\n|---|---|\n| x | y | |\n", "| a | b |\n|---|---|\n| x | y | <!-- ask -- them -->\n",
    "| a | b |\n|---|---|\n|  | y |\n", "a | b\n--|--\nx | y\n",
  ])
  func `a row with no cell too many is fine`(markdown: String) async {
    await SiteFixture(page: markdown).build().expectNoFindings()
  }
}
