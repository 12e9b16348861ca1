import DaylightSyntax
import Testing

@Suite struct ShellQuotingTests {
  @Test(arguments: [
    ("content/signs/fear.md", "content/signs/fear.md"), ("content/a b.md", "'content/a b.md'"),
    ("it's", #"'it'\''s'"#), ("a;rm -r b", "'a;rm -r b'"), ("$HOME", "'$HOME'"), ("", "''"),
    ("café.md", "café.md"), ("~a", "'~a'"), ("a*", "'a*'"),
  ])
  func `a text is one word of a command line`(text: String, word: String) {
    #expect(text.quotedForShell == word)
  }
}
