import DaylightSite
import DaylightSyntax
import TestSupport
import Testing

/// Sentences that look a little like markup and are right as they are written.
@Suite struct PlainProseTests {
  @Test(arguments: [
    "Then 2 * 3 * 4 makes 24.", "The name a_b_c and snake_case_name.", "If 5 < 6 and 7 > 3.",
    "Then a < b.", #"Save it on C: or in C:\Users\anna."#, "As they wrote (see [1]), so it was.",
    "See [1] and [2].", "* * *", "She said :) and :-( and ;-) and :D and <3 and </3.",
    "^_^ and -_- and o_O and (*_*) and >:( and :| and :-*", "She was #1 on the list.",
    "Use #MeToo here.", "#MeToo was a movement.", "#1 is this.",
    "Find @handle or @some_name there.",
    "We are open 9:00–10:00 and 24/7.", "“[she] said it was over,” he wrote [sic].",
    "It went on […] for years. And [...] again.", "“[T]he end came.”",
    "“[Their] words” [emphasis added]",
    "Use {} or {a, b} in prose.", "Dear {name}, hello.", "It takes ~5 minutes, or ~ 10.",
    "« Bonjour », dit-elle.", "„Guten Tag“, sagte er. ‹ Salut ›", "Yes and/or no, s/he, (s)he.",
    "Home | About | Contact", "They wrote f**k, f***, s**t, sh*t and b*tch.",
    "A 5* hotel, an A* grade.",
    "Calls are free*.", "It costs $5, $$$ or 5$.", "C++ and C# and F#.",
    "R&D, AT&T, Q&A, B&B; M&S.",
    "Then x = 5, a == b and 1 + 1 = 2.", "A => B, a -> b, a <- b, <= 5, >= 6.",
    "My name is ____ and I live in ______.", "Note: this is so. Note:this.",
    "In the year\n2020. Then.",
    "(a) First, this is so.", "a) This is the first.", #"1\. Not a list."#, "– Bonjour, dit-elle.",
    "— Hola —dijo ella—.", "Really??? Yes!!! No?! What!?", "Call 01632 960111 (free).",
    "The file is IMG_0423.JPG or my-photo_final.png.", "Todo es posible.", "Love, Anna xxx.",
    "X marks the spot. XX chromosomes. World War II. Malcolm X.",
    "http://example.org/_foo_/*bar and <https://www.nhs.uk/a_b_c?x=1&copy=2>",
    "He was born in 1970 (or [perhaps] 1971).", "The cycle: tension → calm.",
    "Rock ’n’ roll. ’Tis.",
    "''quoted'' twice.", "A mark^1 or 10^2 or 2^10, and x^^ y.", "Then a <? b.",
    #"The backslash \ alone."#,
    "e.g. this, i.e. that.",
    "§ 5 of the law. ¶ 3. † and ‡. © 2024.", "Ratio 3:1. At 10:30:15. Psalm 23:4.",
    ":) is a smile.",
    "= sign. + sign. > sign.", "Either x | y is a choice.",
    "Use `**bold**` and `[x](y z)` in code.",
    "```\n[x](y z) {{< x >}} ##Heading • one\nTODO\n```", #"\[x](y z) and \{{< x >}} and \**bold"#,
    #"\&nbsp; and \_name and \:::"#, "\\##Heading", #"\::: info"#, #"\!!! note"#, #"\`tick"#,
    "&#91;x](y z) and &#42;word", "See [the help](help.md), **bold** *word* and ~~gone~~.",
    "MAÇÃ, IRMÃ, Ângela, Ã é uma letra. São Paulo. À bientôt.", "Привет. 你好。 مرحبا. שלום.",
    "The options are [a] or [b]; choose [a] (the first).", "He wrote “I [have] (always) known”.",
    "[Therapist]: How are you today?", "\\[Anna]: Hello", "[a]: help.md\n\n[See][a]",
    "Mr. O'Brien & Mrs. D'Arcy.", "(1) starts, (2) goes on.",
    "I. Introduction", "Import duties from China rose.", "import is a word, export is a word.",
    "over there, o dear.", "h2o is water.", "…and so it went on. .. two dots.", "!!! Watch out !!!",
    "??? I do not know.", "“Why?” – “Because.”", "-5 degrees was the low, +3 °C the high.",
    "(+44) 1632 960111", "1984 was a book. 3.5 million.", "5 × 4 and 2×3 m.", "\"He said\": yes.",
    "A line break\\\nin the middle.", "[What next?] It was open.", "salt & pepper",
    "Tick the box [ ].",
    "| Term | Meaning |\n|---|---|\n| a \\| b | c * d |",
    "> A quotation with [her] words.",
    "Text[^1].\n\n[^1]: The note.", "The end_of_it stays.", "See [ref].\n\n[ref]: help.md", "***",
    "A footnote-like star* in the text, and 10 % off.", "Time: 5:30 pm: we met.",
    "A path/to/file and ~/home.",
    "Line one,\nline two – with a dash\n– and another thought.", "He asked: “a or b?”; she: “c”.",
  ])
  func `good prose has no finding`(text: String) async {
    let site = await SiteFixture(page: text).build()
    site.expectNoFindings(except: ["unsourced-number", "reading-grade"])
  }
}
