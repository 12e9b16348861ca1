import Testing

/// What the program says to words that are no whole command.
@Suite struct CommandLineTests {
  let folder: CommandFolder

  init() throws { folder = try CommandFolder() }

  @Test func `no words at all lead to a new site, where there is none`() async {
    #expect(await folder.run().contains("daylight new site my-site"))
  }

  @Test func `the version is said by option and by word`() async {
    let version = await folder.run("--version")
    #expect(version.contains("."))
    #expect(await folder.run("version") == version)
  }

  @Test func `a word that is no command is answered with the one that was meant`() async {
    #expect(await folder.run("bild", endsWith: 64).contains("did you mean ‘daylight build’?"))
  }

  @Test func `an option that is misspelt is answered with the one that was meant`() async {
    let said = await folder.run("build", "--outptu", "a", endsWith: 64)
    #expect(
      said.contains("error: unknown option ‘--outptu’\n   = help: did you mean ‘--output’?\n"))
  }

  @Test func `a value that is missing is said in a sentence`() async {
    let said = await folder.run("build", "--output", endsWith: 64)
    #expect(said.contains("error: missing value for ‘--output"))
    #expect(said.contains("\n   = help: ‘daylight build --help’ says how it is used\n"))
  }
}
