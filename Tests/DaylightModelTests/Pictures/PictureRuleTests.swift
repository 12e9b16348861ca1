import DaylightSite
import DaylightSyntax
import Platform
import TestSupport
import Testing

@Suite struct PictureRuleTests {
  private func build(_ name: String, _ bytes: [UInt8], _ body: String = "Text.") async
    -> FixtureBuild
  {
    var site = SiteFixture(page: body)
    site.attach("content/\(name)", bytes: bytes)
    return await site.build()
  }

  private static let telling = Pictures.jpeg(
    Pictures.exif(Pictures.tiff([.text(0x010F, "Apple"), Pictures.place])))

  @Test func `a photograph that tells where it was taken is an error that says how to fix it`()
    async
  {
    let site = await build("bench.jpg", Self.telling)
    site.expectFindings(
      .init(
        "picture-metadata",
        "‘bench.jpg’ reveals where it was taken and the camera or phone it was taken with",
        help: "run ‘daylight check --fix’, which removes that and does not change the picture"))
    #expect(site.build.diagnostics.first?.location == .file("content/bench.jpg"))
    #expect(site.paths.isEmpty)
  }

  @Test func `a picture that moves is an error`() async {
    let frame: [UInt8] = [0x2C, 0, 0, 0, 0, 0x2C, 1, 200, 0, 0, 2, 2, 0x4C, 1, 0]
    await build("a.gif", Pictures.gif(frame)).expectFindings(
      .init("moving-picture", "‘a.gif’ moves, and readers cannot stop it"))
    await build("a.png", Pictures.png(Pictures.chunk("acTL", [0, 0, 0, 2, 0, 0, 0, 0])))
      .expectFindings(.init("moving-picture"))
    await build("a.webp", Pictures.webP(Pictures.riff("ANIM", [0, 0, 0, 0, 0, 0])))
      .expectFindings(.init("moving-picture"))
  }

  @Test func `a photograph gets the size it is shown with`() async {
    let turned = Pictures.jpeg(Pictures.exif(Pictures.tiff([.short(0x0112, 6)])))
    let site = await build("a.jpg", turned, "![A tree](a.jpg)")
    #expect(site.body().contains("width=\"200\" height=\"300\""))
  }

  @Test(arguments: [
    (
      "a.jpg", Pictures.png(), "‘a.jpg’ is a PNG picture",
      "rename it ‘a.png’, and the same where pages or styles name it"
    ),
    (
      "a.png", Pictures.jpeg(), "‘a.png’ is a JPEG picture",
      "rename it ‘a.jpg’, and the same where pages or styles name it"
    ),
    (
      "a.webp", Pictures.gif(), "‘a.webp’ is a GIF picture",
      "rename it ‘a.gif’, and the same where pages or styles name it"
    ),
    (
      "a.gif", Pictures.webP(), "‘a.gif’ is a WebP picture",
      "rename it ‘a.webp’, and the same where pages or styles name it"
    ),
    (
      "a.avif", Pictures.png(), "‘a.avif’ is a PNG picture",
      "rename it ‘a.png’, and the same where pages or styles name it"
    ),
    (
      "a.jpeg", Pictures.avif([]), "‘a.jpeg’ is an AVIF picture",
      "rename it ‘a.avif’, and the same where pages or styles name it"
    ),
    (
      "a.png", Array("<!doctype html>\n<html><body>Not found".utf8), "‘a.png’ is a web page",
      "what was saved is the page around the picture: save the picture itself"
    ),
    (
      "a.svg", Array("<!doctype html>\n<html><body>Not found".utf8), "‘a.svg’ is a web page",
      "what was saved is the page around the picture: save the picture itself"
    ),
    (
      "a.svg", Pictures.png(), "‘a.svg’ is a PNG picture",
      "rename it ‘a.png’, and the same where pages or styles name it"
    ),
    (
      "a.png", Array("<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'/>".utf8),
      "‘a.png’ is a drawing in SVG", "rename it ‘a.svg’, and the same where pages or styles name it"
    ),
    (
      "IMG.jpg", Pictures.box("ftyp", Array("heic".utf8) + [0, 0, 0, 0]),
      "‘IMG.jpg’ is a HEIC photograph, which browsers do not show",
      "export the picture as JPEG, and put that here"
    ),
    (
      "a.woff2", Array("wOFF".utf8), "‘a.woff2’ is a WOFF font",
      "rename it ‘a.woff’, and the same where pages or styles name it"
    ),
    (
      "a.woff2", Array("Not found".utf8), "‘a.woff2’ is a plain text",
      "put the picture or font itself here, or move the file out of ‘content’"
    ),
    (
      "a.jpg", [1, 2, 0, 4], "‘a.jpg’ is nothing that a browser can show",
      "put the picture or font itself here, or move the file out of ‘content’"
    ),
    (
      "a.jpg", Array("%PDF-1.7".utf8), "‘a.jpg’ is a PDF",
      "put the picture or font itself here, or move the file out of ‘content’"
    ),
  ])
  func `a file that is something else than its name says, says what to call it`(
    name: String, bytes: [UInt8], message: String, help: String
  ) async {
    var site = SiteFixture(page: "Text.")
    site.attach("content/\(name)", bytes: bytes)
    await site.build().expectFindings(.init("misnamed-file", message, help: help))
  }

  @Test(arguments: [
    ("a.JPG", Pictures.jpeg()), ("a.jpeg", Pictures.jpeg()), ("a.png", Pictures.png()),
    ("a.gif", Pictures.gif()), ("a.webp", Pictures.webP()),
    ("a.avif", Pictures.avif([1, 2, 3], as: "hvc1")),
    ("a/favicon.ico", Pictures.png()), ("a.woff2", Array("wOF2".utf8)),
    ("a.ttf", Array("OTTO".utf8)),
  ])
  func `a file that is what its name says is silent`(name: String, bytes: [UInt8]) async {
    await build(name, bytes).expectNoFindings()
  }

  @Test func `a picture that is empty or breaks off is an error`() async {
    await build("a.jpg", []).expectFindings(.init("broken-picture", "‘a.jpg’ is empty"))
    await build("a.svg", []).expectFindings(.init("broken-picture", "‘a.svg’ is empty"))
    await build("a.jpg", Array(Pictures.jpeg().dropLast(4))).expectFindings(
      .init("broken-picture", "‘a.jpg’ is cut off before its end"))
    await build("a.png", Array(Pictures.png().dropLast(20))).expectFindings(.init("broken-picture"))
  }

  @Test func `a heavy picture is a warning at its file, and a very heavy one an error`() async {
    func jpeg(_ size: Int) -> [UInt8] {
      let bytes = Pictures.jpeg()
      let filling = Array(repeating: UInt8(0x55), count: size - bytes.count)
      return Array(bytes.dropLast(2)) + filling + Array(bytes.suffix(2))
    }
    await build("a.jpg", jpeg(500_000)).expectNoFindings()
    let heavy = await build("a.jpg", jpeg(812_345))
    heavy.expectFindings(
      .init("large-picture", "‘a.jpg’ is 812 kB: 16 seconds on a weak signal"))
    #expect(heavy.severities == ["warning"])
    let tooHeavy = await build("a.jpg", jpeg(6_512_345))
    tooHeavy.expectFindings(
      .init(
        "large-picture", "‘a.jpg’ is 6.5 MB: 130 seconds on a weak signal",
        help:
          "export it at most 1600 pixels wide, below 500 kB; pictures above 2 MB are not published"
      ))
    #expect(tooHeavy.severities == ["error"])
  }

  @Test(arguments: [
    "picture-metadata", "misnamed-file", "misnamed-page", "host-file", "unsafe-file",
  ])
  func `what protects readers from files cannot be lowered`(rule: String) async {
    let site = await SiteFixture("-- content/site.yaml --\nname: A\nrules: {\(rule): off}\n")
      .build()
    #expect(site.rules == ["locked-rule"])
  }
}
