import DaylightSyntax
import TestSupport
import Testing

@Suite struct CompactStyleTests {
  private func compact(_ css: String) -> String {
    String(decoding: CompactStyle.bytes(of: Array(css.utf8)), as: UTF8.self)
  }

  @Test(arguments: [
    ("a {\n  color: red;\n}\n", "a{color:red}"),
    ("a { color : red ; margin : 0 ; }", "a{color:red;margin:0}"),
    ("/* one */ a { /* two */ color: red; /* three */ } /* four */", "a{color:red}"),
    ("a,\n b > i ~ p { margin: 0 }", "a,b>i~p{margin:0}"),
    ("a { color: red !important }", "a{color:red!important}"),
    ("a { color: rgb( 1, 2 , 3 ) }", "a{color:rgb(1,2,3)}"),
    ("a:is( .b , .c ) { margin: 0 }", "a:is(.b,.c){margin:0}"),
    ("@media  print  {\n a { margin: 0; }\n}", "@media print{a{margin:0}}"),
    (
      "@page { margin: 2cm; @top-left { content: \"a\"; } }",
      "@page{margin:2cm;@top-left{content:\"a\"}}"
    ),
    ("a { margin: 0; & b { margin: 1px; } }", "a{margin:0;& b{margin:1px}}"),
    (":root { --a:  1px ; --b: ; }", ":root{--a:1px;--b: }"),
    (
      "@font-face { src: url( a.woff2 ) format( \"woff2\" ), url(b) }",
      "@font-face{src:url( a.woff2 ) format(\"woff2\"),url(b)}"
    ),
    ("-- > a { margin: 0 }", "-- >a{margin:0}"), ("", ""), (" \n/* nothing */ ", ""),
    ("a{}", "a{}"),
  ])
  func `comments and blanks that mean nothing go`(css: String, expected: String) {
    #expect(compact(css) == expected)
  }

  @Test(arguments: [
    "a b{margin:0}", "a :hover{margin:0}", "a .b #c [d] *{margin:0}", "a + b{margin:0}",
    "u + a{margin:0}", ":nth-child(2n + 1 of a b){margin:0}", ":not(a b) c{margin:0}",
    ".\\31 0 a{margin:0}", ".a\\26  b{margin:0}", "[a=\"b  c\" i]{margin:0}",
    "a{width:calc(1px + 2px - (3px * 4))}", "a{margin:-1px -1px}", "a{font:1em/1.5 a b}",
    "a{content:\"/* no comment */  ;}\"}", "a{content:'a\\\n  b'}", "a{content:\"\\\"  \" attr(x)}",
    "a{grid-area:1 / 2 / span 9}", "a{grid:\"a  b\" 1fr \"c d\" 2fr / [x y] 1fr}",
    "a{background:url(  b  c  )}", "a{background:url(\"b  c\")}", "a{background:url(b/*c*/d)}",
    "a{unicode-range:U+26,U+0-7F,u+4??}", "@media (min-width: 48em) and (hover){a{margin:0}}",
    "@media not (print){a{margin:0}}", "@supports (a: b) or (not (c: d)){a{margin:0}}",
    "@supports selector(a > b){a{margin:0}}", "@container x (width > 30em){a{margin:0}}",
    "@container style(--a: b, c){a{margin:0}}", "a{color:if(style(--a: b, c): red; else: blue)}",
    "@layer a, b;", "@namespace url(a);", ":root{--a:b , c ( d ) > e}", ":root{--a:{b : c ; d}}",
    ":root{--a: }", ":root{--a: ;--b:c}", ":root{--a: !important}", ":root{--a:!important}",
    "a{;margin:0;;}", "a{*zoom:1}", "a::before{content:\"a\" \"b\"}", "\u{FEFF}a{margin:0}",
    "@charset \"utf-8\";a{margin:0}", "a{filter:a.b(c='d',e=f)}",
  ])
  func `what means something stays`(css: String) { #expect(compact(css) == css) }

  @Test(arguments: [
    ("a{margin:1px/**/2px}", "a{margin:1px/**/2px}"),
    ("a{margin:1px/* x */ 2px}", "a{margin:1px 2px}"),
    ("a/* x */b{margin:0}", "a/**/b{margin:0}"), ("a/**/ /**/b{margin:0}", "a b{margin:0}"),
    ("a/**/(b){margin:0}", "a/**/(b){margin:0}"), ("a{margin:1/**/.5px}", "a{margin:1/**/.5px}"),
    ("a{margin:1/**/%}", "a{margin:1/**/%}"), ("a{margin:+/**/1px}", "a{margin:+/**/1px}"),
    ("a{b:c//**/*d}", "a{b:c//**/*d}"), ("--/**/>a{margin:0}", "--/**/>a{margin:0}"),
    ("#/**/a{margin:0}", "#/**/a{margin:0}"), ("@/**/media{}", "@/**/media{}"),
    ("@media/**/(print){}", "@media/**/(print){}"), (":root{--a:b/* */c}", ":root{--a:b/**/c}"),
    ("a/**/:hover/**/,b/**/>c{margin/**/:/**/0}", "a:hover,b>c{margin:0}"),
    ("a{b:\"c\"/**/\"d\"}", "a{b:\"c\"\"d\"}"), ("a/**/[b]/**/[c]{margin:0}", "a[b][c]{margin:0}"),
    ("/* x */@charset \"latin1\";", " @charset \"latin1\";"),
  ])
  func `a comment never joins or parts what it is between`(css: String, expected: String) {
    #expect(compact(css) == expected)
  }

  @Test(arguments: [
    "a { content: \"b\n; } c { margin: 0 }", "a { background: url(b", "a { margin: 0 } /* open",
    "<!-- a { margin: 0 } -->", "a { margin: 0 \\\n }", "a { content: 'b",
  ])
  func `a sheet that browsers must repair is not changed`(css: String) {
    #expect(compact(css) == css)
  }

  /// Without the `;` at the end of a block, which a compact sheet does not have.
  private func tokens(_ css: String) -> [StyleScanner.Token] {
    let all = StyleScanner.pieces(of: Array(css.utf8)).map(\.token)
    return all.indices.filter { index in
      all[index] != .mark(UInt8(ascii: ";")) || index + 1 == all.count
        || all[index + 1] != .mark(UInt8(ascii: "}"))
    }.map { all[$0] }
  }

  private static let parts = [
    "a", "-", "--", "--x", "1", ".5", "2px", "1e", "u", "+", "~", ">", "*", "/", "|", ".", "#", "@",
    "%", ":", ";", ",", "{", "}", "(", ")", "[", "]", "!", "=", "<", "&", "$", "url(b)",
    "url(\"b\")",
    "calc(", "style(", "nth-child(", "\"c  d\"", "'e'", "\\26 ", "\\;", "@media", "#f", " ", "  ",
    "\n", "/* x */", "/**/", "é",
  ]

  @Test(arguments: 0..<40)
  func `any tokens stay the same tokens, and a second time changes nothing`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<200 {
      let count = Int.random(in: 1...14, using: &random)
      let css = (0..<count).compactMap { _ in Self.parts.randomElement(using: &random) }.joined()
      let once = compact(css)
      #expect(tokens(once) == tokens(css), "\(css)")
      #expect(compact(once) == once, "\(css)")
    }
  }
}
