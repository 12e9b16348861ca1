import DaylightModel
import DaylightSite
import DaylightSyntax
import DaylightTheme
import TestSupport
import Testing

@Suite struct ImagePassTests {
  private func fixture(_ body: String) -> SiteFixture {
    var fixture = SiteFixture(page: body)
    fixture.attach("content/signs/a path.svg", "<svg viewBox=\"0 0 30 20\">")
    fixture.attach("content/plain.jpg")
    fixture.attach("content/plain.svg", "<svg>")
    return fixture
  }

  @Test func `a picture gets its published address and the size of its file`() async {
    let site = await fixture("![Trees & *sky*](signs/a%20path.svg)").build()
    site.expectNoFindings()
    #expect(
      site.body() == """
        <p><img src="../signs/a%20path.svg" alt="Trees &amp; sky" width="30" height="20" \
        loading="lazy"></p>

        """)
    #expect(site.page()?.files == ["content/signs/a path.svg"])
  }

  @Test func `a picture without a readable header has no size`() async {
    let site = await fixture("![Trees](plain.svg)").build()
    #expect(site.body() == "<p><img src=\"../plain.svg\" alt=\"Trees\" loading=\"lazy\"></p>\n")
  }

  @Test func `a picture travels with the site`() async {
    let site = await fixture("Text.").build()
    #expect(
      site.build.artifacts.contains {
        $0.path == "signs/a path.svg" && $0.content == .copy(of: "content/signs/a path.svg")
      })
  }

  @Test func `a picture needs words unless it says that it decorates`() async {
    let site = await fixture("⟦1⟧![](plain.jpg)⟦/1⟧ ![](plain.jpg \"decorative\")").build()
    site.expectFindings(
      .init("missing-alt", at: 1, "this picture has no words for those who cannot see it"))
    #expect(site.body().contains("alt=\"\""))
  }

  @Test(arguments: ["https://example.org/a.png", "//example.org/a.png", "data:image/png;base64,AA"])
  func `a picture from elsewhere is an error`(reference: String) async {
    let site = await fixture("⟦1⟧![A](\(reference))⟦/1⟧").build()
    #expect(site.build.hasErrors)
    #expect(site.build.diagnostics.count == 1)
  }

  @Test func `a picture of another site would tell that site of the reader`() async {
    let site = await fixture("⟦1⟧![A](https://example.org/a.png)⟦/1⟧").build()
    site.expectFindings(
      .init(
        "external-image", at: 1, "‘https://example.org/a.png’ is not a picture of this site"))
  }

  @Test func `a page is no picture`() async {
    let site = await fixture("⟦1⟧![A](page.md)⟦/1⟧").build()
    site.expectFindings(.init("external-image", at: 1))
  }

  @Test func `an address in place of a file says where a picture goes and what to write`() async {
    let site = await fixture("⟦1⟧![A bench](/assets/images/bench.jpg)⟦/1⟧").build()
    site.expectFindings(
      .init(
        "broken-link", at: 1, "‘/assets/images/bench.jpg’ is an address of the finished site",
        help:
          "put the picture into the folder of this page, and write its name: ‘![…](bench.jpg)’"))
  }

  @Test func `an address whose picture is somewhere else on the site names its path`() async {
    let site = await fixture("⟦1⟧![A tree](/assets/a%20path.svg)⟦/1⟧").build()
    site.expectFindings(
      .init("broken-link", at: 1, help: "did you mean ‘<signs/a path.svg>’?"))
  }

  @Test(arguments: [
    "IMG_0423.JPG", "photo", "A photo", "image1", "Screenshot 2024-05-01 at 10.12.33", "DSC01234",
    "WhatsApp Image 2024-05-01", "plain.jpg", "picture of", "P1010001", "Figure 3", "untitled-2",
    "a1b2c3d4-e5f6-7890", "IMG 2031", "scan0001", "Bild 3", "my photo (2)",
  ])
  func `words that do not say what a picture shows are an error`(words: String) async {
    let site = await fixture("⟦1⟧![\(words)](plain.jpg)⟦/1⟧").build()
    site.expectFindings(
      .init("vague-alt", at: 1, "‘\(words)’ does not say what the picture shows"))
  }

  @Test(arguments: [
    "A bench", "Two people", "Photo of a bench", "The logo of Samaritans", "Bench", "Year 1984",
    "A picture frame on a wall", "An image of calm: a lake",
  ])
  func `words that say what a picture shows are fine`(words: String) async {
    await fixture("![\(words)](plain.jpg)").build().expectNoFindings()
  }

  @Test func `a picture that is not there is reported with the nearest`() async {
    let site = await fixture("⟦1⟧![A](plian.jpg)⟦/1⟧").build()
    site.expectFindings(
      .init("broken-link", at: 1, "no file at ‘plian.jpg’", help: "did you mean ‘plain.jpg’?"))
  }

  @Test(arguments: [" ", "&nbsp;", "\u{200B}", "<!-- a -->", "  \u{3000} "])
  func `words that nobody can hear are no words`(alternative: String) async {
    var site = SiteFixture(page: "⟦1⟧![\(alternative)](a.svg)⟦/1⟧\n")
    site.attach(
      "content/a.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1\" height=\"1\"/>")
    await site.build().expectFindings(.init("missing-alt", at: 1))
  }

  /// A photograph of 2000 by 1000 as it was made ready.
  private func photo(_ path: String = "content/bench.jpg", others: FileFormat? = .webP)
    -> AttachedFile
  {
    func rendition(_ format: FileFormat, _ width: Int, _ path: String) -> Rendition {
      Rendition(
        path: path, format: format, size: ImageSize(width: width, height: width / 2),
        byteCount: 1000, parts: PictureParts(Pictures.jpeg()), content: .bytes(Pictures.jpeg()))
    }
    let stem = path.dropFirst("content/".utf8.count).dropLast(".jpg".utf8.count)
    let webP = others.map { format in
      [rendition(format, 480, "\(stem).1.webp"), rendition(format, 1440, "\(stem).2.webp")]
    }
    return AttachedFile(
      path: path, size: 9_000_000, head: [], version: 1,
      picture: PictureFacts(Pictures.jpeg(), path: path),
      renditions: (webP ?? []) + [
        rendition(.jpeg, 480, "\(stem).3.jpg"), rendition(.jpeg, 1440, "\(stem).jpg"),
      ])
  }

  private func body(_ text: String, _ photo: AttachedFile) async -> String {
    var fixture = SiteFixture(page: text)
    fixture.attachments.append(photo)
    let site = await fixture.build()
    site.expectNoFindings()
    return site.body()
  }

  @Test func `a photograph is offered in its sizes, as WebP and as it came`() async {
    let width = "(min-width: 40rem) 37rem, calc(100vw - 2.5rem)"
    #expect(
      await body("## Here\n\n![A bench](bench.jpg)", photo()).hasSuffix(
        """
        <p><picture><source type="image/webp" srcset="../bench.1.webp 480w, ../bench.2.webp 1440w" \
        sizes="\(width)"><img src="../bench.jpg" alt="A bench" width="1440" height="720" \
        srcset="../bench.3.jpg 480w, ../bench.jpg 1440w" sizes="\(width)" loading="lazy" \
        decoding="async"></picture></p>

        """))
  }

  @Test func `a photograph without a smaller form as WebP is a plain picture with sizes`() async {
    let body = await body("![A bench](bench.jpg)", photo(others: nil))
    #expect(!body.contains("<picture>"))
    #expect(body.contains("srcset=\"../bench.3.jpg 480w, ../bench.jpg 1440w\""))
  }

  @Test func `only the first photograph is fetched at once, and only before any heading`() async {
    let two = await body("![A bench](bench.jpg)\n\n![The same](bench.jpg)", photo())
    #expect(two.ranges(of: "loading=\"lazy\"").count == 1)
    let below = await body("## Here\n\n![A bench](bench.jpg)", photo())
    #expect(below.ranges(of: "loading=\"lazy\"").count == 1)
    let above = await body("![A bench](bench.jpg)\n\n## Here\n\nA bench.", photo())
    #expect(!above.contains("loading"))
  }

  @Test func `names with commas and spaces do not part the list of sizes`() async {
    let body = await body("![A bench](<,a, b.jpg>)", photo("content/,a, b.jpg"))
    #expect(body.contains("srcset=\"../%2Ca%2C%20b.3.jpg 480w, ../%2Ca%2C%20b.jpg 1440w\""))
  }

  @Test func `all forms of a photograph are published, and not the file itself`() async {
    var fixture = SiteFixture(page: "Text.")
    fixture.attachments.append(photo())
    let paths = await fixture.build().build.artifacts.map(\.path).filter { $0.hasPrefix("bench") }
    #expect(paths.sorted() == ["bench.1.webp", "bench.2.webp", "bench.3.jpg", "bench.jpg"])
  }
}
