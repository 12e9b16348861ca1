import DaylightModel
import TestSupport
import Testing

@Suite struct PictureFactsTests {
  private static let camera: [Pictures.Entry] = [
    .text(0x010F, "Apple"), .text(0x0110, "iPhone 15"),
  ]
  private static let harmless: [Pictures.Entry] = [
    .text(0x0131, "GIMP 2.10"), .text(0x0132, "2026:01:02 03:04:05"), .text(0x8298, "Ann Example"),
  ]
  private static let photoshop =
    Array("Photoshop 3.0\0".utf8) + resource(0x0404, [0x1C, 2, 90, 0, 5] + Array("Leeds".utf8))

  private static func resource(_ id: Int, _ data: [UInt8]) -> [UInt8] {
    Array("8BIM".utf8) + Pictures.bigEndian(id, 2) + [0, 0] + Pictures.bigEndian(data.count, 4)
      + data
      + (data.count % 2 == 1 ? [0] : [])
  }

  private static func gives(_ bytes: [UInt8], _ name: String = "a.jpg") -> Set<Revelation> {
    PictureFacts(bytes, path: "content/\(name)")?.gives ?? []
  }

  private static func exif(_ entries: [Pictures.Entry], thumbnail: [Pictures.Entry] = []) -> [UInt8]
  {
    Pictures.exif(Pictures.tiff(entries, thumbnail: thumbnail))
  }

  struct Sample: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let bytes: [UInt8]
    let gives: Set<Revelation>

    init(_ name: String, _ bytes: [UInt8], _ gives: Set<Revelation>) {
      testDescription = name
      self.bytes = bytes
      self.gives = gives
    }
  }

  static let telling: [Sample] = [
    Sample("place", Pictures.jpeg(exif([Pictures.place])), [.place]),
    Sample("camera", Pictures.jpeg(exif(camera)), [.device]),
    Sample(
      "little-endian",
      Pictures.jpeg(Pictures.exif(Pictures.tiff(camera + [Pictures.place], isLittleEndian: true))),
      [.device, .place]),
    Sample(
      "serial number", Pictures.jpeg(exif([.directory(0x8769, [.text(0xA431, "0423")])])), [.device]
    ),
    Sample(
      "maker’s note", Pictures.jpeg(exif([.directory(0x8769, [.bytes(0x927C, Array(1...99))])])),
      [.device]),
    Sample(
      "thumbnail", Pictures.jpeg(exif(harmless, thumbnail: [.short(0x0201, 9)])), [.thumbnail]),
    Sample("second Exif", Pictures.jpeg(exif(harmless) + exif([Pictures.place])), [.place]),
    Sample("behind JFIF", Pictures.jpeg(Pictures.jfif + exif([Pictures.place])), [.place]),
    Sample(
      "JFIF thumbnail",
      Pictures.jpeg(
        Pictures.segment(0xE0, Array("JFIF\0".utf8) + [1, 1, 0, 0, 1, 0, 1, 1, 1, 9, 9, 9])),
      [.thumbnail]),
    Sample(
      "JFXX", Pictures.jpeg(Pictures.segment(0xE0, Array("JFXX\0".utf8) + [16, 0])), [.thumbnail]),
    Sample(
      "XMP attribute", Pictures.jpeg(Pictures.xmp("<r exif:GPSLatitude='53,48N'/>")), [.place]),
    Sample(
      "XMP element", Pictures.jpeg(Pictures.xmp("<tiff:Model>Pixel 6</tiff:Model>")), [.device]),
    Sample(
      "XMP person",
      Pictures.jpeg(Pictures.xmp("<i:PersonInImage>\n<rdf:Bag><rdf:li>Ann</rdf:li></rdf:Bag>")),
      [.person]),
    Sample(
      "XMP in UTF-16",
      Pictures.jpeg(
        Pictures.segment(
          0xE1,
          Array("http://ns.adobe.com/xap/1.0/\0".utf8)
            + Array("<photoshop:City>Leeds<".utf8).flatMap { [0, $0] })), [.place]),
    Sample("IPTC town", Pictures.jpeg(Pictures.segment(0xED, photoshop)), [.place]),
    Sample(
      "Photoshop’s thumbnail",
      Pictures.jpeg(
        Pictures.segment(0xED, Array("Photoshop 3.0\0".utf8) + resource(0x040C, [1, 2, 3]))),
      [.thumbnail]),
    Sample(
      "unknown segment", Pictures.jpeg(Pictures.segment(0xEB, Array("JP".utf8))), [.unreadable]),
    Sample(
      "film behind the end", Pictures.jpeg(after: Pictures.box("ftyp", Array("mp42".utf8))),
      [.hidden]),
    Sample("picture behind the end", Pictures.png(after: Pictures.chunk("IDAT", [1])), [.hidden]),
    Sample(
      "PNG Exif", Pictures.png(Pictures.chunk("eXIf", Pictures.tiff([Pictures.place]))), [.place]),
    Sample(
      "PNG Exif behind the data",
      Pictures.png(late: Pictures.chunk("eXIf", Pictures.tiff(camera))), [.device]),
    Sample(
      "PNG XMP",
      Pictures.png(
        Pictures.chunk(
          "iTXt", Array("XML:com.adobe.xmp\0\0\0\0\0<a exif:GPSLongitude=\"1,33W\"/>".utf8))),
      [.place]),
    Sample(
      "PNG packed XMP", Pictures.png(Pictures.chunk("zTXt", Array("XML:com.adobe.xmp\0\0x".utf8))),
      [.unreadable]),
    Sample(
      "PNG text of ImageMagick",
      Pictures.png(Pictures.chunk("tEXt", Array("exif:GPSLatitude\u{0}53/1".utf8))), [.place]),
    Sample(
      "PNG raw profile",
      Pictures.png(
        Pictures.chunk(
          "tEXt",
          Array("Raw profile type exif\0\nexif\n      99\n".utf8)
            + Pictures.tiff([Pictures.place]).flatMap { byte in
              Array((byte < 16 ? "0" : "") + String(byte, radix: 16)).map { $0.asciiValue ?? 0 }
            })), [.place]),
    Sample("PNG of Fireworks", Pictures.png(Pictures.chunk("mkBT", [1, 2])), [.unreadable]),
    Sample(
      "WebP Exif", Pictures.webP(Pictures.riff("EXIF", Pictures.tiff([Pictures.place])), flags: 8),
      [.place]),
    Sample(
      "WebP XMP",
      Pictures.webP(Pictures.riff("XMP ", Array("<a tiff:Make='Canon'/>".utf8)), flags: 4),
      [.device]),
    Sample(
      "GIF XMP",
      Pictures.gif(
        [0x21, 0xFF, 11] + Array("XMP DataXMP".utf8) + Array("<a exif:GPSLatitude='5'/>".utf8)
          + [1] + (0...255).reversed().map { UInt8($0) } + [0]), [.place]),
    Sample("AVIF Exif", Pictures.avif([0, 0, 0, 0] + Pictures.tiff([Pictures.place])), [.place]),
    Sample("AVIF XMP", Pictures.avif(Array("<a tiff:Make='Canon'/>".utf8), as: "mime"), [.device]),
  ]

  @Test(arguments: telling)
  func `metadata that gives something away is found`(sample: Sample) {
    #expect(Self.gives(sample.bytes) == sample.gives)
  }

  @Test(arguments: telling)
  func `and taken out, with the picture as it was`(sample: Sample) throws {
    let stripped = try #require(PictureFacts.stripped(sample.bytes))
    let (before, after) = (
      PictureFacts(sample.bytes, path: "a.jpg"), PictureFacts(stripped, path: "a.jpg")
    )
    #expect(after?.gives == [])
    #expect(after?.size == before?.size)
    #expect(after?.format == before?.format)
    #expect(after?.isWhole == true)
    #expect(PictureFacts.stripped(stripped) == nil)
    #expect(stripped.count <= sample.bytes.count)
  }

  @Test(arguments: [
    Sample("plain", Pictures.jpeg(), []), Sample("no JFIF", Pictures.jpeg([]), []),
    Sample("program and copyright", Pictures.jpeg(exif(harmless)), []),
    Sample("turned", Pictures.jpeg(exif([.short(0x0112, 6)])), []),
    Sample(
      "a position without a place",
      Pictures.jpeg(exif([.directory(0x8825, [.bytes(0, [2, 3, 0, 0])])])), []),
    Sample("an empty maker", Pictures.jpeg(exif([.text(0x010F, "     ")])), []),
    Sample(
      "a day alone",
      Pictures.jpeg(exif([.directory(0x8769, [.text(0x9003, "2026:01:02 03:04:05")])])), [.day]),
    Sample(
      "colours", Pictures.jpeg(Pictures.segment(0xE2, Array("ICC_PROFILE\0\u{1}\u{1}abc".utf8))), []
    ),
    Sample("Adobe", Pictures.jpeg(Pictures.segment(0xEE, Array("Adobe\0d".utf8))), []),
    Sample("a comment", Pictures.jpeg(Pictures.segment(0xFE, Array("made by GIMP".utf8))), []),
    Sample(
      "XMP of a program",
      Pictures.jpeg(Pictures.xmp("<a xmp:CreatorTool='Photoshop' tiff:Make=''><photoshop:City/>")),
      []),
    Sample("filling", Pictures.jpeg(after: [0, 0, 0]), []), Sample("PNG", Pictures.png(), []),
    Sample("PNG text", Pictures.png(Pictures.chunk("tEXt", Array("Software\0Figma".utf8))), []),
    Sample("PNG of Apple", Pictures.png(Pictures.chunk("iDOT", [1])), []),
    Sample("WebP", Pictures.webP(), []), Sample("GIF", Pictures.gif(), []),
    Sample("GIF comment", Pictures.gif([0x21, 0xFE, 2, 0x68, 0x69, 0]), []),
    Sample("AVIF", Pictures.avif([1, 2, 3], as: "hvc1"), []),
  ])
  func `harmless metadata stays`(sample: Sample) {
    #expect(Self.gives(sample.bytes) == sample.gives)
    #expect(PictureFacts.stripped(sample.bytes) == nil)
    #expect(PictureFacts(sample.bytes, path: "a.jpg")?.isWhole == true)
  }

  @Test func `a picture that is turned keeps that, its colours and its data`() throws {
    let profile = Pictures.segment(0xE2, Array("ICC_PROFILE\0\u{1}\u{1}abc".utf8))
    let turned = Pictures.tiff([.short(0x0112, 6), Pictures.place])
    let stripped = try #require(
      PictureFacts.stripped(Pictures.jpeg(Pictures.jfif + Pictures.exif(turned) + profile)))
    let kept = Pictures.exif(Pictures.tiff([.short(0x0112, 6)]))
    #expect(stripped == Pictures.jpeg(Pictures.jfif + kept + profile))
  }

  /// The tables of a WOFF2: the number of each with the version of its transformation, and its
  /// lengths; a number above 127 takes several bytes.
  @Test(
    arguments: [
      ([[47, 5]], true), ([[10 | 3 << 6, 5], [47, 5]], true), ([[10, 5, 5], [47, 5]], true),
      ([[0, 0x81, 0x05], [47, 5]], true), ([[1 | 1 << 6, 5, 5], [47, 5]], true),
      ([[63] + Array("fvar".utf8) + [5]], true),
      ([[63] + Array("ABCD".utf8) + [5], [47, 5]], true),
      ([[0, 5], [1, 5]], false), ([[63] + Array("ABCD".utf8) + [5]], false), ([[0, 0x81]], false),
    ] as [([[UInt8]], Bool)])
  func `a font is variable if it has a table of axes`(tables: [[UInt8]], isVariable: Bool) {
    var font = Array("wOF2".utf8) + [UInt8](repeating: 0, count: 8) + [0, UInt8(tables.count)]
    font += [UInt8](repeating: 0, count: 48 - font.count) + tables.flatMap(\.self)
    #expect(PictureFacts(font, path: "a.woff2")?.isVariableFont == isVariable)
  }

  @Test func `a PNG and a WebP keep only how they are turned`() {
    let turned = Pictures.tiff([.short(0x0112, 8), Pictures.place])
    let kept = Pictures.tiff([.short(0x0112, 8)])
    #expect(
      PictureFacts.stripped(Pictures.png(Pictures.chunk("eXIf", turned)))
        == Pictures.png(Pictures.chunk("eXIf", kept)))
    #expect(
      PictureFacts.stripped(Pictures.webP(Pictures.riff("EXIF", turned), flags: 0x2C))
        == Pictures.webP(Pictures.riff("EXIF", kept), flags: 0x28))
    #expect(
      PictureFacts.stripped(
        Pictures.webP(Pictures.riff("XMP ", Array("<a tiff:Make='C'/>".utf8)), flags: 0x14))
        == Pictures.webP(flags: 0x10))
    // What follows the end of the file is not counted in its length.
    let metadata = Pictures.webP(Pictures.riff("XMP ", Array("<a tiff:Make='C'/>".utf8)))
    #expect(PictureFacts.stripped(metadata + [0, 0, 0, 0]) == Pictures.webP() + [0, 0, 0, 0])
  }

  @Test(arguments: 1...8)
  func `width and height are those of the picture as it is shown`(orientation: Int) {
    let tiff = Pictures.tiff([.short(0x0112, orientation)])
    let shown = orientation < 5 ? [300, 200] : [200, 300]
    for bytes in [
      Pictures.jpeg(Pictures.exif(tiff)), Pictures.png(Pictures.chunk("eXIf", tiff)),
    ] {
      let size = PictureFacts(bytes, path: "a.jpg")?.size
      #expect(size.map { [$0.width, $0.height] } == shown)
    }
    // Chromium and Firefox do not turn it.
    let webP = PictureFacts(Pictures.webP(Pictures.riff("EXIF", tiff)), path: "a.webp")?.size
    #expect(webP.map { [$0.width, $0.height] } == [300, 200])
  }

  @Test func `an AVIF says its size, turned by its own property`() {
    for (isTurned, shown) in [(false, [300, 200]), (true, [200, 300])] {
      let size = PictureFacts(Pictures.avif([], isTurned: isTurned), path: "a.avif")?.size
      #expect(size.map { [$0.width, $0.height] } == shown)
    }
  }

  @Test func `an AVIF may say that its sides are as long as four bytes can say`() {
    let longest = 0xFFFF_FFFF
    let bytes = Pictures.avif([], width: longest, height: longest)
    let size = PictureFacts(bytes, path: "a.avif")?.size
    #expect(size.map { [$0.width, $0.height] } == [longest, longest])
  }

  @Test func `metadata that an AVIF lists again and again is read no more often than it has bytes`()
  {
    let item = [0, 0, 0, 0] + Pictures.tiff([Pictures.place]) + Array(repeating: 0, count: 2000)
    #expect(Self.gives(Pictures.avif(item), "a.avif") == [.place])
    #expect(Self.gives(Pictures.avif(item, copies: 9), "a.avif") == [.place, .unreadable])
  }

  @Test func `Exif in Photoshop’s metadata in Exif ends somewhere`() {
    func nested(_ depth: Int) -> [UInt8] {
      var tiff = Pictures.tiff([Pictures.place])
      for _ in 0..<depth { tiff = Pictures.tiff([.bytes(0x8649, Self.resource(0x0422, tiff))]) }
      return Pictures.png(Pictures.chunk("eXIf", tiff))
    }
    #expect(Self.gives(nested(1), "a.png") == [.place])
    #expect(Self.gives(nested(500), "a.png") == [.unreadable])
  }

  @Test func `an entry that stands twice in a directory of Exif is not trusted`() {
    let twice = Self.exif([.text(0x010F, " "), .text(0x010F, "Apple")])
    #expect(Self.gives(Pictures.jpeg(twice)) == [.unreadable])
  }

  @Test func `a size behind much metadata is found`() {
    let long = Pictures.segment(
      0xE2, Array("ICC_PROFILE\0".utf8) + Array(repeating: 7, count: 60000))
    let size = PictureFacts(Pictures.jpeg(long + long + long), path: "a.jpg")?.size
    #expect(size.map { [$0.width, $0.height] } == [300, 200])
  }

  @Test func `a picture that breaks off anywhere is read without harm, and said to be broken`() {
    for whole in [
      Pictures.jpeg(Pictures.jfif + Self.exif(Self.camera + [Pictures.place])), Pictures.png(),
      Pictures.webP(Pictures.riff("EXIF", Pictures.tiff([Pictures.place]))), Pictures.gif(),
      Pictures.avif([0, 0, 0, 0] + Pictures.tiff([Pictures.place])),
    ] {
      for count in 0..<whole.count {
        let bytes = Array(whole.prefix(count))
        let facts = PictureFacts(bytes, path: "a.jpg")
        if facts?.format == FileFormat(whole) { #expect(facts?.isWhole == false, "\(count)") }
        _ = PictureFacts.stripped(bytes)
      }
    }
  }

  @Test func `no number in a picture leads out of it`() {
    var random = SeededGenerator(seed: 7)
    for sample in Self.telling {
      for _ in 0..<200 {
        var bytes = sample.bytes
        for _ in 0..<Int.random(in: 1...4, using: &random) {
          let place = Int.random(in: 0..<bytes.count, using: &random)
          bytes[place] = [0, 1, 0x7F, 0x80, 0xFF].randomElement(using: &random) ?? 0
        }
        if let stripped = PictureFacts.stripped(bytes) { _ = PictureFacts(stripped, path: "a.jpg") }
      }
    }
  }

  @Test func `Exif that runs in a circle or out of its end is not trusted`() {
    var circle = Pictures.tiff([.text(0x0131, "x")])
    circle.replaceSubrange(circle.count - 4..<circle.count, with: [0, 0, 0, 8])
    #expect(Self.gives(Pictures.jpeg(Pictures.exif(circle))) == [.unreadable])
    #expect(
      Self.gives(Pictures.jpeg(Pictures.exif(Array("MM\0*".utf8) + [0, 0, 9, 9]))) == [.unreadable])
    #expect(Self.gives(Pictures.jpeg(Pictures.exif([]))) == [.unreadable])
  }
}
