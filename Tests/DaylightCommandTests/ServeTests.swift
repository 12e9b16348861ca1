import Testing

@Suite struct ServeTests {
  let folder: CommandFolder

  init() async throws {
    folder = try CommandFolder()
    await folder.run("new", "site", ".", "--defaults", "--starter", "minimal")
  }

  @Test func `the site is built in memory, its address is said, and Ctrl-C is a good end`() async {
    let said = await folder.run(
      "serve", "--port", "0", "--now", "2026-11-01", stoppedAfter: "rendered; ")
    #expect(said.contains("Serving http://127.0.0.1:"))
    #expect(said.contains("About the site: http://127.0.0.1:"))
    #expect(!folder.has("public"))
  }

  @Test func `errors are listed with their places, and what is shown is said`() async throws {
    try folder.append("\nSee [the list](nowhere.md).\n", to: "content/index.md")
    let said = await folder.run(
      "serve", "--port", "0", "--now", "2026-11-01", stoppedAfter: "[broken-link]")
    #expect(said.contains("1 error; there is no site to show yet\n  content/index.md:"))
  }

  @Test func `an editor gets each finding on one line, between two lines that it knows`()
    async throws
  {
    try folder.append("\nSee [the list](nowhere.md).\n", to: "content/index.md")
    let said = await folder.run(
      "serve", "--port", "0", "--now", "2026-11-01", "--format", "line", "--poll",
      stoppedAfter: "Read: ")
    let lines = said.split(separator: "\n")
    let start = try #require(lines.firstIndex(of: "Reading the site …"))
    #expect(lines[start + 1].hasPrefix("content/index.md:"))
    #expect(lines.contains("Read: 1 error"))
  }

  @Test func `an address that this machine does not have is a system error`() async {
    let said = await folder.run("serve", "--host", "203.0.113.1", endsWith: 2)
    #expect(said.contains("error: ‘203.0.113.1’ is no address of this machine\n   = help: "))
  }

  @Test(arguments: [["--port", "70000"], ["--format", "json"]])
  func `what cannot be served is refused before anything is built`(options: [String]) async {
    let said = await folder.run("serve", options[0], options[1], endsWith: 64)
    #expect(said.contains("error: ‘"))
    #expect(said.contains("\n   = help: ‘daylight serve --help’ says how it is used\n"))
  }
}
