import TestSupport
import Testing

/// The numbers of sources and notes, next to words and punctuation.
@Suite struct NoteMarkPassTests {
  /// The text of the first paragraph, with a number for each mark.
  private func text(_ markdown: String, language: String = "en-GB") async -> String {
    let site = await SiteFixture(
      page: markdown + "\n\n[^n]: A note.\n\n[^m]: Another.\n",
      """
      -- content/site.yaml --
      name: A
      language: \(language)
      -- content/sources.yaml --
      a2001:
        title: One
        kind: book
        year: 2001
      b2002:
        title: Two
        kind: book
        year: 2002

      """
    ).build()
    return site.body().replacing(/<\/?sup[^>]*>|<a [^>]*>|<\/a>/, with: "")
  }

  @Test(arguments: [
    ("A claim [@a2001].", "A claim.[1]"), ("A claim[@a2001].", "A claim.[1]"),
    ("A claim. [@a2001]", "A claim.[1]"), ("A claim [@a2001], and more.", "A claim,[1] and more."),
    ("A claim [@a2001]; more", "A claim;[1] more"), ("A claim [@a2001]: this", "A claim:[1] this"),
    ("Is it [@a2001]?", "Is it?[1]"), ("It is [@a2001]!", "It is![1]"),
    ("And so on [@a2001]…", "And so on…[1]"), ("And so on [@a2001]... End", "And so on...[1] End"),
    ("A [@a2001] claim.", "A[1] claim."), ("A claim [@a2001]", "A claim[1]"),
    ("A claim [@a2001] – and more", "A claim[1] – and more"),
    ("(A claim [@a2001])", "(A claim[1])"), ("(A claim [@a2001].) End", "(A claim.[1]) End"),
    ("“A claim [@a2001].” End", "“A claim.”[1] End"),
    ("“A claim [@a2001]”. End", "“A claim”.[1] End"),
    ("“A claim” [@a2001].", "“A claim”.[1]"), ("‘A claim [@a2001],’ he", "‘A claim,’[1] he"),
    ("A claim [@a2001; @b2002].", "A claim.[1] [2]"),
    ("A claim [@a2001] [@b2002].", "A claim.[1][2]"),
    ("A claim [@a2001][@b2002].", "A claim.[1][2]"),
    ("A claim [@a2001][^n].", "A claim.[1]1"), ("A claim[^n] [@a2001].", "A claim.1[1]"),
    ("A claim[^n].", "A claim.1"), ("A claim [^n], more", "A claim,1 more"),
    ("A claim.[^n] More", "A claim.1 More"),
    ("A claim[^n][^m].", "A claim.12"), ("A claim\n[@a2001].", "A claim.[1]"),
    ("*A claim [@a2001]*.", "<em>A claim</em>.[1]"),
    ("*A claim [@a2001].* End", "<em>A claim.[1]</em> End"),
    ("**A *claim* [@a2001]**, more", "<strong>A <em>claim</em></strong>,[1] more"),
    ("*A* [@a2001].", "<em>A</em>.[1]"), ("A claim [@a2001].com", "A claim[1].com"),
    ("A claim [@a2001].5", "A claim[1].5"), ("A claim [@a2001]'s", "A claim[1]'s"),
    ("[@a2001] says.", "[1] says."), ("A claim [see @a2001, p. 5].", "A claim.[see 1, p. 5]"),
    ("A claim [@a2001]. Another [@b2002]. End", "A claim.[1] Another.[2] End"),
  ])
  func `in English they come after the punctuation`(markdown: String, expected: String) async {
    #expect(await text(markdown).contains("<p>\(expected)</p>"))
  }

  @Test(arguments: [
    ("fr", "Un mot [@a2001].", "Un mot[1]."), ("fr", "Un mot [@a2001] ?", "Un mot[1] ?"),
    ("de", "Ein Wort [@a2001].", "Ein Wort[1]."), ("de", "Ein Satz. [@a2001]", "Ein Satz.[1]"),
    ("uk", "Слово [@a2001].", "Слово[1]."), ("fr", "Un mot[^n].", "Un mot1."),
  ])
  func `elsewhere the author decides`(
    language: String, markdown: String, expected: String
  ) async {
    #expect(await text(markdown, language: language).contains("<p>\(expected)</p>"))
  }
}
