import DaylightBuild
import DaylightSyntax
import TestSupport
import Testing

@Suite struct RuleReferenceTests {
  private let book = RuleBook.whole

  @Test func `the documentation says what the rules say of themselves`() {
    Golden.expect(Array(RuleReference(book).markdown.utf8), equal: "../../docs/rules.md")
  }

  @Test func `every rule says why, shows a bad and a good example, and how to fix it`() {
    for rule in book.all {
      let texts = rule.explanation
      #expect(
        ![texts.why, texts.bad, texts.good, texts.fix].contains(""), "\(rule.id) leaves one out")
      #expect(texts.bad != texts.good, "\(rule.id)")
      #expect(texts.why.hasSuffix("."), "\(rule.id)")
      #expect(texts.fix.hasSuffix(".") || texts.fix.hasSuffix("`"), "\(rule.id)")
    }
  }

  @Test func `an explanation has the reason, both examples, the fix and how to allow it`() {
    let text = book["vague-link"].map(RuleText(book).explanation)
    #expect(
      text == """
        vague-link: warning, text
        A link whose text means nothing when it is read alone.

        Why: People who listen to a page hear its links in a list, where “here” says nothing.

        Wrong, in the text of a page:
            To learn more, click [here](signs/overview.md).

        Right:
            Read [the signs in short](signs/overview.md).

        To fix it: Write the title of the page it leads to.

        To allow it, set its level for the whole site in content/site.yaml
            rules:
              vague-link: note
        (error, warning, note or off), or allow one finding with a comment above its paragraph:
            <!-- allow: vague-link because four words or more -->

        """)
  }

  @Test func `a locked rule is said to be locked`() {
    let text = book["broken-link"].map(RuleText(book).explanation)
    #expect(text?.contains("broken-link: error, locked\n") == true)
    #expect(text?.contains("no setting lowers it, and no comment allows it") == true)
  }

  @Test func `the list has every rule in one line`() {
    let lines = RuleText(book).list.split(separator: "\n").filter { $0.hasPrefix("  ") }
    #expect(lines.count == book.all.count)
    #expect(lines.contains { $0.hasPrefix("  edited-output ") && $0.contains(" warning ") })
  }
}
