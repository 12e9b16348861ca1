import DaylightSite
import TestSupport
import Testing

/// Words of the glossary that a page spells otherwise than their entry.
@Suite struct GlossarySpellingTests {
  /// The body of a page of a site with one term, with each link to it in brackets.
  private func linked(_ body: String, term: String, language: String) async -> String {
    let site = await SiteFixture(
      page: body,
      """
      -- content/site.yaml --
      name: A
      language: \(language)
      -- content/glossary/word.md --
      ---
      term: "\(term)"
      summary: A word.
      evidence: popular
      ---

      """
    ).build()
    #expect(!site.severities.contains("error"), "\(site.build.diagnostics)")
    let use = /<button type="button" class="term"[^>]*>(.*?)<\/button>/.dotMatchesNewlines()
    return site.body().replacing(use) { "[\($0.output.1)]" }
  }

  @Test(arguments: [
    ("fr", "emprise", "Sous l’&shy;emprise.", "Sous l’\u{AD}[emprise]."),
    ("fr", "emprise", "Sous l&rsquo;&shy;em&shy;prise.", "Sous l’\u{AD}[em\u{AD}prise]."),
    ("fr", "emprise", "Sous l'&#xAD;*emprise*.", "Sous l'\u{AD}<em>[emprise]</em>."),
    ("fr", "lien traumatique", "Un lien&nbsp;traumatique.", "Un [lien\u{A0}traumatique]."),
    ("fr", "lien traumatique", "Un lien&#8239;traumatique.", "Un [lien\u{202F}traumatique]."),
    ("fr", "lien traumatique", "Un lien  \ntraumatique.", "Un [lien<br />\ntraumatique]."),
    ("de", "Größe", "Die GRÖSSE.", "Die [GRÖSSE]."),
    ("de", "Größe", "Die Gr&ouml;&szlig;e.", "Die [Größe]."),
    ("de", "Maß", "Die Mass, kein MASS.", "Die Mass, kein [MASS]."),
    ("de", "Wut", "Nur WUT, Wut.", "Nur [WUT], Wut."),
    ("de", "Ich", "ich und Ich", "ich und [Ich]"),
    ("en", "Id", "ID and Id", "ID and [Id]"),
    ("ar", "صدمة", "والصَّدْمَة", "وال[صَّدْمَة]"), ("ar", "الإساءة", "للإساءة", "[للإساءة]"),
    ("ar", "صدمة", "بال&shy;صدمة", "بال\u{AD}[صدمة]"),
    ("he", "טראומה", "בַּטְּרָאוּמָה", "בַּ[טְּרָאוּמָה]"),
    ("ja", "トラウマ", "（ﾄﾗｳﾏ）", "（[ﾄﾗｳﾏ]）"), ("tr", "ilişki", "İLİŞKİ", "[İLİŞKİ]"),
    ("tr", "kin", "KIN", "KIN"), ("el", "φόβος", "ΦΟΒΟΣ", "[ΦΟΒΟΣ]"),
    ("en", "conflict", "A con&fllig;ict.", "A [conﬂict]."),
    (
      "en", "trauma bond", "A trau&zwj;ma&nbsp;&NoBreak;bond.",
      "A [trau\u{200D}ma\u{A0}\u{2060}bond]."
    ),
  ])
  func `a word is linked as the page has it`(
    language: String, term: String, body: String, expected: String
  ) async {
    #expect(await linked(body, term: term, language: language) == "<p>\(expected)</p>\n")
  }
}
