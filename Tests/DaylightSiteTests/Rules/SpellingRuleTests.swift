import DaylightModel
import DaylightSite
import DaylightSyntax
import TestSupport
import Testing

@Suite struct SpellingRuleTests {
  /// A dictionary that knows every word but a few, and one word for each of them.
  private struct Words: SpellingDictionary, SpellingDictionaries {
    var wrong = [
      "recieve": "receive", "Recieve": "Receive", "collegue": "colleague", "Ainsworth": "",
    ]
    var hasLanguage = true
    /// If set, the only words that it knows.
    var isKnown: (@Sendable (String) -> Bool)?

    func contains(_ word: String) -> Bool {
      isKnown?(word) ?? (wrong[word] == nil && !word.contains("-"))
    }
    func suggestions(for word: String) -> [String] {
      wrong[word].map { $0.isEmpty ? [] : [$0] } ?? []
    }
    func dictionary(for language: String) -> (any SpellingDictionary)? {
      hasLanguage ? self : nil
    }
  }

  private func findings(_ site: SiteFixture, _ words: Words = Words()) async -> [String] {
    await site.build(dictionaries: words).build.diagnostics
      .filter { ["misspelling", "spelling-variant", "stale-override"].contains($0.rule.id) }
      .map { finding in
        let place = finding.location.map { "\($0.start.line):\($0.start.column)" } ?? ""
        return "\(place) \(finding.message)"
      }
  }

  private func findings(_ body: String, _ more: String = "") async -> [String] {
    await findings(SiteFixture(page: body, more))
  }

  @Test func `an unknown word is reported at its first place on a page`() async {
    #expect(
      await findings("Some\npeople **recieve** it, and recieve it again.") == [
        "5:10 ‘recieve’ is not in the dictionary (en)"
      ])
  }

  @Test func `the suggestion comes from the dictionary`() async {
    let build = await SiteFixture(page: "I recieve.").build(dictionaries: Words()).build
    #expect(
      build.diagnostics.first { $0.rule.id == "misspelling" }?.help
        == "write ‘receive’; if the word is right, add it to content/words.txt")
  }

  @Test func `the dictionary is asked about a few words, and others are compared with it`() async {
    // It knows none of them, and has no idea what they were meant to be.
    let many = (0..<12).map { number in
      String((number < 6 ? "q" : "z") + String(repeating: "x", count: number % 6 + 3))
    }
    var words = Words()
    words.wrong = [:]
    words.isKnown = { $0 == "receive" }
    let body = many.joined(separator: " ") + " recieve."
    let build = await SiteFixture(page: body).build(dictionaries: words).build
    let help = build.diagnostics.first { $0.message.hasPrefix("‘recieve’") }?.help
    #expect(help == "write ‘receive’; if the word is right, add it to content/words.txt")
  }

  @Test(arguments: [
    "Use `recieve` as it is.", "    recieve\n", "See <https://example.org/recieve>.",
    "<!-- recieve -->\n\nRest.",
  ]) func `what is not prose is not looked up`(body: String) async {
    #expect(await findings(body) == [])
  }

  @Test func `a title and a summary are looked up`() async {
    let site = SiteFixture(
      page: "Rest.", frontMatter: "shortTitle: A collegue\nsummary: To recieve.")
    #expect(await findings(site).count == 2)
  }

  @Test func `what readers see of data files and pictures is looked up, with its place`() async {
    var site = SiteFixture(
      page: "![To recieve](bench.png)",
      """
      -- content/people.yaml --
      - id: jo
        name: Jo
        role: author
        bio: I was a collegue of many.
        url: "https://recieve.example.org/recieve"

      """)
    site.attach("content/bench.png")
    let found = await findings(site)
    #expect(
      found == [
        "4:1 ‘recieve’ is not in the dictionary (en)",
        "4:16 ‘collegue’ is not in the dictionary (en)",
      ])
  }

  @Test func `the site’s own words are known`() async {
    #expect(
      await findings(
        "The COLLEGUE and Ainsworth’s collegue. Recieve!",
        "-- content/words.txt --\n# Names\nAinsworth # a person\ncollegue\nrecieve\n") == [])
  }

  @Test func `a name with a capital is not known in small letters`() async {
    var words = Words()
    words.wrong["rest"] = ""
    let site = SiteFixture(page: "We rest.", "-- content/words.txt --\nRest\n")
    #expect(await findings(site, words).count == 1)
  }

  @Test func `names of sources, people and terms are known`() async {
    #expect(
      await findings(
        "Ainsworth, a collegue, and recieve.",
        """
        -- content/sources.yaml --
        a1978:
          title: Patterns
          kind: book
          authors: ["Ainsworth, M."]
        -- content/people.yaml --
        - {id: jo, name: Jo Collegue, role: author}
        - {id: co, name: collegue, role: author}
        -- content/glossary/recieve.md --
        ---
        term: recieve
        summary: A word.
        evidence: popular
        ---

        """) == [])
  }

  @Test func `a compound is right if its parts are`() async {
    #expect(await findings("Self-blame and a well-worn path.") == [])
    #expect(
      await findings("A self-recieve.") == ["4:3 ‘self-recieve’ is not in the dictionary (en)"])
  }

  @Test func `without a dictionary for the language no word is unknown`() async {
    #expect(await findings(SiteFixture(page: "I recieve."), Words(hasLanguage: false)) == [])
  }

  @Test func `a word can be allowed with a reason`() async {
    let body = "<!-- allow: misspelling because it is a quotation -->\nI recieve."
    #expect(await findings(body) == [])
  }

  @Test func `an override is not stale where spelling is not checked`() async {
    let body = "<!-- allow: misspelling because it is a quotation -->\nI recieve."
    #expect(!(await SiteFixture(page: body).build()).rules.contains("stale-override"))
  }

  @Test(arguments: [
    ("To recognise and to recognise, or to recognize.", "recognize", "recognise"),
    ("Organisation. Organization.", "Organization", "organisation"),
    ("To analyse. Analyzing.", "", ""),
    ("A well-being, and wellbeing.", "wellbeing", "well-being"),
    ("Non-judgemental, nonjudgemental.", "nonjudgemental", "non-judgemental"),
    ("To re-sign or resign.", "", ""),
    ("A co-op and a coop.", "", ""),
    ("A prize to prise open.", "", ""),
    ("To seize the size, disguised.", "", ""),
  ]) func `two spellings of a word are reported`(body: String, rarer: String, common: String) async
  {
    let other =
      "-- content/other.md --\n---\ntitle: Other\n---\n"
      + "Recognise an organisation; well-being; non-judgemental.\n"
    let expected = rarer.isEmpty ? [] : ["‘\(rarer)’ is spelt ‘\(common)’ elsewhere on the site"]
    #expect(await findings(body, other).map { $0.drop { $0 != "‘" } }.map(String.init) == expected)
  }
}
