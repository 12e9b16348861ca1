import DaylightAudit
import DaylightSyntax
import Testing

@Suite struct OutputAuditTests {
  private func rules(_ file: AuditedFile, _ policy: AuditPolicy = .example) -> Set<String> {
    Set(OutputAudit.check([file], policy: policy).map(\.rule.id))
  }

  private func page(_ part: String = "main", _ text: String = "") -> AuditedFile {
    AuditedFile(path: "planted/index.html", bytes: Array(CleanPage.with(part, text).html.utf8))
  }

  @Test(arguments: PlantedViolation.all)
  func `a planted violation is found by exactly its rule`(violation: PlantedViolation) {
    let found = rules(violation.file)
    #expect(found == [violation.rule])
  }

  /// Of the errors, those that one file cannot show are tested below, and ids in `LinkAuditTests`.
  @Test func `every rule has a planted violation`() {
    let planted = Set(PlantedViolation.all.map(\.rule))
    let unplanted = OutputAudit.rules.map(\.id).filter { !planted.contains($0) }
    #expect(unplanted == ["duplicate-anchor", "script-capability", "revealing-address"])
  }

  @Test func `a finding in a very long tag does not carry the tag along`() {
    let names = (0..<1000).map { "made\($0)" }.joined(separator: " ")
    let file = page("main", "<p \(names)>Rest.</p>")
    var scratch = OutputAudit(.example).scratch()
    let found = OutputAudit(.example).check(file, &scratch).findings
    #expect(found.count == 1000)
    #expect(found.allSatisfy { $0.context.count < 100 })
  }

  @Test func `a clean page is silent`() { #expect(rules(page()).isEmpty) }

  @Test func `a clean checklist is silent`() {
    let file = AuditedFile(path: "lists/a.html", bytes: Array(CleanPage.checklist.html.utf8))
    #expect(rules(file).isEmpty)
  }

  @Test(arguments: [
    #"<a href="https://doi.org/" rel="noreferrer" rel="">first of two counts</a>"#,
    "<p title='a > b' data-note=\"//two slashes\">text</p>",
    "<a href=../signs/index.html>without quotation marks</a>",
    "<a href='tel:999'>999</a> &lt;script src=https://elsewhere.example&gt;",
    "<pre><code>&lt;iframe&gt; javascript:alert(1)</code></pre>",
    "<p>It is not anonymous, and it cannot keep you completely private on this site.</p>",
    "<p>Is it anonymous? A group such as Alcoholics Anonymous may help.</p>",
    "<p>You can call an anonymous line.</p>",
    "<p>Your body keeps you safe. It was a pain nobody can see.</p>",
    "<div popover id=word-shame><button type=button popovertarget=word-shame>Close</button></div>",
    "<noscript><p>Press <strong>Clear</strong> before you leave.</p></noscript>", "<!-->",
    "<!-- > <script> -->", "<p>1 < 2 and <3</p>",
  ])
  func `harmless text is silent`(text: String) {
    #expect(rules(page("main", text)).isEmpty)
  }

  @Test(arguments: [
    (
      "sitemap.xml",
      "<urlset "
        + ""
        + "xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"><url><loc>https://resources.example/</loc></url></urlset>"
    ),
    (
      "glossary.json",
      #"{"@id": "https://resources.example/#a", "sameAs": "https://elsewhere.example/"}"#
    ),
    (
      "assets/icon.svg",
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 32 32\"><title>a</title><circle "
        + "fill=\"url(#a)\" r=\"12\"/></svg>"
    ),
    (
      "assets/site.css",
      "@media (min-width: 2em) { a { background: url(leaf.svg); transition: none } } /* url(https://elsewhere.example) */"
    ),
    ("robots.txt", "User-agent: *"), ("_headers", "/*"), (".htaccess", ""), ("a/tree.avif", ""),
    ("assets/exit.12ab.js", "leave();"),
  ])
  func `a clean file of another kind is silent`(path: String, text: String) {
    #expect(rules(AuditedFile(path: path, bytes: Array(text.utf8))).isEmpty)
  }

  @Test func `a shipped script at the root of a site in a folder is known`() {
    var policy = AuditPolicy.example
    policy.basePath = "/resources/"
    let file = page("script", "<script src=/resources/assets/exit.12ab.js defer></script>")
    #expect(rules(file, policy).isEmpty)
    #expect(rules(file).contains("foreign-script"))
  }

  /// The page that holds the sheet of the landmarks and the script that leaves itself.
  private func wholePage(_ style: String, _ script: String, policy: String?) -> AuditedFile {
    var page = CleanPage()
    page.parts["policy"] = "<meta http-equiv=Content-Security-Policy content=\"\(policy ?? "")\">"
    page.parts["style"] = style
    page.parts["script"] = script
    return AuditedFile(path: "planted/index.html", bytes: Array(page.html.utf8))
  }

  @Test(arguments: ["<script data-root='/'>leave();</script>", "<script>leave();</script>"])
  func `a page may hold the shipped sheet and script where its policy says so`(script: String) {
    let style = "<style>@layer{}</style>"
    let policy = AuditPolicy.example
    #expect(rules(wholePage(style, script, policy: policy.inlinePolicy)).isEmpty)
    #expect(
      rules(wholePage(style, script, policy: policy.contentSecurityPolicy))
        == ["inline-style", "landmark-style", "inline-script", "exit-link"])
  }

  @Test(arguments: [
    "<style>@layer{} </style>", "<style media=print>@layer{}</style>", "<style>@layer</style>",
    "<noscript><style>@layer{}</style></noscript>",
  ])
  func `another sheet in a page is refused`(style: String) {
    let page = wholePage(
      style, "<script>leave();</script>", policy: AuditPolicy.example.inlinePolicy)
    #expect(rules(page) == ["inline-style", "landmark-style"])
  }

  @Test(arguments: [
    ("<script>leave(); </script>", "inline-script"),
    ("<script>forget();</script>", "inline-script"),
    ("<script data-root='h'>leave();</script>", "inline-script"),
    ("<script type=module>leave();</script>", "inline-script"),
    ("<noscript><script>leave();</script></noscript>", "exit-link"),
    ("<script>leave();</script><script src=../assets/exit.12ab.js></script>", "exit-link"),
  ])
  func `another script in a page, or the same one twice, is refused`(script: String, rule: String) {
    let page = wholePage(
      "<style>@layer{}</style>", script, policy: AuditPolicy.example.inlinePolicy)
    #expect(rules(page).subtracting(["exit-link"]) == Set([rule]).subtracting(["exit-link"]))
    #expect(rules(page).contains("exit-link"))
  }

  @Test func `a redirect may move on within the site only`() {
    for (target, expected) in [
      ("0; url=../signs/", Set<String>()), ("0;URL='../signs/'", []),
      ("0; url=https://elsewhere.example/", ["meta-refresh"]),
      ("0; url=//elsewhere.example/", ["meta-refresh"]), ("5", ["meta-refresh"]),
    ] {
      var file = page("head", "<meta http-equiv=refresh content=\"\(target)\">")
      #expect(rules(file) == ["meta-refresh"])
      file.isRedirect = true
      #expect(rules(file) == expected, "\(target)")
    }
  }

  @Test func `feed and previews are fine where the site asks for them`() {
    var policy = AuditPolicy.example
    policy.hasFeed = true
    policy.hasOpenGraph = true
    let feed = AuditedFile(path: "feed.xml", bytes: Array("<feed><title>a</title></feed>".utf8))
    #expect(rules(feed) == ["unrequested-preview"])
    #expect(rules(feed, policy).isEmpty)
    let revealingFeed = AuditedFile(
      path: "feed.xml", bytes: Array("<feed><title>a</title><title>Leaving him</title></feed>".utf8)
    )
    #expect(rules(revealingFeed, policy) == ["revealing-title"])
    let preview = page("head", #"<meta property="og:title" content="Attachment">"#)
    #expect(rules(preview, policy).isEmpty)
    let image = page("head", #"<meta property="og:image" content="https://cdn.example/a.png">"#)
    #expect(rules(image, policy) == ["external-resource"])
    let loud = page("head", #"<meta property="og:title" content="Leaving him">"#)
    #expect(rules(loud, policy) == ["revealing-title"])
  }

  @Test func `a page that gave up its discretion may say its topic`() {
    var file = page("title", "<title>What is a trauma bond?</title>")
    #expect(rules(file) == ["revealing-title"])
    file.isDiscreet = false
    #expect(rules(file).isEmpty)
  }

  @Test func `a revealing address is noted`() {
    var file = page()
    file.path = "glossary/domestic-abuse/index.html"
    file.bytes = Array(CleanPage().html.replacing("../assets", with: "../../assets").utf8)
    let found = OutputAudit.check([file], policy: .example)
    #expect(found.map(\.rule.id) == ["revealing-address"])
    #expect(found.map(\.severity) == [.note])
  }

  @Test func `a page whose parts come in another order than on the others is found`() {
    var swapped = CleanPage()
    swapped.parts["footer"] = CleanPage().parts["help"]
    swapped.parts["help"] = CleanPage().parts["footer"]
    var files = (1...3).map { number in
      AuditedFile(path: "a/\(number).html", bytes: Array(CleanPage().html.utf8))
    }
    files.append(AuditedFile(path: "a/4.html", bytes: Array(swapped.html.utf8)))
    let found = OutputAudit.check(files, policy: .example)
    #expect(found.map(\.rule.id) == ["page-order"])
    #expect(found.first?.location?.path == "a/4.html")
  }

  @Test func `all pages may share an order of their own unless the site sets one`() {
    var swapped = CleanPage()
    swapped.parts["after-main"] = CleanPage().parts["help"]
    swapped.parts["help"] = CleanPage().parts["footer"]
    swapped.parts["footer"] = CleanPage().parts["help"]
    swapped.parts["after-main"] = ""
    let file = AuditedFile(path: "a/1.html", bytes: Array(swapped.html.utf8))
    #expect(rules(file).isEmpty)
    var policy = AuditPolicy.example
    policy.landmarkOrder = Landmark.allCases
    #expect(rules(file, policy) == ["page-order"])
  }

  @Test func `what a template writes on many pages is one finding at the template`() {
    let tag = #"<script src="https://count.example/a.js">"#
    let files = (1...5).map { number in
      AuditedFile(
        path: "a/\(number).html", bytes: Array(CleanPage.with("head", tag + "</script>").html.utf8),
        origin: "content/a/\(number).md")
    }
    let template = SourceFile(path: "templates/base.mustache", text: "<head>\n  \(tag)</script>")
    let found = OutputAudit.check(files, policy: .example, sources: [template])
    #expect(found.count == 1)
    #expect(found.first?.location?.path == "templates/base.mustache")
    #expect(found.first?.location?.start == SourcePosition(line: 2, column: 3))
    #expect(found.first?.notes.count == 4)
  }

  @Test func `what no source contains is reported at the page’s own`() {
    var file = page("main", "<a href=https://elsewhere.example>a</a>")
    file.origin = "content/a.md"
    let found = OutputAudit.check([file], policy: .example)
    #expect(found.first?.location == .file("content/a.md"))
    #expect(found.first?.notes.first?.message.contains("planted/index.html") == true)
  }

  @Test func `every error is locked`() {
    let locked = RuleBook([.syntax, .audit]).locked
    let unlocked = OutputAudit.rules.filter { !locked.contains($0.id) }
    #expect(unlocked.map(\.id) == ["revealing-title", "revealing-address"])
    #expect(unlocked.allSatisfy { $0.level < .error })
  }

  @Test func `any bytes are read to their end`() {
    let pieces = [
      "<", "<!--", "<a href=", "\"", "&#", "<svg", "<![CDATA[", "</", "\u{FEFF}", "<form",
      "<title>", "é",
    ]
    for first in pieces {
      for second in pieces {
        let bytes = Array((first + second).utf8)
        for path in ["a.html", "a.svg", "a.css", "a.json", "a.xml"] {
          _ = OutputAudit.check([AuditedFile(path: path, bytes: bytes)], policy: .example)
        }
      }
    }
  }
}
