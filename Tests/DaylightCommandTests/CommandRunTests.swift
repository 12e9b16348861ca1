import ArgumentParser
import DaylightBuild
import Testing

@testable import daylight

/// Each command once: that it does its work, says what it did, and ends with the code that its help
/// promises.
@Suite struct CommandRunTests {
  let folder: CommandFolder

  init() async throws {
    folder = try CommandFolder()
    await folder.run("new", "site", ".", "--defaults", "--starter", "minimal")
  }

  @Test func `a new site is built, and building it again changes nothing`() async {
    let first = await folder.run("build", "--now", "2026-11-01", "--timings")
    #expect(first.contains("0 errors"))
    #expect(folder.has("public/index.html"))
    let second = await folder.run("build", "--now", "2026-11-01", "--full")
    #expect(second.contains("0 files written"))
    #expect(await folder.run("check", "--now", "2026-11-01", "--strict").contains("0 errors"))
  }

  @Test func `a mistake is shown with its place, and nothing is written`() async throws {
    try folder.append("\nSee [the list](nowhere.md).\n", to: "content/index.md")
    let said = await folder.run("build", endsWith: 1)
    #expect(said.contains("content/index.md:"))
    #expect(said.contains("broken-link"))
    #expect(!folder.has("public/index.html"))
    #expect(await folder.run("check", "--format", "json", endsWith: 1).contains("\"broken-link\""))
  }

  @Test func `the last line of a check says what there is to do`() async throws {
    #expect(await folder.run("check").hasSuffix("Nothing to fix.\n"))
    try folder.append("\nSee [here](help.md).\n", to: "content/index.md")
    #expect(await folder.run("check").hasSuffix("No errors. 1 warning to look at.\n"))
    try folder.append("\nSee [the list](nowhere.md).\n", to: "content/index.md")
    #expect(await folder.run("check", endsWith: 1).hasSuffix("\n1 error to fix.\n"))
  }

  @Test func `what can be fixed without a decision is fixed`() async throws {
    try folder.write("content/signs.md", "---\ntitle: Signs\n---\n\nRest is allowed .\n")
    let said = await folder.run("check", "--fix", "--yes", "content/signs.md")
    #expect(folder.text("content/signs.md")?.contains("allowed.\n") == true, "\(said)")
  }

  @Test func `pages of each kind are made from a title`() async {
    await folder.run("new", "article", "Small steps")
    #expect(folder.has("content/reading/small-steps.md"))
    let again = await folder.run("new", "article", "Small steps", endsWith: 1)
    #expect(again.contains("--slug small-steps-2"))
    await folder.run("new", "term", "Grounding")
    #expect(folder.has("content/glossary/grounding.md"))
  }

  @Test func `a calendar is written beside the content, and not into it`() async {
    #expect(await folder.run("calendar").contains("Written: ./due-dates.ics"))
    #expect(await folder.run("calendar", "--output", "-").contains("BEGIN:VCALENDAR"))
    let said = await folder.run("calendar", "--output", "content/due.ics", endsWith: 2)
    #expect(said.contains("would be in a folder that the site is made from"))
    #expect(!folder.has("content/due.ics"))
  }

  @Test func `a handout is written beside the content, and not into it`() async {
    #expect(await folder.run("handout", "content/index.md").contains("Written: "))
    let said = await folder.run(
      "handout", "content/index.md", "--output", "content/a.html", endsWith: 1)
    #expect(said.contains("belongs to the site"))
    #expect(await folder.run("handout", "nowhere", endsWith: 1).contains("error: "))
  }

  @Test func `a finished folder is audited`() async throws {
    await folder.run("build")
    #expect(await folder.run("audit", "public").contains("0 errors"))
    try folder.write("public/theirs.html", "<script src=\"https://example.org/a.js\"></script>")
    #expect(await folder.run("audit", "public", endsWith: 1).contains("theirs.html"))
    #expect(await folder.run("audit", "nowhere", endsWith: 2).contains("is not a folder"))
  }

  @Test func `templates are listed, taken over, compared and brought up to date`() async throws {
    #expect(await folder.run("templates", "list").contains("footer"))
    await folder.run("templates", "eject", "footer")
    try folder.append("<!-- ours -->\n", to: "templates/partials/footer.mustache")
    #expect(await folder.run("templates", "diff").contains("changed by you"))
    #expect(await folder.run("templates", "diff", "footer").contains("+ <!-- ours -->"))
    await folder.run("templates", "update", "footer")
    await folder.run("templates", "eject", "footr", endsWith: 64)
  }

  @Test func `an update of lines that both changed says which, and changes nothing`() async throws {
    await folder.run("templates", "eject", "footer")
    let (ours, origin) = ("templates/partials/footer.mustache", ThemeFolder.origins)
    let lines = try #require(folder.text(ours)).split(
      separator: "\n", omittingEmptySubsequences: false)
    let rest = lines.dropFirst().joined(separator: "\n")
    try folder.write(origin + "/partials/footer.mustache", "older\n" + rest)
    try folder.write(ours, "our own\n" + rest)
    let said = await folder.run("templates", "update", "footer", endsWith: 1)
    #expect(said.contains("changed the same lines of ‘\(ours)’: 1\n"), "\(said)")
    #expect(folder.text(ours) == "our own\n" + rest)
    #expect(await folder.run("templates", "update", "--all", endsWith: 1).contains("’: 1\n"))
  }

  @Test func `the program knows which build of it is running`() {
    #expect(Executable.identity?.hasPrefix(Daylight.configuration.version + " ") == true)
  }

  @Test func `a site of another tool is imported into a new folder`() async throws {
    try folder.write("old/_config.yml", "title: Old\n")
    try folder.write("old/about.md", "---\ntitle: About\nlayout: page\n---\n\nHello there.\n")
    #expect(await folder.run("import", "old", "--into", "new").contains("1 page"))
    #expect(folder.text("new/content/about.md")?.contains("Hello there.") == true)
    await folder.run("import", "old", "--into", "new", endsWith: 1)
  }

  @Test func `a site is published into a folder, and the former version brought back`() async throws
  {
    try folder.write("online/theirs.txt", "theirs")
    let place = folder.path + "/online"
    let shown = await folder.run("publish", "--to", place, "--dry-run", "--first")
    #expect(shown.contains("this was a dry run"))
    #expect(!folder.has("online/index.html"))
    await folder.run("publish", "--to", place, "--first", "--yes")
    let first = try #require(folder.text("online/index.html"))
    try folder.append("\nWe moved.\n", to: "content/index.md")
    await folder.run("publish", "--to", place, "--yes")
    #expect(folder.text("online/index.html")?.contains("We moved.") == true)
    await folder.run("publish", "--to", place, "--undo", "--yes")
    #expect(folder.text("online/index.html") == first)
    #expect(folder.text("online/theirs.txt") == "theirs")
  }

  @Test func `rules and schemas are explained, and a wrong name finds the right one`() async {
    #expect(await folder.run("explain", "broken-link").contains("broken-link"))
    #expect(await folder.run("explain").contains("reading-grade"))
    #expect(await folder.run("explain", "broken-lnk", endsWith: 64).contains("broken-link"))
    #expect(await folder.run("schema").contains("front-matter"))
    #expect(await folder.run("schema", "site").contains("$schema"))
    await folder.run("schema", "--into", "schemas")
    #expect(folder.has("schemas/site.schema.json"))
    #expect(await folder.run("schema", "sit", endsWith: 64).contains("‘site’"))
  }

  @Test func `what the computer can do is said`() async {
    #expect(await folder.run("doctor").contains("rsync"))
  }
}
