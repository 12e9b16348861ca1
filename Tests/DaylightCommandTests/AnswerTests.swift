import Testing

/// Commands that ask, at a terminal.
@Suite struct AnswerTests {
  let folder: CommandFolder

  init() throws { folder = try CommandFolder() }

  @Test func `a new site is made from the answers, by number or by word, and built if agreed to`()
    async
  {
    await folder.run(
      "new", "site", ".",
      typing: [
        "Quiet Rooms", "https://quiet.example.org/", "", "", "1", "en-GB", "", "minimal", "none",
        "y",
      ])
    #expect(folder.text("content/site.yaml")?.contains("Quiet Rooms") == true)
    #expect(folder.text("content/site.yaml")?.contains("https://quiet.example.org/") == true)
    #expect(folder.has("public/index.html"))
  }

  @Test func `an answer that cannot be right is asked for again`() async {
    await folder.run(
      "new", "site", ".", "--name", "Quiet Rooms", "--region", "ie", "--language", "en-GB",
      "--starter", "minimal", "--host", "none", "--accent", "#1c5a5a",
      typing: ["no address", "https://quiet.example.org/", "", "", "n"])
    #expect(folder.text("content/site.yaml")?.contains("https://quiet.example.org/") == true)
    #expect(!folder.has("public"))
  }

  @Test func `a colour that is hard to read is darkened if that is agreed to`() async {
    await folder.run(
      "new", "site", ".", "--name", "Quiet Rooms", "--base-url", "https://quiet.example.org/",
      "--phone", "", "--address", "", "--region", "ie", "--language", "en-IE", "--starter",
      "minimal", "--host", "none", typing: ["#dddddd", "n", "#dddddd", "y", "n"])
    let settings = folder.text("content/site.yaml") ?? ""
    #expect(settings.contains("accent: "))
    #expect(!settings.contains("#dddddd"))
  }

  @Test func `fixes are written if they are agreed to, and not otherwise`() async throws {
    await folder.run("new", "site", ".", "--defaults", "--starter", "minimal")
    let page = "---\ntitle: Signs\n---\n\nRest is allowed .\n"
    try folder.write("content/signs.md", page)
    await folder.run("check", "--fix", "content/signs.md", typing: ["n"])
    #expect(folder.text("content/signs.md") == page)
    await folder.run("check", "--fix", "content/signs.md", typing: ["yes"])
    #expect(folder.text("content/signs.md")?.hasSuffix("allowed.\n") == true)
  }

  @Test func `nothing is published unless it is agreed to`() async throws {
    await folder.run("new", "site", ".", "--defaults", "--starter", "minimal")
    try folder.write("online/theirs.txt", "theirs")
    let place = folder.path + "/online"
    await folder.run("publish", "--to", place, "--first", typing: ["n"], endsWith: 1)
    #expect(!folder.has("online/index.html"))
    await folder.run("publish", "--to", place, "--first", typing: ["y"])
    #expect(folder.has("online/index.html"))
  }
}
