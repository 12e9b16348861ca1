import DaylightModel
import DaylightSyntax
import TestSupport
import Testing

@testable import DaylightTheme

@Suite struct PageRendererTests {
  private func page(_ path: String, _ fields: String, _ body: String = "Text.") -> String {
    "-- content/\(path) --\n---\n\(fields)\n---\n\(body)\n"
  }

  /// What a template shows of a page at an address, after all else was found in order.
  private func shown(
    _ template: String, of kind: String, at address: String, _ archive: String
  ) async -> String {
    let site = await SiteFixture(SiteFixture.template(kind, template) + archive).build()
    site.expectNoFindings(except: ["unused-term", "source-unchecked", "review-unsigned"])
    return site.main(address)
  }

  // MARK: Neighbours

  private let sequence = "title: Healing\nsequence: true"
  private var steps: String {
    page("h/a.md", "title: A\norder: 1") + page("h/b.md", "title: B\norder: 2")
      + page("h/c.md", "title: C\norder: 3")
  }
  private let neighbours =
    "{{#page.previous}}< {{title}} {{path}}{{/page.previous}}\n"
    + "{{#page.next}}> {{title}} {{path}}{{/page.next}}"

  @Test(arguments: [
    ("a", "> B h/b/index.html"), ("b", "< A h/a/index.html\n> C h/c/index.html"),
    ("c", "< B h/b/index.html"),
  ])
  func `an article has neighbours in its section`(name: String, expected: String) async {
    #expect(await shown(neighbours, of: "article", at: "h/\(name)/index.html", steps) == expected)
  }

  @Test func `an article of a sequence knows its step`() async {
    let step = "{{#page.step}}{{number}} of {{total}} in {{title}} {{path}}{{/page.step}}"
    let archive = page("h/index.md", sequence) + steps
    #expect(
      await shown(step, of: "article", at: "h/b/index.html", archive)
        == "2 of 3 in Healing h/index.html")
    #expect(await shown(step, of: "article", at: "h/b/index.html", steps) == "")
  }

  @Test func `a section numbers its pages only when they are steps`() async {
    let list = "{{#page.children}}\n{{#number}}{{number}} {{/number}}{{title}}\n{{/page.children}}"
    #expect(
      await shown(list, of: "section", at: "h/index.html", page("h/index.md", sequence) + steps)
        == "1 A\n2 B\n3 C")
    #expect(await shown(list, of: "section", at: "h/index.html", steps) == "A\nB\nC")
  }

  // MARK: Reading paths

  private var path: String {
    steps + page("paths/p.md", "title: P\nsteps: [../h/c.md, ../h/a.md, ../help.md]")
  }

  @Test func `a path lists its steps in its own order`() async {
    let list = "{{#page.children}}\n{{number}} {{title}}\n{{/page.children}}"
    #expect(await shown(list, of: "path", at: "paths/p/index.html", path) == "1 C\n2 A\n3 Help")
  }

  @Test func `a page knows the paths it is on`() async {
    let place =
      "{{#page.paths}}\n{{title}} {{number}}/{{total}}{{#previous}} < {{title}}{{/previous}}"
      + "{{#next}} > {{title}}{{/next}}\n{{/page.paths}}"
    #expect(await shown(place, of: "article", at: "h/a/index.html", path) == "P 2/3 < C > Help")
    #expect(await shown(place, of: "article", at: "h/c/index.html", path) == "P 1/3 > A")
    #expect(await shown(place, of: "article", at: "h/b/index.html", path) == "")
  }

  // MARK: Place in the site

  @Test func `breadcrumbs lead from the top to the page`() async {
    let archive =
      page("a/index.md", "title: A") + page("a/b/index.md", "title: B")
      + page("a/b/c.md", "title: C")
    #expect(
      await shown(
        "{{#page.breadcrumbs}}\n{{title}} {{path}}\n{{/page.breadcrumbs}}\n{{#page.section}}in {{title}}{{/page.section}}",
        of: "article", at: "a/b/c/index.html", archive)
        == "A a/index.html\nB a/b/index.html\nin B")
  }

  @Test func `the menu marks the part that the page is in`() async {
    let archive =
      "-- content/site.yaml --\nname: A\nnavigation: [h/index.md, help.md]\n"
      + page("h/index.md", "title: Healing\nshortTitle: Heal") + steps
    #expect(
      await shown(
        "{{#site.navigation}}\n{{title}} {{path}}{{#current}} here{{/current}}\n{{/site.navigation}}",
        of: "article", at: "h/a/index.html", archive)
        == "Heal h/index.html here\nHelp help/index.html")
  }

  @Test func `the way to the root is as long as the address`() async {
    #expect(await shown("{{root}}", of: "article", at: "h/a/index.html", steps) == "../../")
  }

  @Test func `pages of one kind each lead back from where they are`() async {
    let site = await SiteFixture(
      SiteFixture.template("article", "{{root}} {{#page.section}}{{root}}{{path}}{{/page.section}}")
        + page("a/index.md", "title: A") + page("a/b/index.md", "title: B")
        + page("a/c.md", "title: C") + page("a/b/d.md", "title: D")
    ).build()
    #expect(site.main("a/c/index.html") == "../../ ../../a/index.html")
    #expect(site.main("a/b/d/index.html") == "../../../ ../../../a/b/index.html")
  }

  @Test func `the page for any address starts from the root of the host`() async {
    let template = SiteFixture.template("not-found", "{{root}}")
    #expect(await SiteFixture(template).build().main("404.html") == "/")
    let deep = await SiteFixture(
      template + "-- content/site.yaml --\nname: A\nbaseURL: https://a.org/read/\n"
    ).build()
    #expect(deep.main("404.html") == "/read/")
  }

  @Test func `the page for any address may hold what it needs to leave`() async {
    let template = SiteFixture.template("base")
      .replacing("{{contentSecurityPolicy}}", with: "{{page.contentSecurityPolicy}}")
      .replacing(
        "<link rel=\"stylesheet\" href=\"{{root}}{{styles.landmarks}}\">",
        with: "{{{page.leaving}}}"
      )
      .replacing("<script src=\"{{root}}{{scripts.exit}}\" defer></script>", with: "")
    let site = await SiteFixture("-- templates/not-found.mustache --\n\(template)\n").build()
    let script = String(decoding: ReaderScript.exit.bytes, as: UTF8.self)
    #expect(site["404.html"]?.contains("<script data-root=\"/\">\(script)</script>") == true)
    #expect(site["404.html"]?.contains("sha256-\(SHA256(ReaderScript.exit.bytes).base64)") == true)
    #expect(site["index.html"]?.contains("sha256-") == false)
  }

  @Test func `home shows the sections of articles, paths and checklists`() async {
    let archive =
      path + page("paths/index.md", "title: Paths")
      + page("checklists/c.md", "title: Signs", "## G\n\n- [ ] I am. [Help](../help.md)")
      + page("glossary/t.md", "term: T\nsummary: A.\nevidence: popular")
    #expect(
      await shown(
        """
        {{#page.sections}}
        {{title}}:{{#children}} {{title}}{{/children}}
        {{/page.sections}}
        {{#page.readingPaths}}
        {{title}} {{total}}
        {{/page.readingPaths}}
        {{#page.checklists}}
        {{title}} {{path}}
        {{/page.checklists}}
        """, of: "home", at: "index.html", archive)
        == "Folder h: A B C\nP 3\nSigns checklists/c/index.html")
  }

  // MARK: Words

  @Test(arguments: [
    (
      "{{#page.words}}\n{{root}}{{path}} {{summary}}\n{{/page.words}}",
      "../../glossary/t/index.html A."
    ),
    ("{{#page.words}}\n{{page.title}}: {{term}}\n{{/page.words}}", "A: T"),
  ])
  func `a page shows the words that it links to`(template: String, expected: String) async {
    let archive =
      page("h/a.md", "title: A", "A *t*.")
      + page("glossary/t.md", "term: T\nsummary: A.\nevidence: popular")
    #expect(await shown(template, of: "article", at: "h/a/index.html", archive) == expected)
  }

  // MARK: Titles

  private let title = "{{page.title}} | {{page.documentTitle}} | {{page.shortTitle}}"

  @Test func `the title of the window is the short one, with the site's`() async {
    #expect(
      await shown(
        title, of: "page", at: "a/index.html", page("a.md", "title: Long\nshortTitle: Short"))
        == "Long | Short – Room | Short")
  }

  @Test func `a page that need not be discreet shows its whole title`() async {
    #expect(
      await shown(
        title, of: "page", at: "a/index.html",
        page("a.md", "title: Long\nshortTitle: Short\ndiscreet: false"))
        == "Long | Long – Room | Short")
  }

  @Test func `home is called as the site is`() async {
    #expect(
      await shown("{{page.documentTitle}}", of: "home", at: "index.html", "") == "Reading Room")
  }

  @Test func `a page that is not to be found says so`() async {
    let flag = "{{#page.noindex}}hidden{{/page.noindex}}"
    #expect(
      await shown(flag, of: "page", at: "a/index.html", page("a.md", "title: A\nnoindex: true"))
        == "hidden")
    #expect(await shown(flag, of: "page", at: "a/index.html", page("a.md", "title: A")) == "")
    #expect(await shown(flag, of: "not-found", at: "404.html", "") == "hidden")
  }

  // MARK: Contents

  private let contents =
    "{{#page.hasContents}}\n{{#page.contents}}\n{{{title}}} #{{anchor}}{{#children}} {{anchor}}{{/children}}\n"
    + "{{/page.contents}}\n{{/page.hasContents}}"

  @Test func `three headings make a table of contents, of two levels`() async {
    let body = "## A & *B*\n\n### In A\n\n#### Deep\n\n## C\n\n## D"
    let site = await SiteFixture(
      SiteFixture.template("page", contents) + page("a.md", "title: A", body)
    ).build()
    #expect(site.main("a/index.html") == "A &amp; B #a--b in-a\nC #c\nD #d")
  }

  @Test func `two headings do not`() async {
    #expect(
      await shown(
        contents, of: "page", at: "a/index.html", page("a.md", "title: A", "## A\n\nC\n\n## B\n\nD")
      )
        == "")
  }

  // MARK: Words and sources

  private let term = "term: Bond\nsummary: A tie.\nevidence: popular"

  @Test func `a page ends with the words that it links`() async {
    let archive =
      page("glossary/bond.md", term)
      + page("glossary/tie.md", "term: Tie\nsummary: A knot.\nevidence: popular\nautolink: false")
      + page("a.md", "title: A", "A bond and a tie.")
    #expect(
      await shown(
        "{{#page.words}}\n{{term}} {{slug}} {{path}} {{summary}} {{evidence}} {{evidenceNote}}{{#isContested}}!{{/isContested}}\n{{/page.words}}",
        of: "page", at: "a/index.html", archive)
        == "Bond bond glossary/bond/index.html A tie. popular Hardly studied.!")
  }

  @Test func `an entry lists where its word is used, with the sections`() async {
    let archive =
      page("glossary/bond.md", term)
      + page("a.md", "title: A", "Bonds.\n\n## More\n\nA bond.")
      + page("b.md", "title: B", "[x](term:bond)")
    #expect(
      await shown(
        "{{#page.term.usedIn}}\n{{title}} {{path}}{{#places}}, {{title}} {{path}}{{/places}}\n{{/page.term.usedIn}}",
        of: "term", at: "glossary/bond/index.html", archive)
        == "A a/index.html, More a/index.html#more\nB b/index.html")
  }

  @Test func `of many uses an entry shows thirty, those with the most sections first`() async {
    let archive =
      page("glossary/bond.md", term)
      + (11...44).map { number in
        page(
          "p\(number).md", "title: P\(number)",
          number.isMultiple(of: 10) ? "A bond.\n\n## More\n\nA bond." : "A bond.")
      }.joined()
    let shown = await shown(
      "{{#page.term.usedIn}}\n{{title}}\n{{/page.term.usedIn}}\n{{page.term.otherUses}}",
      of: "term", at: "glossary/bond/index.html", archive)
    let expected = (11...40).map { "P\($0)" }
    #expect(shown.split(separator: "\n").map(String.init) == expected + ["4"])
  }

  @Test func `an entry shows what its front matter says`() async {
    let archive =
      page(
        "glossary/bond.md",
        "term: Bond\nsummary: A tie.\nevidence: contested\naliases: [knot]\nabbreviation: BD\nnot: A rope.\nsee: [tie]\nsources: [a]"
      ) + page("glossary/tie.md", "term: Tie\nsummary: A.\nevidence: popular\nsee: [bond]")
      + "-- content/sources.yaml --\na: {title: T, kind: web}\n"
    #expect(
      await shown(
        """
        {{page.term.name}} {{page.term.abbreviation}} {{page.term.summary}} {{page.term.not}}
        {{page.term.evidence}}{{#page.term.isContested}}!{{/page.term.isContested}}
        {{#page.term.aliases}}{{name}}{{/page.term.aliases}} {{#page.term.see}}{{title}} {{path}}{{/page.term.see}}
        """, of: "term", at: "glossary/bond/index.html", archive)
        == "Bond BD A tie. A rope.\ncontested!\nknot Tie glossary/tie/index.html")
  }

  @Test func `the glossary goes from A to Z, and on`() async {
    let archive = ["bond", "Anger", "über", "aim"].enumerated().map {
      page("glossary/t\($0).md", "term: \($1)\nsummary: A.\nevidence: popular")
    }.joined()
    let site = await SiteFixture(
      SiteFixture.template(
        "glossary",
        "{{page.total}} {{#page.letters}}{{letter}}{{#present}}+{{/present}}{{/page.letters}}\n"
          + "{{#page.groups}}\n{{letter}} {{anchor}}:{{#terms}} {{title}}{{/terms}}\n{{/page.groups}}"
      )
        + archive
    ).build()
    #expect(
      site.main("glossary/index.html") == """
        4 A+B+CDEFGHIJKLMNOPQRSTU+VWXYZ
        A letter-a: aim Anger
        B letter-b: bond
        U letter-u: über
        """)
  }

  private let works = """
    -- content/sources.yaml --
    a2001: {title: On Bonds, authors: [Ada A., Bo B.], year: 2001, kind: book, publisher: Press}
    b2002: {title: "Why?", year: 2002, kind: article, container: A Journal, volume: "3", issue: "2", pages: 4-9, doi: 10.1000/x}
    c: {title: A Page, kind: web, url: "https://www.example.org/a?b=c&d"}

    """

  @Test func `sources are the cited ones in order, then those of the whole page`() async {
    let archive =
      works
      + page("a.md", "title: A\nsources: [c, b2002]", "One [@b2002], two [@a2001], three [@b2002].")
    #expect(
      await shown(
        "{{#page.sources}}\n{{number}} {{anchor}}{{#backlinks}} {{label}}:{{href}}{{/backlinks}}\n{{/page.sources}}",
        of: "page", at: "a/index.html", archive) == """
          1 source-b2002 1:#cite-b2002-1 2:#cite-b2002-2
          2 source-a2001 1:#cite-a2001-1
          3 source-c
          """)
  }

  @Test func `a work without authors is cited by its editors`() async {
    let site = await SiteFixture(
      SiteFixture.template("page", "{{#page.sources}}\n{{{html}}}\n{{/page.sources}}")
        + """
        -- content/sources.yaml --
        d1989: {title: Grief, editors: [Doka], year: 1989, kind: book}
        g1990: {title: Care, editors: [Ada A., Bo B.], year: 1990, kind: book}

        """ + page("a.md", "title: A\nsources: [d1989, g1990]")
    ).build()
    #expect(
      site.main("a/index.html") == """
        Doka (Ed.) (1989). <cite>Grief</cite>.
        Ada A. &amp; Bo B. (Eds.) (1990). <cite>Care</cite>.
        """)
  }

  @Test func `a source is written out as its kind is cited`() async {
    let site = await SiteFixture(
      SiteFixture.template("page", "{{#page.sources}}\n{{{html}}}\n{{/page.sources}}") + works
        + page("a.md", "title: A\nsources: [a2001, b2002, c]")
    ).build()
    #expect(
      site.main("a/index.html") == """
        Ada A. &amp; Bo B. (2001). <cite>On Bonds</cite>. Press.
        Why? (2002). <cite>A Journal</cite>, 3(2), 4–9. \
        <a class="external" href="https://doi.org/10.1000/x" rel="noreferrer">doi.org/10.1000/x</a>
        <cite>A Page</cite>. \
        <a class="external" href="https://www.example.org/a?b=c&amp;d" rel="noreferrer">example.org</a>
        """)
  }

  // MARK: Dates and people

  @Test func `dates are for people and for machines`() async {
    #expect(
      await shown(
        "{{#page.published}}{{iso}} {{text}}{{/page.published}}", of: "page", at: "a/index.html",
        page("a.md", "title: A\npublished: 2026-03-01")) == "2026-03-01 1 March 2026")
  }

  @Test(arguments: [
    ("{{month}} {{day}}, {{year}}", "March 1, 2026"), ("{{year}}", "2026"),
    ("le {{day}} {{mois}}", "le 1 {{mois}}"), ("{{day", "{{day"),
  ])
  func `a date is written as the strings say`(pattern: String, expected: String) {
    var months = Dictionary(uniqueKeysWithValues: (1...12).map { ("month.\($0)", "Month \($0)") })
    months["month.3"] = "March"
    let words = InterfaceStrings(months.merging(["date.long": pattern]) { $1 })
    #expect(CalendarDate(iso: "2026-03-01").map { DateText(words).text($0) } == expected)
  }

  @Test func `a page says who wrote it`() async {
    let archive =
      "-- content/people.yaml --\n- {id: ada, name: Ada, role: author, credential: MA}\n"
      + page("a.md", "title: A\nauthor: ada")
    #expect(
      await shown(
        "{{#page.author}}{{name}}, {{credential}}{{/page.author}}", of: "page", at: "a/index.html",
        archive) == "Ada, MA")
  }

  @Test func `a page suggests the next`() async {
    #expect(
      await shown(
        "{{#page.suggestion}}{{title}} {{path}}{{/page.suggestion}}", of: "page",
        at: "a/index.html",
        page("a.md", "title: A\nnext: help.md")) == "Help help/index.html")
  }

  @Test func `a practice's own fields are given to its templates`() async {
    #expect(
      await shown(
        "{{extra.colour}} {{#extra.list}}{{.}}{{/extra.list}} {{#extra.on}}on{{/extra.on}}{{#extra.off}}off{{/extra.off}}",
        of: "page", at: "a/index.html",
        page("a.md", "title: A\nextra: {colour: \"<3\", list: [a, b], on: true, off: false}"))
        == "&lt;3 ab on")
  }

  @Test func `a draft says so`() async {
    var fixture = SiteFixture(
      SiteFixture.template("page", "{{#page.draft}}draft{{/page.draft}}")
        + page("a.md", "title: A\ndraft: true"))
    fixture.options.drafts = true
    #expect(await fixture.build().main("a/index.html") == "draft")
  }

  @Test func `topics list their pages`() async {
    let archive =
      page("s/a.md", "title: A\ntopics: [shame]") + page("s/b.md", "title: B\ntopics: [shame]")
    #expect(
      await shown(
        "{{#page.children}}{{title}} {{/page.children}}", of: "topic",
        at: "topics/shame/index.html",
        archive) == "A B ")
    #expect(
      await shown(
        "{{#page.allTopics}}{{title}} {{path}} {{count}}{{/page.allTopics}}", of: "topics",
        at: "topics/index.html", archive) == "Shame topics/shame/index.html 2")
  }
}
