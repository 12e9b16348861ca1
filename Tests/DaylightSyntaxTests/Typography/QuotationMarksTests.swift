import DaylightSyntax
import Testing

/// The quotation marks and apostrophes of a language for those of a keyboard.
@Suite struct QuotationMarksTests {
  private func set(_ text: String, _ language: String = "en-GB") -> String {
    Typography(language: language).setting(text)
  }

  private func page(_ html: String, _ language: String = "en-GB") -> String {
    var bytes = Array(html.utf8)
    Typography(language: language).set(page: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(arguments: [
    (#"She said "yes"."#, "She said “yes”."),
    (#""Yes," she said."#, "“Yes,” she said."),
    (#""Yes", she said."#, "“Yes”, she said."),
    (#"Is it "love"?"#, "Is it “love”?"),
    (#"("love")"#, "(“love”)"),
    (#"the word—"love"—again"#, "the word—“love”—again"),
    (#"He said, "She told me 'go' twice.""#, "He said, “She told me ‘go’ twice.”"),
    (#""'Go,' she said," he wrote."#, "“‘Go,’ she said,” he wrote."),
    (#"She said, "He said 'no'""#, "She said, “He said ‘no’”"),
    ("a 'loop' of fear", "a ‘loop’ of fear"),
    ("'Loop', they call it.", "‘Loop’, they call it."),
    ("don't", "don’t"), ("They'd've gone.", "They’d’ve gone."), ("O'Brien's", "O’Brien’s"),
    ("the dogs' bowls", "the dogs’ bowls"), ("James' house", "James’ house"),
    ("'the dogs' bowls' and more", "‘the dogs’ bowls’ and more"),
    ("'yes' or 'no'", "‘yes’ or ‘no’"), ("'this' or 'that'", "‘this’ or ‘that’"),
    ("'Tis so.", "’Tis so."), ("'twas ever thus", "’twas ever thus"),
    ("rock 'n' roll", "rock ’n’ roll"), ("rock'n'roll", "rock’n’roll"),
    ("Tell 'em.", "Tell ’em."), (#""'Tis," she said."#, "“’Tis,” she said."),
    ("get 'im out", "get ’im out"), ("goin' home", "goin’ home"),
    ("fish 'n chips", "fish ’n chips"),
    ("in the '90s", "in the ’90s"), ("the '90s and '00s", "the ’90s and ’00s"),
    ("the summer of '68", "the summer of ’68"), ("the 1990's", "the 1990’s"),
    ("the '90s boys' choir", "the ’90s boys’ choir"),
    ("the summer of '68 and a 'best' year", "the summer of ’68 and a ‘best’ year"),
    ("in '68, '69 and '70", "in ’68, ’69 and ’70"), ("'68 was their year", "’68 was their year"),
    ("'24 hours in '68,' he said", "‘24 hours in ’68,’ he said"),
    ("of '68 – and 'tis 'best'", "of ’68 – and ’tis ‘best’"), ("the '5' key", "the ‘5’ key"),
    ("'200 years'", "‘200 years’"), ("'20th' of May", "‘20th’ of May"),
    ("the 1990s' music", "the 1990s’ music"), ("'24 hours a day'", "‘24 hours a day’"),
    ("mind your p's and q's", "mind your p’s and q’s"), ("two A's", "two A’s"),
    (#"5'10" tall"#, #"5'10" tall"#), (#"a 6" nail"#, #"a 6" nail"#), ("6' high", "6' high"),
    (#"51° 30' 26" N"#, #"51° 30' 26" N"#), ("a 3'45 run", "a 3'45 run"),
    (#""He was 6'2" tall," she said."#, #"“He was 6'2" tall,” she said."#),
    (#""I was 12""#, "“I was 12”"),
    (#"the "class of 99" and "of 2000""#, "the “class of 99” and “of 2000”"),
    (#"""#, #"""#), ("'", "'"), (#"a " b"#, #"a " b"#), ("a ' b", "a ' b"),
    ("“Yes,” she said; don't.", "“Yes,” she said; don’t."), ("already ‘set’", "already ‘set’"),
    ("Hawaiʻi", "Hawaiʻi"), ("l'amour", "l’amour"), ("", ""), ("no marks", "no marks"),
    (#""Is this it?""#, "“Is this it?”"), (#""Stop!" he said"#, "“Stop!” he said"),
    (#""…and then""#, "“…and then”"), (#""I was going to—""#, "“I was going to—”"),
    (#"well-known "facts""#, "well-known “facts”"), (#"and/or "both""#, "and/or “both”"),
    (#""One paragraph."#, "“One paragraph."), ("naïveté's end", "naïveté’s end"),
    (#""Über" is a word"#, "“Über” is a word"), (#"say "é""#, "say “é”"),
    (#"[see "this"]"#, "[see “this”]"), ("she's 'fine.'", "she’s ‘fine.’"),
  ])
  func `in English`(typed: String, expected: String) {
    #expect(set(typed) == expected)
  }

  @Test(arguments: [
    (#"Sie sagte "ja"."#, "Sie sagte „ja“."), (#""Ja", sagte sie."#, "„Ja“, sagte sie."),
    (#"("Liebe")"#, "(„Liebe“)"), ("das Wort 'Liebe' hier", "das Wort ‚Liebe‘ hier"),
    (#"Er sagte: "Sie rief 'geh' und ging.""#, "Er sagte: „Sie rief ‚geh‘ und ging.“"),
    ("Wie geht's?", "Wie geht’s?"), ("Hans' Auto", "Hans’ Auto"),
    ("'Hans' Auto ist weg'", "‚Hans’ Auto ist weg‘"),
    ("er rief 'Hans' und ging", "er rief ‚Hans‘ und ging"), ("So 'ne Sache", "So ’ne Sache"),
    ("'s ist gut", "’s ist gut"), ("Kommt 'rein, Hans' Vater", "Kommt ’rein, Hans’ Vater"),
    ("die '90er", "die ’90er"), (#"ein 24" Rad"#, #"ein 24" Rad"#),
    ("„schon“ gesetzt, geht's", "„schon“ gesetzt, geht’s"), (#""Übung""#, "„Übung“"),
    ("D'dorf", "D’dorf"), ("Ku'damm", "Ku’damm"), (#""Wort"—und"#, "„Wort“—und"),
  ])
  func `in German`(typed: String, expected: String) {
    #expect(set(typed, "de") == expected)
  }

  @Test(arguments: [
    (#"Elle dit "oui"."#, "Elle dit «\u{A0}oui\u{A0}»."),
    (#"" oui ", dit-elle"#, "«\u{A0}oui\u{A0}», dit-elle"),
    (#""Est-ce l'amour ?""#, "«\u{A0}Est-ce l’amour ?\u{A0}»"),
    ("l'eau d'aujourd'hui", "l’eau d’aujourd’hui"), ("qu'il s'en aille", "qu’il s’en aille"),
    ("L'Été", "L’Été"), (#"d'"amour""#, "d’«\u{A0}amour\u{A0}»"),
    ("presqu'île", "presqu’île"), ("un p'tit mot", "un p’tit mot"), ("'tit gars", "’tit gars"),
    (#""Il a dit 'oui' hier""#, "«\u{A0}Il a dit “oui” hier\u{A0}»"),
    ("« déjà » l'un", "« déjà » l’un"), (#"(dit "lien")"#, "(dit «\u{A0}lien\u{A0}»)"),
    ("10' et 15'", "10' et 15'"), ("le 5'30", "le 5'30"),
  ])
  func `in French`(typed: String, expected: String) {
    #expect(set(typed, "fr-FR") == expected)
  }

  @Test func `Swiss German has marks of its own`() {
    #expect(set(#""Ja", 'so' geht's"#, "de-CH") == "«Ja», ‹so› geht’s")
  }

  @Test(arguments: ["he", "uk", "ja", "ar", "x", ""])
  func `in a language whose marks are not known all stay as they are`(language: String) {
    #expect(set(#"רמטכ"ל "a" don't"#, language) == #"רמטכ"ל "a" don't"#)
  }

  @Test(arguments: [
    ("<p>&quot;<em>word</em>&quot;</p>", "<p>“<em>word</em>”</p>"),
    ("<p><em>Anna</em>'s</p>", "<p><em>Anna</em>’s</p>"),
    (
      "<p>&quot;<a href=\"x\">a link</a>,&quot; she said</p>",
      "<p>“<a href=\"x\">a link</a>,” she said</p>"
    ),
    ("<p>the <em>&quot;word&quot;</em></p>", "<p>the <em>“word”</em></p>"),
    ("<p>&quot;one</p><p>two&quot;</p>", "<p>“one</p><p>two”</p>"),
    ("<p>&quot;a</p>\n<p>b &quot;c&quot;</p>", "<p>“a</p>\n<p>b “c”</p>"),
    ("<p>&quot;a<br>b&quot;</p>", "<p>“a<br>b”</p>"),
    (
      "<p>&quot;<button type=\"button\">bond</button>&quot;</p>",
      "<p>“<button type=\"button\">bond</button>”</p>"
    ),
    (
      "<p>&quot;so it goes.&quot;<sup><a>[1]</a></sup></p>",
      "<p>“so it goes.”<sup><a>[1]</a></sup></p>"
    ),
    ("<p>don&#39;t &#34;x&#34;</p>", "<p>don&#39;t &#34;x&#34;</p>"),
    (
      "<p>don't <code>don't &quot;x&quot;</code></p>",
      "<p>don’t <code>don't &quot;x&quot;</code></p>"
    ),
    ("<pre>don't <b>'</b></pre><p>don't</p>", "<pre>don't <b>'</b></pre><p>don’t</p>"),
    ("<p title='a'>don't</p>", "<p title='a'>don’t</p>"),
    ("<script>don't</script><style>'a'</style>", "<script>don't</script><style>'a'</style>"),
    ("<title>Don't – It's</title>", "<title>Don’t – It’s</title>"),
    ("<!-- don't --><p>it's</p>", "<!-- don't --><p>it’s</p>"),
    ("<p>&amp;&quot;a&quot;</p>", "<p>&amp;“a”</p>"), ("<p>a &quot;b</p>", "<p>a “b</p>"),
    ("<svg><text>don't</text></svg>", "<svg><text>don't</text></svg>"),
    ("<td>&quot;</td><td>&quot;</td>", "<td>&quot;</td><td>&quot;</td>"),
    ("<p>\"raw\"</p>", "<p>“raw”</p>"), ("<p>it's", "<p>it’s"), ("<p>a</p>", "<p>a</p>"),
  ])
  func `in a page only its text is set`(html: String, expected: String) {
    #expect(page(html) == expected)
  }

  @Test func `many marks side by side are read once`() {
    let marks = String(repeating: #"'"x' "#, count: 20_000)
    #expect(set(marks).utf8.count > marks.utf8.count)
  }
}
