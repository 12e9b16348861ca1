import DaylightModel
import DaylightSite
import DaylightSyntax
import TestSupport
import Testing

@Suite struct ForeignMarkupTests {
  @Test(arguments: [
    // Docusaurus, VuePress, Pandoc
    "⟦1⟧:::info⟦/1⟧", "⟦1⟧:::⟦/1⟧", "⟦1⟧::: {.note}⟦/1⟧", "⟦1⟧import Tabs from '@theme/Tabs';⟦/1⟧",
    "⟦1⟧import Tabs from \"@theme/Tabs\"⟦/1⟧", "⟦1⟧export const x = 1⟦/1⟧",
    "⟦1⟧{/* a comment */}⟦/1⟧",
    "The ⟦1⟧{props.name}⟦/1⟧ here", "A ⟦1⟧${name}⟦/1⟧ here",
    // MkDocs
    "⟦1⟧!!! note⟦/1⟧", "⟦1⟧!!! warning \"Careful\"⟦/1⟧", "⟦1⟧??? tip⟦/1⟧",
    "⟦1⟧???+ note \"Title\"⟦/1⟧",
    "⟦1⟧=== \"Tab one\"⟦/1⟧", "⟦1⟧--8<-- \"file.md\"⟦/1⟧", "A ⟦1⟧++added++⟦/1⟧ word",
    // Hugo, Jekyll, Liquid, Nunjucks
    "⟦1⟧{{< details \"A\" >}}⟦/1⟧", "⟦1⟧{{% note %}}⟦/1⟧", "⟦1⟧{{ page.title }}⟦/1⟧",
    "⟦1⟧{% include note.html %}⟦/1⟧", "⟦1⟧{% raw⟦/1⟧", "⟦1⟧{# comment #}⟦/1⟧",
    "⟦1⟧[Anna]({{ '/anna/' | url }})⟦/1⟧", "⟦1⟧[Anna]({% link anna.md %})⟦/1⟧",
    // kramdown, Pandoc
    "A paragraph ⟦1⟧{: .lead}⟦/1⟧", "A ⟦1⟧{:.lead}⟦/1⟧", "A ⟦1⟧{#an-id}⟦/1⟧", "A ⟦1⟧{.class}⟦/1⟧",
    "A ⟦1⟧{ .md-button }⟦/1⟧", "![A](a.png)⟦1⟧{width=50%}⟦/1⟧",
    "x⟦1⟧^2^⟦/1⟧", "## Heading ⟦1⟧{#own-id}⟦/1⟧",
    // Obsidian and wikis
    "See ⟦1⟧[[A page]]⟦/1⟧", "⟦1⟧![[picture.png]]⟦/1⟧", "A ⟦1⟧==marked==⟦/1⟧ word",
    "⟦1⟧%% a comment %%⟦/1⟧", "⟦1⟧[[toc]]⟦/1⟧", "⟦1⟧[TOC]⟦/1⟧", "⟦1⟧'''bold'''⟦/1⟧",
    "⟦1⟧== Heading ==⟦/1⟧", "⟦1⟧[https://x.example the words]⟦/1⟧",
    // WordPress, BBCode, Textile, reStructuredText, AsciiDoc, LaTeX, CriticMarkup, programs
    "⟦1⟧[gallery ids=\"1,2\"]⟦/1⟧", "⟦1⟧[gallery]⟦/1⟧", "⟦1⟧[caption id=\"x\" width=300]⟦/1⟧",
    "words⟦1⟧[/caption]⟦/1⟧", "⟦1⟧[b]bold[/b]⟦/1⟧", "⟦1⟧[url=https]⟦/1⟧", "⟦1⟧h2. Heading⟦/1⟧",
    "⟦1⟧.. note::⟦/1⟧", "see ⟦1⟧:doc:⟦/1⟧`page`", "A ⟦1⟧:smile:⟦/1⟧ here",
    "⟦1⟧image::bench.png⟦/1⟧",
    "⟦1⟧<<the-signs>>⟦/1⟧", "A `name`⟦1⟧_⟦/1⟧ here",
    "[text]⟦1⟧{.small}⟦/1⟧", "A ⟦1⟧\\emph{⟦/1⟧word}", "⟦1⟧$$x$$⟦/1⟧", "A ⟦1⟧{++new++}⟦/1⟧ word",
    "⟦1⟧{>>a note<<}⟦/1⟧", "⟦1⟧\\newpage⟦/1⟧",
  ])
  func `markup of another tool is an error at its place`(source: String) async {
    let site = await SiteFixture(page: source).build()
    let found = site.build.diagnostics.filter { $0.rule.id == "foreign-markup" }
    #expect(found.count == 1, "\(source): \(site.build.diagnostics.map(\.message))")
    let place = site.sources.lazy.compactMap { $0.location(1) }.first
    #expect(found.first?.location == place, "\(source)")
    #expect(found.first?.help?.isEmpty == false)
  }

  @Test(arguments: ["<Tabs>x</Tabs>", "<b>bold</b>", "<br>", "<img src=\"a.png\">"])
  func `a tag that cmark knows as one is an error too`(source: String) async {
    let site = await SiteFixture(page: source).build()
    #expect(Set(site.rules) == ["raw-html"])
    #expect(site.severities.contains("error"))
  }

  @Test(arguments: [
    "⟦1⟧TODO⟦/1⟧ write this", "(⟦1⟧TBC⟦/1⟧)", "⟦1⟧FIXME⟦/1⟧: x", "⟦1⟧XXX⟦/1⟧",
    "⟦1⟧Lorem ipsum⟦/1⟧ dolor",
    "Call ⟦1⟧[insert number]⟦/1⟧", "Call ⟦1⟧[Insert phone]⟦/1⟧ now", "⟦1⟧[your practice]⟦/1⟧",
    "⟦1⟧[citation needed]⟦/1⟧", "⟦1⟧TBD⟦/1⟧", "⟦1⟧[link to come]⟦/1⟧", "- item ⟦1⟧TODO⟦/1⟧",
  ])
  func `a note of the author to themselves is an error`(source: String) async {
    let site = await SiteFixture(page: source).build()
    site.expectFindings(.init("placeholder-text", at: 1))
  }

  @Test func `notes in a draft are fine while it is one`() async {
    var site = SiteFixture(page: "TODO", frontMatter: "summary: TBC\ndraft: true")
    site.options.drafts = true
    await site.build().expectNoFindings()
  }

  @Test(arguments: [
    "It isn⟦1⟧â€™⟦/1⟧t", "caf⟦1⟧Ã©⟦/1⟧", "⟦1⟧Â£⟦/1⟧5", "a⟦1⟧Â\u{A0}⟦/1⟧b", "⟦1⟧â€œ⟦/1⟧Yes",
    "⟦1⟧\u{FFFD}⟦/1⟧",
    "⟦1⟧Ã‰⟦/1⟧cole", "StraÃŸe".replacing("ÃŸ", with: "⟦1⟧ÃŸ⟦/1⟧"),
  ])
  func `letters in the wrong encoding are an error`(source: String) async {
    let site = await SiteFixture(page: source).build()
    site.expectFindings(.init("garbled-text", at: 1))
  }
}
