import DaylightModel
import DaylightSyntax
import TestSupport
import Testing

/// The rules of the glossary, sentence by sentence.
@Suite struct GlossaryPassTests {
  /// An archive of terms, each by its slug and the lines of its front matter that matter.
  private func terms(_ terms: KeyValuePairs<String, String>) -> String {
    terms.map { slug, fields in
      """
      -- content/glossary/\(slug).md --
      ---
      \(fields.contains("term:") ? "" : "term: \(slug.replacing("-", with: " "))")
      summary: A word.
      evidence: popular
      \(fields)
      ---

      """
    }.joined()
  }

  private func site(
    _ body: String, _ entries: KeyValuePairs<String, String> = ["bond": "", "strong-bond": ""],
    frontMatter: String = "", more: String = ""
  ) async -> FixtureBuild {
    let site = await SiteFixture(page: body, frontMatter: frontMatter, terms(entries) + more)
      .build()
    site.expectNoFindings(except: [
      "unused-term", "circular-definition", "accidental-code", "unopened-abbreviation",
    ])
    return site
  }

  /// The body with each link to the glossary as `[text|slug]`.
  private func linked(
    _ body: String, _ entries: KeyValuePairs<String, String> = ["bond": "", "strong-bond": ""],
    frontMatter: String = "", more: String = ""
  ) async -> String {
    let site = await site(body, entries, frontMatter: frontMatter, more: more)
    return brief(site.body())
  }

  private func brief(_ html: String) -> String {
    html.replacing(
      /<button type="button" class="term" popovertarget="word-([^"]*)">(.*?)<\/button>/
        .dotMatchesNewlines()
    ) { "[\($0.output.2)|\($0.output.1)]" }
  }

  // MARK: Matching

  @Test(arguments: [
    "See bond.org for more.", "Open bond.pdf.", "Under #bond.",
    "Follow @bond there.", "It is in /help/bond today.", "At example.org/bond/today it says so.",
    "In C:\\\\bond it is.",
  ])
  func `a word in the name of a site or file is not linked`(text: String) async {
    let linked = await linked(text + " Then a bond.")
    #expect(linked.contains("Then a [bond|bond]."), "\(linked)")
  }

  @Test(arguments: [
    "A bond.", "A “bond”.", "A bond/tie.", "The bond... and", "bond: yes", "(bond).",
  ])
  func `a word beside punctuation is linked`(text: String) async {
    #expect(await linked(text).contains("[bond|bond]"))
  }

  @Test func `a short word with a capital is found only so`() async {
    #expect(
      await linked("Carry ID. The Id wants, the id too.", ["id": "term: Id"])
        == "<p>Carry ID. The [Id|id] wants, the id too.</p>\n")
  }

  @Test func `a phrase that is an exception is left alone`() async {
    #expect(
      await linked(
        "A bond villain, two bond villains, a premium Bond, and a bond.",
        ["bond": "except: [bond villain, premium bond]"])
        == "<p>A bond villain, two bond villains, a premium Bond, and a [bond|bond].</p>\n")
  }

  @Test func `an exception that is another term stays that term`() async {
    #expect(
      await linked("A strong bond.", ["bond": "except: [strong bond]", "strong-bond": ""])
        == "<p>A [strong bond|strong-bond].</p>\n")
  }

  @Test func `the first use of a word opens its definition`() async {
    let site = await site("A bond and a bond.")
    let opening = #"<button type="button" class="term" popovertarget="word-bond">"#
    #expect(site.body() == "<p>A \(opening)bond</button> and a bond.</p>\n")
  }

  @Test func `the longest match wins`() async {
    #expect(await linked("A strong bond.") == "<p>A [strong bond|strong-bond].</p>\n")
  }

  @Test func `a phrase may cross the end of a line`() async {
    #expect(await linked("A strong\nbond is.") == "<p>A [strong\nbond|strong-bond] is.</p>\n")
  }

  @Test func `a phrase may lie wholly in an emphasis`() async {
    #expect(
      await linked("A *strong bond* is.") == "<p>A <em>[strong bond|strong-bond]</em> is.</p>\n")
  }

  @Test func `a phrase may cross an emphasis`() async {
    #expect(
      await linked("A *strong* bond is.") == "<p>A [<em>strong</em> bond|strong-bond] is.</p>\n")
    #expect(
      await linked("A strong **bond** is.")
        == "<p>A [strong <strong>bond</strong>|strong-bond] is.</p>\n")
  }

  @Test func `a phrase that an emphasis cuts in the middle is not linked by halves`() async {
    let html = await linked("A *big strong* bond is.", ["strong-bond": ""])
    #expect(html == "<p>A <em>big strong</em> bond is.</p>\n")
  }

  @Test func `plurals and possessives are found`() async {
    for text in ["bonds", "bond's", "bond’s", "bonds'"] {
      #expect(await linked(text, ["bond": ""]) == "<p>[\(text)|bond]</p>\n", "\(text)")
    }
  }

  @Test func `aliases and the abbreviation are found`() async {
    let entries: KeyValuePairs = [
      "complex-ptsd": "abbreviation: CPTSD\naliases: [deep shame]"
    ]
    #expect(await linked("CPTSD", entries) == "<p>[CPTSD|complex-ptsd]</p>\n")
    #expect(await linked("Deep shames", entries) == "<p>[Deep shames|complex-ptsd]</p>\n")
  }

  @Test func `case makes no difference`() async {
    #expect(
      await linked("STRONG Bond", ["strong-bond": ""]) == "<p>[STRONG Bond|strong-bond]</p>\n")
  }

  @Test func `a word in capitals is found only as it is written`() async {
    let entries: KeyValuePairs = ["rest": "term: REST"]
    #expect(await linked("Have a rest, REST.", entries) == "<p>Have a rest, [REST|rest].</p>\n")
  }

  @Test func `a term may ask for its own spelling, or for any`() async {
    #expect(
      await linked("The wheel, The Wheel", ["wheel": "term: The Wheel\nmatch: exact"])
        == "<p>The wheel, [The Wheel|wheel]</p>\n")
    #expect(await linked("a rest", ["rest": "term: REST\nmatch: word"]) == "<p>a [rest|rest]</p>\n")
  }

  @Test func `a word is not found inside another`() async {
    for text in ["bonding", "vagabond", "über-bond", "bondé", "ebond", "non-bond"] {
      #expect(await linked(text, ["bond": ""]) == "<p>\(text)</p>\n", "\(text)")
    }
  }

  @Test func `letters outside ASCII fold like any others`() async {
    #expect(
      await linked("ÜBERTRAGUNG", ["ueber": "term: Übertragung"]) == "<p>[ÜBERTRAGUNG|ueber]</p>\n")
  }

  @Test func `an entity is the character it stands for`() async {
    #expect(await linked("&quot;bond&quot;", ["bond": ""]) == "<p>&quot;[bond|bond]&quot;</p>\n")
  }

  @Test func `the text round links is escaped as any other`() async {
    #expect(
      await linked(#""a" & 'b' \< bond \> *c & bond* \&lt; strong bond & d"#)
        == "<p>&quot;a&quot; &amp; 'b' &lt; [bond|bond] &gt; <em>c &amp; bond</em> &amp;lt; "
        + "[strong bond|strong-bond] &amp; d</p>\n")
  }

  @Test func `a phrase that crosses an emphasis and others in its text are all linked`() async {
    #expect(
      await linked("A bond, then a *strong* bond & so.")
        == "<p>A [bond|bond], then a [<em>strong</em> bond|strong-bond] &amp; so.</p>\n")
  }

  @Test func `a phrase does not cross a picture, a footnote mark, code or a link`() async {
    for between in ["[^1]", "`x`", "[x](help.md)", "<b>"] {
      let site = await SiteFixture(
        page: "A strong\(between) bond.\n\n[^1]: Note.", terms(["strong-bond": ""])
      ).build()
      #expect(!site.body().contains("class=\"term\""), "\(between)")
    }
  }

  // MARK: Where no link may stand

  @Test(arguments: [
    "## A bond\n\nText.", "`bond`", "    bond", "```\nbond\n```", "[bond](help.md)",
    "[*a bond*](help.md)",
    "[**a *bond***](https://example.org/)", "> bond", "> - bond", "> > bond",
    "> [!HELP]\n> A bond.", "| bond |\n|---|\n| a |", "<https://example.org/bond>",
    "www.example.org/bond", "[a](help.md \"bond\")",
  ])
  func `no link is put there`(markdown: String) async {
    #expect(await !site(markdown).body().contains("class=\"term\""))
  }

  @Test func `no link is put into the words of a picture`() async {
    var fixture = SiteFixture(page: "![A bond](a.png)", terms(["bond": ""]))
    fixture.attach("content/a.png")
    let site = await fixture.build()
    #expect(!site.body().contains("class=\"term\""))
    #expect(site.page()?.mentions == [])
  }

  @Test func `a place where no link may stand does not use up the first`() async {
    #expect(
      await linked("## A bond\n\n[bond](help.md) `bond` bond", ["bond": ""])
        .hasSuffix("<code>bond</code> [bond|bond]</p>\n"))
  }

  @Test(arguments: [
    "- bond", "1. bond", "| a |\n|---|\n| bond |", "> [!NOTE]\n> A bond.", "*bond*", "~~bond~~",
  ])
  func `a link may stand there`(markdown: String) async {
    #expect(await site(markdown, ["bond": ""]).body().contains("class=\"term\""))
  }

  @Test func `a link may stand in a footnote`() async {
    #expect(await linked("A claim.[^1]\n\n[^1]: A bond.", ["bond": ""]).contains("A [bond|bond]."))
  }

  @Test func `an entry does not link to itself, but to others`() async {
    let site = await SiteFixture(
      "-- content/glossary/bond.md --\n---\nterm: Bond\nsummary: A.\nevidence: popular\n---\n"
        + "A bond of shame.\n" + terms(["shame": ""])
    ).build()
    #expect(brief(site.body(of: "content/glossary/bond.md")) == "<p>A bond of [shame|shame].</p>\n")
  }

  @Test func `the label of a checklist's item has no links but its own`() async {
    let site = await SiteFixture(
      """
      -- content/checklists/signs.md --
      ---
      title: Signs
      ---
      ## Group

      - [ ] I feel a bond. [Help](../help.md)

      """ + terms(["bond": ""])
    ).build()
    let item = site.page("content/checklists/signs.md")?.checklist?.groups.first?.items.first
    #expect(item.map { $0.label.text } == "I feel a bond.")
  }

  // MARK: How often

  private static let twice = "bond bond\n\n## A\n\nbond bond\n\n## B\n\nbond"

  @Test(arguments: [("first", 1), ("section", 3), ("all", 5), ("off", 0)])
  func `a page says how often`(scope: String, count: Int) async {
    let site = await site(Self.twice, ["bond": ""], frontMatter: "glossary: \(scope)")
    #expect(site.body().ranges(of: "class=\"term\"").count == count)
  }

  @Test(arguments: [("first", 1), ("section", 3), ("all", 5), ("off", 0)])
  func `the site says how often where the page does not`(scope: String, count: Int) async {
    let settings = "-- content/site.yaml --\nname: A\nglossary: \(scope)\n"
    let site = await site(Self.twice, ["bond": ""], more: settings)
    #expect(site.body().ranges(of: "class=\"term\"").count == count)
    let page = await self.site(
      Self.twice, ["bond": ""], frontMatter: "glossary: section", more: settings)
    #expect(page.body().ranges(of: "class=\"term\"").count == 3)
  }

  @Test(arguments: [("first", 1), ("section", 3), ("all", 5), ("off", 0)])
  func `a term says how often, whatever the page says`(scope: String, count: Int) async {
    let site = await site(
      Self.twice, ["bond": "glossary: \(scope)"], frontMatter: "glossary: all")
    #expect(site.body().ranges(of: "class=\"term\"").count == count)
  }

  @Test func `a link by hand is the first of its own section only`() async {
    let html = await linked(
      "A bond.\n\n## One\n\nA bond, and [the knot](term:bond).\n\n## Two\n\nA bond.",
      ["bond": ""], frontMatter: "glossary: section")
    #expect(html.contains("<p>A [bond|bond].</p>\n<h2 id=\"one\""))
    #expect(html.contains("<p>A bond, and "))
    #expect(html.hasSuffix("<p>A [bond|bond].</p>\n"))
  }

  @Test func `a section is what stands under a heading of the second level`() async {
    let site = await site(
      "## A\n\nbond\n\n### B\n\nbond", ["bond": ""], frontMatter: "glossary: section")
    #expect(site.body().ranges(of: "class=\"term\"").count == 1)
  }

  @Test func `a term may be left to explicit links`() async {
    #expect(await linked("bond", ["bond": "autolink: false"]) == "<p>bond</p>\n")
  }

  @Test func `an author's own link counts as the first use`() async {
    let html = await linked("A bond.\n\n[My bond](term:bond).", ["bond": ""])
    #expect(html == "<p>A bond.</p>\n<p><a href=\"../glossary/bond/index.html\">My bond</a>.</p>\n")
  }

  // MARK: What is noted

  @Test func `a page knows which words it says, in which sections, linked or not`() async throws {
    let site = await site(
      "A bond.\n\n## Shame\n\nStrong bonds and a bond.\n\n### Deep\n\nA bond.",
      ["bond": "", "strong-bond": "autolink: false", "other": ""])
    let page = try #require(site.page())
    let mentions = page.mentions
    try #require(mentions.count == 2)
    #expect(mentions.map(\.term) == ["bond", "strong-bond"])
    #expect(mentions.map(\.isLinked) == [true, false])
    #expect(page.sections(of: mentions[0]).map(\.?.anchor) == [nil, "shame", "deep"])
    #expect(page.sections(of: mentions[1]).map(\.?.text) == ["Shame"])
  }

  @Test func `an explicit link alone is a use, in its section`() async throws {
    let site = await site("## Knots\n\n[Ties](term:bond).", ["bond": ""])
    let page = try #require(site.page())
    let mention = try #require(page.mentions.first)
    #expect(page.mentions.map(\.term) == ["bond"])
    #expect(page.sections(of: mention).map(\.?.anchor) == ["knots"])
    #expect(mention.isLinked)
  }
}
