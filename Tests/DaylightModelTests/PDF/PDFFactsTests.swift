import TestSupport
import Testing

@testable import DaylightModel

@Suite struct PDFFactsTests {
  private func facts(_ bytes: [UInt8]) throws -> PDFFacts {
    try #require(PDFFacts(bytes, path: "content/sheet.pdf"))
  }

  @Test func `a page without anything else is harmless`() throws {
    let facts = try facts(PDFs.file())
    #expect(facts.format == .pdf && facts.isWhole && facts.dangers.isEmpty)
    #expect(facts.properties.author == nil && facts.properties.title == nil)
  }

  @Test(arguments: [
    ("<< /S /JavaScript /JS (app.alert(1)) >>", PDFDanger.script),
    ("<< /S /J#61vaScript >>", .script), ("<< /#4A#53 (x) >>", .script),
    ("<< /Names [<< /S/JavaScript >>] >>", .script),
    ("<< /S /Launch /F (calc.exe) >>", .launch), ("<< /S /GoToR /F (other.pdf) >>", .launch),
    ("<< /AA << /O << /S /URI /URI (https://a.example) >> >> >>", .request),
    ("<< /S /SubmitForm /F (https://a.example) >>", .request),
    ("<< /Type /Filespec /F (a.txt) /EF << /F 9 0 R >> >>", .files),
    ("<< /Subtype /FileAttachment >>", .files), ("<< /Type /EmbeddedFile >>", .files),
    ("<< /XFA 9 0 R >>", .form), ("<< /Subtype /RichMedia >>", .media),
    ("<< /Subtype/Movie/Movie<</F(a.avi)>> >>", .media), ("<< /S /Rendition >>", .media),
  ])
  func `what acts by itself is found`(object: String, danger: PDFDanger) throws {
    #expect(try facts(PDFs.file(with: object)).dangers == [danger])
    let packed =
      PDFs.page.map { Array($0.utf8) } + [PDFs.packed([(9, "<< /A 1 >>"), (10, object)])]
    #expect(try facts(PDFs.file(packed)).dangers == [danger])
  }

  @Test(arguments: [
    "<< /Contents (Type /JavaScript to run it) >>", "<< /Contents (a \\) /JS (b) c) >>",
    "% /JavaScript\n<< /A 1 >>", "<< /Subtype /Link /A << /S /URI /URI (https://a.example) >> >>",
    "<< /Subtype /Link /Dest [3 0 R /Fit] >>", "<< /S /GoTo /D [3 0 R /Fit] >>",
    "<< /Title (Launch) >>", "<< /T <4A53> >>", "<< /JSX 1 /Formula 2 >>",
  ])
  func `text and links are harmless`(object: String) throws {
    #expect(try facts(PDFs.file(with: object)).dangers == [])
  }

  @Test(
    arguments: [
      ("/OpenAction [3 0 R /Fit]", []), ("/OpenAction << /S /GoTo /D [3 0 R] >>", []),
      ("/OpenAction << /S /URI /URI (https://a.example) >>", [.request]),
      ("/OpenAction 4 0 R", [.request]), ("/AcroForm << /Fields [4 0 R] >>", [.form]),
      ("/AcroForm << /Fields [] >>", []),
    ] as [(String, Set<PDFDanger>)])
  func `what happens on opening is found`(catalog: String, dangers: Set<PDFDanger>) throws {
    let file = PDFs.file(with: "<< /S /URI /URI (https://a.example) >>", catalog: catalog)
    #expect(try facts(file).dangers == dangers)
  }

  @Test func `an encrypted file cannot be checked`() throws {
    #expect(try facts(PDFs.file(trailer: "/Encrypt 9 0 R")).dangers == [.encryption])
  }

  @Test(arguments: [
    "/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode",
    "/Type /ObjStm /N 1 /First 4 /Filter /LZWDecode",
    "/Type /ObjStm /N 1 /Filter []", "/Type /ObjStm /N 9 /First 4",
  ])
  func `objects that cannot be read are found`(entries: String) throws {
    let objects = PDFs.page.map { Array($0.utf8) } + [PDFs.stream(entries, Array("junk".utf8))]
    #expect(try facts(PDFs.file(objects)).dangers == [.unreadable])
  }

  @Test func `a photograph keeps its secrets in a PDF too`() throws {
    func file(_ picture: [UInt8]) -> [UInt8] {
      PDFs.file(
        PDFs.page.map { Array($0.utf8) }
          + [PDFs.stream("/Subtype /Image /Filter /DCTDecode", picture)])
    }
    #expect(try facts(file(Pictures.jpeg())).dangers == [])
    let xmp = "http://ns.adobe.com/xap/1.0/\0<x exif:GPSLatitude=\"1,2N\"/>"
    let told = Pictures.jpeg(Pictures.segment(0xE1, Array(xmp.utf8)))
    #expect(try facts(file(told)).dangers == [.photograph])
  }

  @Test func `a file that is cut off or empty is not whole`() throws {
    let file = PDFs.file()
    #expect(try !facts(Array(file.dropLast(8))).isWhole)
    #expect(try !facts(Array(file.prefix(40))).isWhole)
    #expect(try facts([]).format == .empty)
  }

  @Test func `any part of a file is read without harm`() throws {
    let file = PDFs.file(
      PDFs.page.map { Array($0.utf8) } + [PDFs.packed([(9, "<< /A [1 (b) <63>] >>")])])
    for length in 0..<file.count { _ = PDFFacts(Array(file.prefix(length)), path: "a.pdf") }
    let deep = Array(String(repeating: "[", count: 100_000).utf8)
    #expect(try facts(PDFs.file([deep])).dangers.contains(.unreadable))
  }

  // MARK: Properties

  @Test(arguments: [
    "(Anna Smith)", "<416E6E6120536D697468>", "<FEFF0041006E006E006100200053006D006900740068>",
    "(Anna\\040Smith)", "5 0 R",
  ])
  func `the author is read however it is written`(name: String) throws {
    var objects = PDFs.page + ["<< /Author \(name) /Title (Signs) >>", "(Anna Smith)"]
    let plain = try facts(PDFs.file(objects, trailer: "/Info 4 0 R"))
    #expect(plain.properties.author == "Anna Smith" && plain.properties.title == "Signs")
    let last = objects.removeLast()
    let info = objects.removeLast()
    let packed = objects.map { Array($0.utf8) } + [PDFs.packed([(4, info), (5, last)])]
    let compressed = try facts(PDFs.file(packed, trailer: "/Info 4 0 R"))
    #expect(compressed.properties.author == "Anna Smith")
  }

  @Test func `a title of a bookmark is no title of the file`() throws {
    #expect(try facts(PDFs.file(with: "<< /Title (Chapter) >>")).properties.title == nil)
  }

  @Test func `the author is read from XML as well`() throws {
    let xml = """
      <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:Description xmp:CreatorTool="Writer">
      <dc:creator><rdf:Seq><rdf:li>Anna Smith</rdf:li></rdf:Seq></dc:creator>
      <dc:title><rdf:Alt><rdf:li xml:lang="x-default">Signs</rdf:li></rdf:Alt></dc:title>
      </rdf:Description></x:xmpmeta>
      """
    for data in [Array(xml.utf8), PDFs.zlib(Array(xml.utf8))] {
      let filter = data.first == 0x78 ? "/Filter /FlateDecode" : ""
      let file = PDFs.file(
        PDFs.page.map { Array($0.utf8) }
          + [PDFs.stream("/Type /Metadata /Subtype /XML \(filter)", data)])
      let properties = try facts(file).properties
      #expect(properties.author == "Anna Smith" && properties.title == "Signs")
      #expect(properties.programs == ["Writer"])
    }
  }

  @Test func `packed objects that share their bytes are read no more often than there are bytes`()
    throws
  {
    let text = "[" + String(repeating: "(rest) ", count: 50) + "]"
    let heads = (10..<40).map { "\($0) 0 " }.joined()
    let entries = "/Type /ObjStm /N 30 /First \(heads.utf8.count)"
    let shared = PDFs.stream(entries, Array((heads + text).utf8))
    let file = PDFs.file(PDFs.page.map { Array($0.utf8) } + [shared])
    #expect(try facts(file).dangers == [.unreadable])
  }

  @Test func `compressed parts may together have only so many bytes`() {
    let filter = PDFValue.dictionary(["Filter": .name("FlateDecode")])
    let data = PDFs.zlib(Array(repeating: 0x20, count: 60))[...]
    var rest = 100
    let first = PDFObjects.plain((filter, data), &rest)
    #expect(first?.count == 60 && rest == 40)
    let second = PDFObjects.plain((filter, data), &rest)
    #expect(second == nil && rest == 0)
  }
}
