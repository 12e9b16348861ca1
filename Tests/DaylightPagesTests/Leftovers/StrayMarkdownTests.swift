import DaylightSite
import DaylightSyntax
import TestSupport
import Testing

/// Markdown that did not work: each source has one fault, at its mark.
@Suite struct StrayMarkdownTests {
  private func expect(_ rule: String, _ help: String? = nil, in source: String) async {
    let site = await SiteFixture(page: source).build()
    site.expectFindings(.init(rule, at: 1), except: ["broken-link", "unsourced-number"])
    guard let help else { return }
    let found = site.build.diagnostics.first { $0.rule.id == rule }?.help ?? ""
    #expect(found.hasPrefix(help), "\(found)")
  }

  @Test(arguments: [
    (
      "⟦1⟧[my page](my page.md)⟦/1⟧, and more",
      "put an address with spaces into angle brackets: ‘[…](<my page.md>)’"
    ),
    (
      "⟦1⟧[call us](tel:01632 960111)⟦/1⟧",
      "write the number without spaces: ‘[…](tel:01632960111)’"
    ),
    (
      "⟦1⟧![a picture](pic one.svg)⟦/1⟧",
      "put an address with spaces into angle brackets: ‘![…](<pic one.svg>)’"
    ),
    ("⟦1⟧![A bench](my bench photo.png)⟦/1⟧", "put an address with spaces into angle brackets"),
    (
      "⟦1⟧[a](b c.md \"title\")⟦/1⟧",
      "put an address with spaces into angle brackets: ‘[…](<b c.md> \"title\")’"
    ),
    ("⟦1⟧[a](<b c.md)⟦/1⟧", "put an address with spaces into angle brackets: ‘[…](<b c.md>)’"),
    ("⟦1⟧[text][missing]⟦/1⟧", "write the address in round brackets after the words"),
    ("⟦1⟧[text][]⟦/1⟧", "write the address in round brackets after the words"),
    ("⟦1⟧[t] (index.md)⟦/1⟧", "take the space between ‘]’ and ‘(’ away"),
    ("⟦1⟧[the NHS] (https://www.nhs.uk)⟦/1⟧", "take the space between ‘]’ and ‘(’ away"),
    ("⟦1⟧[t](index.md⟦/1⟧", "write ‘)’ after the address"),
    ("See ⟦1⟧[t](index.md and go on⟦/1⟧\nuntil here.", "write ‘)’ after the address"),
    ("⟦1⟧![A leaf](x.png “decorative”)⟦/1⟧", "write straight quotation marks"),
    ("⟦1⟧[A](index.md ‘a title’)⟦/1⟧", "write straight quotation marks"),
    ("⟦1⟧(the NHS)[https://www.nhs.uk]⟦/1⟧", "write ‘[words](address)’"),
    ("⟦1⟧(the signs)[signs.md]⟦/1⟧", "write ‘[words](address)’"),
    ("é ⟦1⟧[é](b c.md)⟦/1⟧", "put an address with spaces"),
    ("*em* and `code` then ⟦1⟧[a](b c.md)⟦/1⟧", "put an address with spaces"),
    ("&eacute;&amp; ⟦1⟧[a](b c.md)⟦/1⟧", "put an address with spaces"),
    ("> - in a list ⟦1⟧[a](b c.md)⟦/1⟧", "put an address with spaces"),
    ("| a |\n|---|\n| ⟦1⟧[a](b c.md)⟦/1⟧ |", "put an address with spaces"),
    ("## A heading ⟦1⟧[a](b c.md)⟦/1⟧\n\nText.", "put an address with spaces"),
    ("Text[^1].\n\n[^1]: A note ⟦1⟧[a](b c.md)⟦/1⟧", "put an address with spaces"),
    ("[^a]: x ⟦1⟧[a](b c.md)⟦/1⟧\n\nText[^a].", "put an address with spaces"),
    ("⟦1⟧[name]: my page.md⟦/1⟧", "write the address without spaces"),
    ("⟦1⟧![A bench]⟦/1⟧", "write the name of its file after it"),
    ("See ⟦1⟧<signs.md>⟦/1⟧", "write it from ‘https://’ on"),
  ])
  func `a link or picture that did not work is an error`(source: String, help: String) async {
    await expect("stray-markdown", help, in: source)
  }

  @Test(arguments: [
    "An ⟦1⟧**⟦/1⟧unclosed word", "An unclosed word⟦1⟧**⟦/1⟧ here", "An ⟦1⟧*⟦/1⟧unclosed word",
    "An ⟦1⟧__⟦/1⟧unclosed word", "An ⟦1⟧_⟦/1⟧unclosed word", "A ⟦1⟧`⟦/1⟧tick", "don⟦1⟧`⟦/1⟧t",
    "⟦1⟧*⟦/1⟧**bold**", "⟦1⟧~~⟦/1⟧gone", "(⟦1⟧*⟦/1⟧see there)", "“⟦1⟧**⟦/1⟧quoted”",
    "⟦1⟧**⟦/1⟧[Help](help.md)", "word ⟦1⟧**⟦/1⟧`code`", "⟦1⟧***⟦/1⟧three", "⟦1⟧**⟦/1⟧ apart",
    "The end⟦1⟧\\⟦/1⟧",
  ])
  func `a mark of emphasis or code that makes nothing is an error`(source: String) async {
    let source = source == "⟦1⟧**⟦/1⟧ apart" ? "⟦1⟧**⟦/1⟧ apart and ⟦2⟧**" : source
    let site = await SiteFixture(page: source).build()
    #expect(site.rules.contains("stray-markdown"), "\(source)")
    let first = site.build.diagnostics.first { $0.rule.id == "stray-markdown" }?.location
    #expect(first == site.sources.lazy.compactMap { $0.location(1) }.first, "\(source)")
  }

  @Test(arguments: [
    "⟦1⟧##Heading⟦/1⟧", "⟦1⟧#What helps⟦/1⟧", "⟦1⟧##\u{A0}Heading⟦/1⟧", "⟦1⟧#\u{A0}Heading⟦/1⟧",
    "⟦1⟧###**Heading**",
    "⟦1⟧####### Seven⟦/1⟧", "text\n    ⟦1⟧## Heading⟦/1⟧",
  ])
  func `a heading that is none is an error`(source: String) async {
    await expect("stray-markdown", "write one ordinary space", in: source)
  }

  @Test(arguments: [
    "⟦1⟧•⟦/1⟧ one", "⟦1⟧·⟦/1⟧ two", "⟦1⟧o⟦/1⟧\tthree", "⟦1⟧•⟦/1⟧one\n•two", "⟦1⟧▪⟦/1⟧ one",
    "⟦1⟧‣⟦/1⟧ one", "⟦1⟧\u{F0B7}⟦/1⟧ one", "⟦1⟧-⟦/1⟧\u{A0}one", "⟦1⟧–⟦/1⟧ one\n– two",
    "⟦1⟧-⟦/1⟧one\n-two", "⟦1⟧✓⟦/1⟧ one\n✓ two", "⟦1⟧👉⟦/1⟧ one\n👉 two", "text\n⟦1⟧•⟦/1⟧ one\n• two",
    "⟦1⟧o⟦/1⟧ one\no two", "⟦1⟧●⟦/1⟧\u{A0}one", "> ⟦1⟧•⟦/1⟧ quoted", "⟦1⟧☐⟦/1⟧ one\n☐ two",
    "text\n    ⟦1⟧-⟦/1⟧ one",
  ])
  func `bullets of another program are an error`(source: String) async {
    await expect("stray-markdown", in: source)
  }

  @Test(arguments: [
    "⟦1⟧1.⟦/1⟧one\n2.two", "⟦1⟧1.⟦/1⟧First thing", "⟦1⟧1)⟦/1⟧one\n2)two", "⟦1⟧(1)⟦/1⟧ one\n(2) two",
    "⟦1⟧a)⟦/1⟧ one\nb) two", "⟦1⟧a.⟦/1⟧ one\nb. two", "⟦1⟧1.⟦/1⟧\u{A0}one",
    "Steps:\n⟦1⟧2.⟦/1⟧ two\n3. three", "⟦1⟧(i)⟦/1⟧ one\n(ii) two",
  ])
  func `numbers that make no list are an error`(source: String) async {
    await expect("stray-markdown", "begin each line with a number", in: source)
  }

  @Test(arguments: [
    "⟦1⟧| a | b |⟦/1⟧\n| c | d |", "⟦1⟧a | b⟦/1⟧\nc | d", "⟦1⟧| a | b |⟦/1⟧\n|---|\n| c | d |",
    "⟦1⟧| a | b |⟦/1⟧", "⟦1⟧+---+---+⟦/1⟧\n| a | b |",
  ])
  func `a table without its line of dashes is an error`(source: String) async {
    let site = await SiteFixture(page: source).build()
    #expect(site.rules.contains("stray-markdown"), "\(source)")
  }

  @Test func `a table with tabs is one error`() async {
    await expect("stray-markdown", "write ‘|’ round each cell", in: "⟦1⟧a\tb⟦/1⟧\nc\td\ne\tf\ng\th")
  }

  @Test(arguments: [
    "A ⟦1⟧&nbsp;⟦/1⟧ b".replacing("&nbsp;", with: "&amp;nbsp;"), "A ⟦1⟧&nbsp⟦/1⟧ b",
    "⟦1⟧&nbps;⟦/1⟧",
    "⟦1⟧&#160⟦/1⟧ b",
  ])
  func `an entity that readers would see is an error`(source: String) async {
    await expect("stray-markdown", "type the character itself", in: source)
  }

  @Test(arguments: [
    "⟦1⟧<span class=“a b”>⟦/1⟧x", "⟦1⟧<a href=https://x.example/“>⟦/1⟧", "⟦1⟧<br/ >⟦/1⟧",
    "⟦1⟧<b class='x>⟦/1⟧",
  ])
  func `a tag that is not whole is an error`(source: String) async {
    let site = await SiteFixture(page: source).build()
    #expect(!Set(site.rules).isDisjoint(with: ["stray-markdown", "raw-html"]), "\(source)")
  }

  @Test(arguments: ["[] box", "- [] box", "- [/] box"])
  func `a box to tick that is none is an error`(source: String) async {
    let site = await SiteFixture(page: source).build()
    #expect(site.rules.contains("stray-markdown"), "\(source)")
  }

  @Test(arguments: ["⟦1⟧[Anna]: Hello⟦/1⟧", "Text.\n\n⟦1⟧[Note]: careful⟦/1⟧\n\nText."])
  func `a line that would be lost as the address of a link is an error`(source: String) async {
    await expect("stray-markdown", "put a backslash before ‘[’", in: source)
  }

  @Test func `a line of equal signs or long dashes is an error`() async {
    await expect("stray-markdown", "write ‘## ’", in: "⟦1⟧=====⟦/1⟧")
    await expect("stray-markdown", "write three hyphens", in: "⟦1⟧———⟦/1⟧")
  }

  @Test(arguments: [
    "    Take your time.", "\tTake your time.", "    [Help](help.md) is there.",
    "    - one\n    - two",
    "    Hello",
  ])
  func `a paragraph that became code is an error`(source: String) async {
    let site = await SiteFixture(page: "Text.\n\n\(source)\n").build()
    site.expectFindings(.init("accidental-code"))
  }

  @Test func `code that is never closed is an error`() async {
    let site = await SiteFixture(page: "Text.\n\n⟦1⟧```⟦/1⟧\ncode\n\nText that is lost.\n").build()
    site.expectFindings(
      .init("accidental-code", at: 1, "the code that begins here is never closed"))
  }

  @Test(arguments: [
    "    $ make site", "    let x = 5;", "```\nTake your time.\n```", "~~~ text\nCode.\n~~~",
    "> ```\n> code\n> ```", "- a\n\n  ```\n  code\n  ```", "```\n```",
  ])
  func `code that is meant as code is fine`(source: String) async {
    await SiteFixture(page: "Text.\n\n\(source)\n\nText.").build().expectNoFindings()
  }

  @Test(arguments: ["**What helps**", "***What helps***", "__What is it?__", "**What helps:**"])
  func `a line in bold that stands for a heading is a warning`(line: String) async {
    let site = await SiteFixture(page: "\(line)\n\nRest.").build()
    #expect(site.rules == ["bold-heading"])
  }

  @Test(arguments: [
    "**Rest is allowed.**\n\nText.", "Text.\n\n**Rest**", "> **Rest**\n>\n> Text.",
    "- **Rest**\n\n  Text.",
    "**Rest** helps.\n\nText.", "**Rest!**\n\nText.",
  ])
  func `other words in bold are fine`(source: String) async {
    await SiteFixture(page: source).build().expectNoFindings()
  }
}
