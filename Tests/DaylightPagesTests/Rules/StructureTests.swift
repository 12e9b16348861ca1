import DaylightSite
import TestSupport
import Testing

@Suite struct StructureTests {
  @Test(arguments: [
    "## What helps\n\nRest.\n\n⟦1⟧## What helps⟦/1⟧\n\nFriends.",
    "## A\n\n### Night\n\nRest.\n\n⟦1⟧### night⟦/1⟧\n\nSleep.",
  ])
  func `a heading that is there already is a warning`(text: String) async {
    await SiteFixture(page: text).build().expectFindings(.init("repeated-heading", at: 1))
  }

  @Test(arguments: [
    "## Day\n\nA.\n\n### Help\n\nB.\n\n## Night\n\nC.\n\n### Help\n\nD.",
    "## What helps\n\nRest.\n\n## What helps others\n\nFriends.",
  ])
  func `the same heading under another one is fine`(text: String) async {
    await SiteFixture(page: text).build().expectNoFindings()
  }

  @Test(arguments: [
    "⟦1⟧## What helps⟦/1⟧\n\n## What does not\n\nHurry.", "Text.\n\n⟦1⟧## The end⟦/1⟧",
    "## A\n\nB.\n\n⟦1⟧### C⟦/1⟧\n\n## D\n\nE.",
  ])
  func `a heading with nothing below it is a warning`(text: String) async {
    await SiteFixture(page: text).build().expectFindings(.init("empty-section", at: 1))
  }

  @Test(arguments: [
    "## What helps\n\n### At night\n\nRest.", "## List\n\n- One", "## Words\n\n> Of others.",
  ])
  func `a smaller heading, a list or a quotation is something`(text: String) async {
    await SiteFixture(page: text).build().expectNoFindings()
  }

  @Test(arguments: [
    "⟦1⟧| | |⟦/1⟧\n|---|---|\n| Monday | two |", "⟦1⟧| Day | |⟦/1⟧\n|---|---|\n| Monday | two |",
    "⟦1⟧| |⟦/1⟧\n|---|\n| Monday |",
  ])
  func `a column without a name is a warning`(table: String) async {
    await SiteFixture(page: table).build().expectFindings(.init("unnamed-column", at: 1))
  }

  @Test(arguments: [
    "| | Sessions |\n|---|---|\n| Monday | two |", "| Day | *Sessions* |\n|---|---|\n| Monday | |",
  ])
  func `the first column needs none, and a cell may be empty`(table: String) async {
    await SiteFixture(page: table).build().expectNoFindings()
  }

  @Test(arguments: [
    "- ⟦1⟧✅⟦/1⟧ Rest", "⟦1⟧👉⟦/1⟧ Rest now.", "Try:\n⟦1⟧🌱⟦/1⟧ Rest", "## ⟦1⟧⚠️⟦/1⟧ Care\n\nRest.",
    "1. ⟦1⟧❌⟦/1⟧ Hurry",
  ])
  func `an emoji before a line is a warning`(text: String) async {
    await SiteFixture(page: text).build().expectFindings(.init("emoji-bullet", at: 1))
  }

  @Test(arguments: [
    "Rest is allowed 🌱.", "🌱", "“Rest” – she said", "> 👉 Rest", "→ is an arrow? No: –", "© 2024",
  ])
  func `an emoji elsewhere is fine`(text: String) async {
    await SiteFixture(page: text).build().expectNoFindings()
  }
}
