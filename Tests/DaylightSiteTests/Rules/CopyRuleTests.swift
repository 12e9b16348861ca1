import DaylightSite
import DaylightSyntax
import TestSupport
import Testing

@Suite struct CopyRuleTests {
  private func build(_ name: String, title: String = "Partners", _ more: [String] = []) async
    -> FixtureBuild
  {
    func page(_ title: String) -> String { "---\ntitle: \(title)\n---\nText.\n" }
    return await SiteFixture(
      files: [(path: "content/a/\(name).md", text: page(title))]
        + more.map { ("content/a/\($0).md", page("Partners")) }
    ).build()
  }

  private func copies(_ site: FixtureBuild) -> [String] {
    site.build.diagnostics.filter { $0.rule.id == "copied-page" }.compactMap(\.help)
  }

  @Test(arguments: [
    "partners - Copy", "partners - Copy (2)", "partners (1)", "partners (12)", "partners copy",
    "partners copy 2", "partners 2", "Copy of partners", "Kopie von partners", "partners - Kopie",
    "partners (Kopie)", "Copie de partners", "partners - Copie", "Copia di partners",
    "partners (Anna's conflicted copy 2024-05-01)", "Anna's conflicted copy 2024-05-01",
    "partners.sync-conflict-20240501-101500-ABCDEFG", "partners (conflict 2024-05-01)",
    "partners (3rd copy)", "partners (another copy)", "partners (copy 2)", "partners_old",
    "partners-old", "partners-v2", "partners_v2", "partners_backup", "partners-copy",
    "partners-final", "partners (Case Conflict)", "partners–copy – Kopie",
  ])
  func `a copy is an error beside its original`(name: String) async {
    #expect(copies(await build(name, ["partners"])).count == 1)
  }

  @Test func `a copy says what to do`() async {
    #expect(
      copies(await build("partners - Copy", ["partners"])) == [
        "delete it; or give it a name of its own, if it is another page"
      ])
    #expect(copies(await build("partners - Copy")) == ["rename it ‘partners.md’, or delete it"])
  }

  @Test(arguments: [
    "growing-old", "growing-new", "growing-final", "hard copy", "copy", "grief (2)", "step 2",
    "a-copy", "plan-v2", "covid-19", "part-2", "copyright", "old", "copycat (film)",
    "a letter (draft)",
    "feeling better (and worse)", "when to say no", "kopfschmerzen", "1984",
  ])
  func `a name that only looks like one is fine`(name: String) async {
    #expect(copies(await build(name, title: "Another", ["growing", "a letter"])) == [])
  }

  @Test func `a copied data file is to be deleted`() async {
    let site = await SiteFixture("-- content/help - Copy.yaml --\nregions: []\n").build()
    #expect(site.build.diagnostics.map(\.help) == ["it looks like a copy: delete it"])
  }
}
