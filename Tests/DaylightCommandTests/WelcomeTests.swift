import Testing

@testable import daylight

@Suite struct WelcomeTests {
  @Test func `where there is no site, the first thing to do is to make one`() {
    let text = Welcome(site: nil, commands: ["new", "doctor"]).text
    #expect(
      text == """
        There is no site in this folder. What to do next:

          daylight new site my-site  makes one in the folder ‘my-site’
          daylight doctor            says whether this computer has all that it needs

        ‘daylight --help’ lists all commands.
        """)
  }

  @Test func `in a site, the first thing to do is to look at it`() {
    let text = Welcome(site: ".", commands: ["serve", "build"]).text
    #expect(text.contains("\n  daylight serve --open  shows it in the browser while you write\n"))
    #expect(!text.contains("publish"))
  }

  @Test func `near a site, the way there is said`() {
    #expect(Welcome(site: "my site", commands: []).text.contains("\n  cd 'my site'\n"))
  }
}
