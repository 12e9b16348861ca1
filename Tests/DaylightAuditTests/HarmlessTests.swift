import DaylightAudit
import DaylightSyntax
import Testing

/// What looks like something that the audit refuses, and harms nobody.
@Suite struct HarmlessTests {
  private func messages(_ path: String, _ text: String) -> [String] {
    let file = AuditedFile(path: path, bytes: Array(text.utf8))
    return OutputAudit.check([file], policy: .example).map { "\($0.rule.id): \($0.message)" }
  }

  @Test(arguments: [
    "<img src='data:image/webp;base64,UklGRkgAAABXRUJQVlA4TDsAAAAvP8ALAB8gEEEkhhlo/8YRCBBSZcuQoJBtBMhtdPdxHsf8x78BJwREAiSe9KQnTXRiRP8noHj0bRj0DQA=' alt='A bench'>",
    "<svg viewBox='0 0 9 9'><use href='../assets/icon.svg#a'/></svg>",
    "<svg><switch><text systemLanguage='fr'>Oui</text><text>Yes</text></switch></svg>",
    "<svg><title>A leaf</title><desc>Green &amp; small</desc><a href='../help/'><path d='M0 0'/></a></svg>",
    "<math display='block'><mrow><mi>x</mi><mo>=</mo><mfrac><mn>1</mn><msqrt><mn>2</mn></msqrt></mfrac></mrow></math>",
    "<p><math><semantics><mi>x</mi><annotation encoding='application/x-tex'>x</annotation></semantics></math></p>",
    "<two-columns><p>Text</p></two-columns>", "<p><site-note class='a'>Text</site-note></p>",
    "<p only-print on-click='d' data-onclick='c' x-data='{ open: 1 }' v-on:click='x' hx-get='/a'>Text</p>",
    "<picture><source srcset='a.webp' type='image/webp' media='(min-width: 40em)'><img src='a.png' alt=''></picture>",
    "<picture><source srcset='d.png' media='(prefers-color-scheme: dark)'><img src='a.png' alt='' loading='lazy'></picture>",
    "<ul><li>One<li><p>Two</ul><dl><dt>A<dd>B<dt>C<dd>D</dl>",
    "<table><caption>A</caption><colgroup><col><col></colgroup><thead><tr><th>A<th>B<tbody><tr><td>1<td><p>2</table>",
    "<table><tr><td>1</td></tr></table>", "<p>a<br>b<hr>c</p><p>d</p>",
    "<p>One<p>Two<h2>Three</h2>",
    "<ruby>漢<rp>(<rt>kan<rp>)</ruby>", "<p>A<br/>B<wbr>C</p><hr/>",
    "<details><summary>More</summary><img src='a.png' alt=''></details>",
    "<p><label><b>a</b> <i>b</i></label></p><DIV><P>Text</p></div>",
    "<!-- a -- b --><?php echo 1 ?></ p><p>a</p>",
    "<a href='../help/'>one</a><ul><li><a href='../signs/'>two</a></ul>",
    "<img src=a.png alt='' width=640 height=480 decoding=async fetchpriority=high crossorigin>",
    "<svg viewBox='0 0 9 9' role=img focusable=false preserveAspectRatio=none><path d='M0 0' stroke-width=2 opacity='.5' transform='rotate(3)' inkscape:label='a'/></svg>",
    "<p tabindex='0'>a</p><p tabindex='-1'>b</p><p tabindex=''>c</p>",
    "<details name=faq open><summary accesskey=s>a</summary><a name=old></a></details>",
    "<ol reversed start=3 type=a><li value=2>a</ol><table><tr><td colspan=2 headers=b abbr=c>a</table>",
    "<meter value=3 min=0 max=9 low=2 high=8 optimum=5>3 of 9</meter> <progress value='.5'>half</progress>",
    "<p><bdo dir=rtl>abc</bdo> <bdi>אבג</bdi> a\u{200F}b</p>",
    "<map name=m><area shape=rect coords='0,0,9,9' href='../help/index.html' alt='Help'></map>",
    "<a href='tel:+442079460000'>+44 (0)20 7946 0000</a> <a href='tel:+18007997233'>1-800-799-SAFE (7233)</a>",
    "<a href='tel:999'>Call 999, 365 days, 24/7</a> <a href='tel:+448082000247'>0808 2000 247 (9.00–17.00)</a>",
    "<a href='sms:85258'>Text SHOUT to 85258</a> <a href='tel:116123'>116 123 or 0800 1111 22</a>",
    "<a href='../index.html'>Leave this page open</a> <a href='../index.html'>Leaving now</a>",
    "<div popover id=pop-a><p>x</p></div><button type=button popovertarget=pop-a popovertargetaction=show>a</button>",
    "<div hidden><img src=a.png alt='' loading=lazy></div><div hidden=until-found><img src=a.png alt=''></div>",
    "<table>\n<!-- a -->\n<tr> <td>a</td> </tr>\n</table>",
    "<a href='https://www.nhs.uk/a' rel=noreferrer>NHS: nhs.uk, in full</a>",
    "<math displaystyle=true><mo stretchy=false form=infix>x</mo></math>",
    "<p itemscope itemref=a vocab='https://schema.org/' typeof=Thing>a</p>",
    "<form-a aria-modal=false></form-a><section role=dialog aria-label='Words'>a</section>",
  ])
  func `a harmless page is silent`(html: String) {
    #expect(messages("planted/index.html", CleanPage.with("main", html).html) == [])
  }

  @Test(arguments: [
    ("<!DOCTYPE HTML>", true), ("<!doctype html SYSTEM \"about:legacy-compat\">", true),
    ("<!DOCTYPE html SYSTEM 'about:legacy-compat'>", true), ("<!doctype html SYSTEM 'a'>", false),
    ("<!doctype html PUBLIC \"-//W3C//DTD HTML 4.01//EN\">", false), ("<!doctype svg>", false),
  ])
  func `a document type is that of today, or harmless`(doctype: String, isHarmless: Bool) {
    let html = CleanPage.with("main", "<p>Text</p>").html
    let found = messages("planted/index.html", html.replacing("<!doctype html>", with: doctype))
    #expect(found.isEmpty == isHarmless, "\(found)")
  }

  @Test(arguments: [
    "<details><summary>Could someone check this device?</summary></details>",
    "<details>\n<summary><b>Could someone</b> check this device?</summary>\n</details>",
    "<details><summary>Could someone check this device?</summary><p>See <a href='a'>more</a></p></details>",
    "<p>Call 999</p><details class=ask id=ask><summary>Phone? Could someone check this device?</summary></details>",
  ])
  func `a safety line that its question folds is silent`(fold: String) {
    let line =
      "<p class='rest'>It does not clear your history. <a href='../safe-browsing/index.html'>More</a></p>"
    let page = CleanPage.with("safety", "<aside class='safety'><div>\(fold)\(line)</div></aside>")
    #expect(messages("planted/index.html", page.html) == [])
  }

  @Test(arguments: [
    "a:hover { color: #123; background-color: #eee; text-decoration: none; border-color: red }",
    "p { background: image-set('leaf.png' 1x, url(leaf2.png) 2x type(\"image/png\")) }",
    "@font-face { font-family: A; src: local('A'), url(a.woff2) format('woff2'); font-display: swap } body { font-family: A, serif }",
    "@font-face { font-family: A; src: url(a.woff2); unicode-range: U+0000-00FF, U+0131, U+2??; }",
    "@media (prefers-reduced-motion: no-preference) { a { transition: color 0.2s ease } html { scroll-behavior: smooth } }",
    "@media screen and (prefers-reduced-motion: no-preference) { @keyframes a { from { opacity: 0 } 50% { opacity: 1 } } .b { animation: a 1s ease-out both } }",
    "a { transition: none; animation: none, none !important; scroll-behavior: auto }",
    "input:checked + label, .sign:has(:checked), .tick input:focus { background: #eee; border: 1px solid; outline: 2px solid }",
    "@media print { .sign:has(input:not(:checked)), fieldset:not(:has(:checked)) { display: none } a::after { content: ' (' attr(href) ')' } }",
    "details[open] summary::before { content: '▾' } li:focus-within > ul { display: block } a:hover::after { content: '' }",
    "@media (prefers-color-scheme: dark) { body { background: url(dark.png) } }",
    "@supports (mask: none) { @layer a { .leaf::before { content: ''; mask: url('leaf.svg') no-repeat } } }",
    ".card { background: var(--paper); &:hover { background: var(--line) } & p { list-style: url(a.png) } }",
    "h2::before { counter-increment: part; content: counter(part) '. ' } body { counter-reset: part }",
    "li:nth-child(2n + 1):not(:last-child) { background: url(a.png) } a[href^='https:']::after { content: url(out.svg) }",
    ".größe, #\\31 a { width: calc(100% - (1em + 2px)) } @page { margin: 2cm }",
    ".prose { background: url(a.png) } .prose:empty { display: none } @media print { .prose { display: block } }",
    ":root { --paper: #fff } @media (prefers-color-scheme: dark) { :root { --paper: #000 } } body { background: var(--paper) url(leaf.svg) no-repeat }",
    "summary { background: url(arrow.svg) } details[open] summary { display: flex } [hidden] { display: none }",
    "details { background: url(a.png) } details > summary { list-style: url(b.svg) } details + h2 { mask: url(c.svg) }",
    "summary { & > b { background: url(a.png) } } details { &.x { background: url(b.png) } }",
    ".icon::before { content: ''; background: url(a.svg) } .icon:hover::before { content: '▾' }",
    "@font-face { font-family: A; src: url(a.woff2) } details p { font-family: 'A' } body { font-family: A, serif }",
    "@font-face { font-family: A; src: url(a.woff2); unicode-range: U+0400-04FF, U+2116 }",
    "details[open] { --gap: 1em } p { font-family: var(--f); margin: var(--gap) } :root { --f: serif }",
    ".menu { display: none } @media (min-width: 40em) { .menu { display: block; background: url(a.png) } }",
    ".tip { display: none; background: url(a.png) } nav:hover .menu { display: block }",
    "*, *::before { box-sizing: border-box } ::selection { color: red } summary::-webkit-details-marker { display: none }",
    "main { cursor: pointer; rotate: calc(sibling-index() * 1deg); filter: drop-shadow(0 0 1px red) } :root { --x: foo(1) }",
    ".more::after { content: 'Leave it' }",
    "@layer base, theme; @namespace svg url(http://www.w3.org/2000/svg);",
    "p { background: url( \"a.png\" ) ; } <!-- q { color: red } -->", "@charset \"UTF-8\"; a{}",
  ])
  func `a harmless style is silent`(css: String) {
    #expect(messages("assets/site.css", css) == [])
  }

  @Test(arguments: [
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"no\"?>\n<!-- Made by hand -->\n<svg xmlns=\"http://www.w3.org/2000/svg\"><symbol id=\"a\"><path d=\"M0 0\"/></symbol><use href=\"#a\"/></svg>",
    "<svg xmlns=\"http://www.w3.org/2000/svg\"><style><![CDATA[ path > g { fill: url(#a) } ]]></style><g style=\"fill:url(#a);stroke:none\" aria-label=\"a (b\" transform=\"rotate(1)\"/></svg>",
    "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" xmlns:inkscape=\"http://www.inkscape.org/namespaces/inkscape\" xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns:cc=\"http://creativecommons.org/ns#\"><metadata><rdf:RDF><cc:Work rdf:about=\"\"/></rdf:RDF></metadata><inkscape:grid id=\"g\"/><use xlink:href=\"#a\"/></svg>",
    "<svg xmlns=\"http://www.w3.org/2000/svg\"><image href=\"data:image/png;base64,AA==\"/><switch><text>a &amp; b</text></switch></svg>",
    "<svg xmlns=\"http://www.w3.org/2000/svg\"><title>A</title><desc>B</desc><filter id=\"f\"><feTurbulence/><feDisplacementMap in=\"a\"/></filter><g filter=\"url(#f)\" onward=\"1\"/></svg>",
    "<svg xmlns=\"http://www.w3.org/2000/svg\"><a href=\"#b\"><path id=\"b\" data-target=\"c\" d=\"M0 0\"/></a></svg>",
  ])
  func `a harmless drawing is silent`(svg: String) {
    #expect(messages("assets/a.svg", svg) == [])
  }
}
