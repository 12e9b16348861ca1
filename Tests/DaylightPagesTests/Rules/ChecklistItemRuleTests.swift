import DaylightSite
import TestSupport
import Testing

@Suite struct ChecklistItemRuleTests {
  private func site(_ items: String...) async -> FixtureBuild {
    let lines = items.map { "- [ ] \($0) [Help](../help.md)" }.joined(separator: "\n")
    return await SiteFixture(
      "-- content/checklists/signs.md --\n---\ntitle: Signs\n---\n## At home\n\n\(lines)\n"
    ).build()
  }

  @Test(arguments: [
    "I watch what I say.", "You check my phone.", "They read my messages.", "I’m tense at night.",
    "I've lost touch with friends.", "They're kind one day and cold the next.", "*I* plan ahead.",
    "“I” is a word that I avoid.",
  ])
  func `an item that begins with a person is fine`(item: String) async {
    await site(item).expectNoFindings()
  }

  @Test(arguments: [
    ("Constant criticism.", "I watch what I say."),
    ("Feeling afraid to speak.", "I watch what I say."),
    ("He reads my messages.", "They read my messages."),
    ("My partner decides whom I see.", "They read my messages."),
    ("When we argue, I give in.", "I watch what I say."), ("Isolation", "I watch what I say."),
  ])
  func `another beginning is a warning with an example`(item: String, example: String) async {
    let first = item.split(separator: " ")[0]
    await site(item).expectFindings(
      .init(
        "checklist-item-start", "‘\(first) …’ does not say who notices or does something",
        help: "begin the item with ‘I’, ‘You’ or ‘They’, as in ‘\(example)’"))
  }

  @Test func `a list of questions for somebody else is fine`() async {
    await site("What training do you have?", "Are you on a register?", "Will I be seen alone?")
      .expectNoFindings()
  }

  @Test(arguments: ["Does he check your phone?", "Has your partner hit you?", "Is she jealous?"])
  func `a question about the other person is not`(item: String) async {
    await site(item, "Are you on a register?").expectFindings(.init("checklist-item-start"))
  }

  @Test func `a question among statements is not either`() async {
    await site("Do you feel afraid?", "I feel tired.").expectFindings(.init("checklist-item-start"))
  }

  @Test func `twenty words are fine, and more are a warning`() async {
    let twenty = "I " + Array(repeating: "walk", count: 19).joined(separator: " ")
    await site(twenty + ".").expectNoFindings()
    await site(twenty + " – home.").expectFindings(
      .init(
        "long-checklist-item", "this item has 21 words, more than 20",
        help: "keep one thing, or make two items of it"))
  }

  @Test(arguments: [
    ("They keep a gun in the house.", "gun"), ("They have choked me.", "choked me"),
    ("I think about killing myself.", "killing myself"), ("I have thoughts of suicide.", "suicide"),
    ("They put their hands around my throat.", "hands around my throat"),
    ("They say they will end their life if I go.", "end their life"),
    ("I want to die.", "want to die"), ("They threatened to kill me.", "threatened to kill"),
    ("I have been choked.", "been choked"), ("They bought bullets.", "bullets"),
    ("They showed me a knife.", "knife"), ("They talk about strangling.", "strangling"),
  ])
  func `what needs help at once is no item`(item: String, found: String) async {
    await site(item).expectFindings(
      .init("checklist-danger", "‘\(found)’ needs help at once, and is nothing to tick"))
  }

  @Test(arguments: [
    "I choke back tears.", "I live on a knife edge.", "I feel smothered by their calls.",
    "I could kill for some sleep.", "I stick to my guns.", "I have a lump in my throat.",
    "I end my day in the car.", "I keep a bullet journal.",
    "I cut myself off from friends.",
  ])
  func `a figure of speech is fine`(item: String) async {
    await site(item).expectNoFindings()
  }
}
