import DaylightSite
import DaylightSyntax
import TestSupport
import Testing

@Suite struct PDFRuleTests {
  private func build(
    _ pdf: [UInt8], named name: String = "sheet.pdf", downloads: Bool = true
  ) async -> FixtureBuild {
    var site = SiteFixture(
      page: "Take [a sheet to print](\(name)).",
      "-- content/site.yaml --\nname: Practice\n\(downloads ? "downloads: true\n" : "")")
    site.attach("content/\(name)", bytes: pdf)
    return await site.build()
  }

  @Test func `a site has no PDFs unless it asks for them`() async {
    let site = await build(PDFs.file(), downloads: false)
    #expect(
      site.rules == ["unsafe-file", "broken-link"] || site.rules == ["broken-link", "unsafe-file"])
    #expect(site.build.diagnostics.allSatisfy { $0.help?.contains("downloads: true") == true })
  }

  @Test func `one that is asked for is published`() async {
    let site = await build(PDFs.file())
    site.expectNoFindings()
    #expect(site.paths.contains("sheet.pdf"))
  }

  @Test func `the page says what a reader gets, and that it stays`() async {
    let site = await build(PDFs.file() + [UInt8](repeating: 10, count: 900))
    #expect(
      site.body()
        == "<p>Take <a class=\"download\" href=\"../sheet.pdf\" rel=\"nofollow\">a sheet to print "
        + "(PDF, 1 kB)</a> <small>(the file stays on your device after you have read it)</small>."
        + "</p>\n")
  }

  @Test(arguments: [
    ("<< /S /JavaScript >>", "‘sheet.pdf’ contains a script"),
    (
      "<< /S /JavaScript /F << /EF 1 >> >>",
      "‘sheet.pdf’ contains a script and has other files in it"
    ),
  ])
  func `a PDF that acts is an error that says how`(object: String, message: String) async {
    let site = await build(PDFs.file(with: object))
    site.expectFindings(.init("unsafe-pdf", at: nil, message))
    #expect(site.severities == ["error"])
  }

  @Test func `a page that was saved as a PDF is none`() async {
    let site = await build(Array("<!doctype html><p>Hello".utf8))
    site.expectFindings(.init("unsafe-pdf", at: nil, "‘sheet.pdf’ is a web page, not a PDF"))
  }

  @Test func `an empty file is none`() async {
    await build([]).expectFindings(.init("unsafe-pdf", at: nil, "‘sheet.pdf’ is empty"))
  }

  @Test func `half a PDF is none`() async {
    await build(Array(PDFs.file().dropLast(8))).expectFindings(
      .init("unsafe-pdf", at: nil, "‘sheet.pdf’ is damaged, or cut off before its end"))
  }

  @Test(arguments: [
    ("/Author (Anna Smith)", "warning", "‘sheet.pdf’ tells its author, ‘Anna Smith’"),
    (
      "/Title (Signs of abuse)", "warning",
      "‘sheet.pdf’ tells its topic in the title, ‘Signs of abuse’, which is on the tab"
    ),
    ("/Keywords (abuse, violence)", "warning", "‘sheet.pdf’ tells its topic, in ‘abuse, violence’"),
    (
      "/Author (Jo) /Producer (Writer 7)", "warning",
      "‘sheet.pdf’ tells its author, ‘Jo’ and the program that made it, ‘Writer 7’"
    ),
    ("/Producer (Writer 7)", "note", "‘sheet.pdf’ tells the program that made it, ‘Writer 7’"),
  ])
  func `what its properties tell is said`(info: String, level: String, message: String) async {
    let file = PDFs.file(with: "<< \(info) >>", trailer: "/Info 4 0 R")
    let site = await build(file)
    site.expectFindings(.init("pdf-properties", at: nil, message))
    #expect(site.severities == [level])
  }

  @Test(arguments: [
    "/Title (A sheet to print)", "/Author ()", "/Subject (Rest)", "/ModDate (D:2026)",
  ])
  func `quiet properties are fine`(info: String) async {
    await build(PDFs.file(with: "<< \(info) >>", trailer: "/Info 4 0 R")).expectNoFindings()
  }

  @Test func `a name that would be read in the Downloads folder is a note`() async {
    let site = await build(PDFs.file(), named: "abuse-signs.pdf")
    site.expectFindings(
      .init(
        "revealing-address", at: nil,
        "‘abuse’ in the name of ‘abuse-signs.pdf’ reveals the topic in the Downloads folder"))
  }

  @Test func `hosts are asked to keep no copy of it`() async {
    let site = await build(PDFs.file())
    #expect(site["_headers"]?.contains("/sheet.pdf\n  Cache-Control: no-store") == true)
  }

  @Test func `other kinds of files stay out`() async {
    var site = SiteFixture(
      page: "Text.", "-- content/site.yaml --\nname: Practice\ndownloads: true\n")
    site.attach("content/sheet.zip", bytes: [0x50, 0x4B, 3, 4])
    #expect(await site.build().rules == ["unsafe-file"])
  }

  @Test func `a link to a PDF that is not there says what to do`() async {
    let site = await SiteFixture(
      page: "Take [a sheet to print](sheets.pdf).",
      "-- content/site.yaml --\nname: Practice\ndownloads: true\n"
    ).build()
    #expect(site.rules == ["broken-link"])
    #expect(site.build.diagnostics.first?.help == "put the PDF into the folder of this page")
  }
}
