import DaylightSite
import TestSupport
import Testing

@Suite struct TableCommentTests {
  @Test(arguments: [
    "| a | b |\n|---|---|\n| c | d |\n⟦1⟧<!-- x -->⟦/1⟧\n| e | f |\n| g | h |",
    "a | b\n---|---\nc | d\n⟦1⟧<!-- x -->⟦/1⟧\ne | f",
    "| a | b |\n⟦1⟧<!-- x -->⟦/1⟧\n|---|---|\n| c | d |",
    "| a | b |\n|---|---|\n⟦1⟧<!-- x -->⟦/1⟧\n| c | d |",
    "| a | b |\n|---|---|\n| c | d |\n⟦1⟧<!-- x\ny -->⟦/1⟧\n| e | f |",
    "| a | b |\n|---|---|\n| c | d |\n⟦1⟧<!-- x -- y -->⟦/1⟧\n| e | f |",
    "| a | b |\n|---|---|\n| c | d |\n⟦1⟧<!-- x -->\n<!-- y -->⟦/1⟧\n| e | f |",
    "> | a | b |\n> |---|---|\n> | c | d |\n> ⟦1⟧<!-- x -->⟦/1⟧\n> | e | f |",
    "- one\n\n  | a | b |\n  |---|---|\n  | c | d |\n  ⟦1⟧<!-- x -->⟦/1⟧\n  | e | f |",
    "| a | b |\n|---|---|\n| c | d |\n  ⟦1⟧<!-- x -->⟦/1⟧\n| e | f |",
  ])
  func `a comment between the rows of a table is an error at its place`(markdown: String) async {
    await SiteFixture(page: markdown).build().expectFindings(.init("table-comment", at: 1))
  }

  @Test(arguments: [
    "| a | b |\n|---|---|\n| c <!-- x --> | d |", "| a | b |\n|---|---|\n| c | d |\n<!-- x -->",
    "<!-- x -->\n| a | b |\n|---|---|\n| c | d |", "| a |\n|---|\n| b |\n<!-- x -->\nText.",
    "| a |\n|---|\n| b |\n<!-- x -->\n\n| c |\n|---|\n| d |",
    "Text.\n<!-- x -->\n| a |\n|---|\n| b |",
    "Home | About\n<!-- x -->\nHelp | Exit",
  ])
  func `other comments near a table are silent`(markdown: String) async {
    await SiteFixture(page: markdown).build().expectNoFindings()
  }
}
