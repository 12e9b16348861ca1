import DaylightModel
import Testing

@testable import DaylightStarter

@Suite struct SiteAnswersTests {
  private func answer(_ text: String, to question: SiteQuestion) throws -> String? {
    var answers = SiteAnswers()
    try answers.take(text, for: question)
    return answers[question]
  }

  private func problem(_ text: String, to question: SiteQuestion) -> AnswerProblem? {
    var answers = SiteAnswers()
    do throws(AnswerProblem) {
      try answers.take(text, for: question)
      return nil
    } catch {
      return error
    }
  }

  @Test(arguments: SiteQuestion.allCases)
  func `an empty answer changes nothing`(question: SiteQuestion) throws {
    #expect(try answer("  ", to: question) == SiteAnswers()[question])
  }

  @Test func `white space and characters that cannot be seen are taken out of a name`() throws {
    #expect(try answer("  The\tRiver\n  House\u{202E}\u{7F} ", to: .practice) == "The River House")
  }

  @Test func `a name that readers would see as Markdown is refused with the reason`() {
    #expect(problem("**Hope** Counselling", to: .practice)?.message.contains("**Hope**") == true)
  }

  @Test func `an address of a site needs no https:// and gets its slash`() throws {
    #expect(try answer("resources.example.org", to: .baseURL) == "https://resources.example.org/")
    #expect(try answer("http://a.example/b", to: .baseURL) == "http://a.example/b/")
  }

  @Test(arguments: [
    "no", "https://", "https://a b.example", "https://a.example/?q=1", "ftp://a.example",
  ])
  func `what is no address of a site is refused`(text: String) {
    #expect(problem(text, to: .baseURL) != nil)
  }

  @Test func `a telephone number is digits and spaces`() throws {
    #expect(try answer("+44 1632 960123", to: .phone) == "+44 1632 960123")
    #expect(problem("ask at the desk", to: .phone)?.help?.contains("+44 1632") == true)
  }

  @Test func `a region can be given by its name, and decides the language and the exit`() throws {
    var answers = SiteAnswers()
    try answers.take("Ireland", for: .region)
    #expect(answers.region.id == "ie")
    #expect(answers.language == "en-IE")
    #expect(answers.region.exit == "https://www.met.ie/")
  }

  @Test func `a language that was chosen stays when the region changes`() throws {
    var answers = SiteAnswers()
    try answers.take("en_us", for: .language)
    try answers.take("nz", for: .region)
    #expect(answers.language == "en-US")
  }

  @Test func `a region that is misspelt is suggested`() {
    #expect(problem("gb-egn", to: .region)?.instead == "gb-eng")
  }

  @Test func `a language without words says what is missing`() {
    let found = problem("kl", to: .language)
    #expect(
      found?.message
        == "a site cannot begin in ‘kl’: neither the words of the theme nor a starter are there in it yet"
    )
    #expect(found?.help?.hasPrefix("begin with one of en-GB, ") == true)
  }

  @Test func `a colour can be a name, and have its mark left out`() throws {
    #expect(try answer("navy", to: .accent) == "#000080")
    #expect(try answer("1c5a5a", to: .accent) == "#1c5a5a")
  }

  @Test func `a colour that is hard to read is refused with the nearest that is not`() throws {
    let found = problem("hotpink", to: .accent)
    let instead = try #require(found?.instead)
    #expect(found?.help?.contains(instead) == true)
    #expect(try answer(instead, to: .accent) == instead)
  }

  @Test func `a starter that is not there is refused with those that are`() {
    #expect(problem("trauma", to: .starter)?.help?.contains("trauma-bonds") == true)
  }

  @Test(arguments: SiteRegion.all)
  func `every region has a language that is offered, and a dull way out`(region: SiteRegion) {
    #expect(SiteLanguage.all.contains { $0.tag == region.language })
    #expect(region.exit.hasPrefix("https://"))
  }

  @Test func `the regions are those of help.yaml`() {
    #expect(SiteRegion.all.count > 5)
    #expect(SiteRegion.all.first == SiteRegion(id: "gb-eng", name: "England"))
  }
}
