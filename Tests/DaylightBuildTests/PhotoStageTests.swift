import DaylightBuild
import DaylightModel
import DaylightSite
import DaylightSyntax
import DaylightTheme
import Foundation
import Platform
import Synchronization
import TestSupport
import Testing

/// Photographs in a site on disk, and what is kept of them between builds.
@Suite struct PhotoStageTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private static let cache = ".daylight/photos"

  private func picture(_ name: String) throws -> [UInt8] {
    let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    return try Array(
      Data(contentsOf: tests.appending(path: "DaylightPhotosTests/Pictures/\(name)")))
  }

  private func write(_ photos: [String: String], body: String = "Text.") throws {
    let site = SiteFixture(page: body)
    for file in site.input.content + site.input.templates + site.input.assets {
      try folder.write(file.path, file.bytes)
    }
    for (name, source) in photos { try folder.write("content/" + name, try picture(source)) }
  }

  private struct Outcome {
    let build: SiteBuild
    /// How many photographs were made, in each go.
    let made: [Int]
    let wrote: Int?

    var renditions: [String: [Rendition]] {
      build.index.value.attachments.mapValues(\.renditions)
    }
    var findings: [String] { build.diagnostics.map { "\($0.rule.id): \($0.message)" } }
  }

  private func build(keeping: Bool = true) async throws -> Outcome {
    let made = Mutex<[Int]>([])
    let builder = SiteBuilder(
      site: folder.path, options: BuildOptions(now: SiteFixture.today),
      pipeline: SitePipeline(runner: ParallelRunner(width: 2)), keepsPhotos: keeping
    ) { count in made.withLock { $0.append(count) } }
    let staging = try await OutputStaging.open(output: folder["public"], giveUpAfter: .zero)
    let build = try await builder.build(into: staging)
    let commit = build.hasErrors ? nil : try await builder.commit(build, in: staging)
    return Outcome(
      build: build, made: made.withLock { $0 }, wrote: commit?.summary.written)
  }

  private func names(in name: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder[name])) ?? []).sorted()
  }

  private func bytes(_ name: String) throws -> [UInt8] {
    try Array(Data(contentsOf: URL(filePath: folder[name])))
  }

  @Test func `a photograph is published upright and without metadata, and never as it came`()
    async throws
  {
    try write(["phone.jpg": "phone.jpg"], body: "![A bench](phone.jpg)")
    let first = try await build()
    #expect(first.findings == [])
    let page = try #require(folder.text("public/page/index.html"))
    let address =
      #/<picture><source type="image/webp" srcset="\.\./(?<webp>phone\.[0-9a-f]{16}\.webp) 480w"/#
    let webP = try #require(page.firstMatch(of: address)?.webp)
    #expect(page.contains(#"<img src="../phone.jpg" alt="A bench" width="480" height="640""#))
    let published = try bytes("public/phone.jpg")
    #expect(try published != picture("phone.jpg"))
    for file in [published, try bytes("public/\(webP)")] {
      let parts = try #require(PictureParts(file)).names
      #expect(!parts.contains { $0.hasPrefix("APP1") || $0 == "COM" || $0 == "EXIF" }, "\(parts)")
    }
    #expect(PictureFacts(published, path: "a.jpg")?.size == ImageSize(width: 480, height: 640))
  }

  @Test func `a photograph is made once, and then taken from what was kept`() async throws {
    try write(["a.jpg": "phone.jpg", "b.png": "notes.png", "again.jpg": "phone.jpg"])
    let first = try await build()
    #expect(first.made == [2])
    try folder.write("content/page.md", "---\ntitle: Page\n---\nOther text.\n")
    let second = try await build()
    #expect(second.made == [])
    #expect(second.renditions == first.renditions)
    #expect(second.wrote == 1)
  }

  @Test func `what is kept is not believed if it was changed or cut off`() async throws {
    try write(["a.jpg": "phone.jpg"])
    let first = try await build()
    let kept = names(in: Self.cache)
    #expect(kept.count == 3)
    for name in kept {
      let before = try bytes("\(Self.cache)/\(name)")
      try folder.write("\(Self.cache)/\(name)", Array(before.dropLast()))
      #expect(try await build().made == [1], "\(name) is cut off")
      try folder.write("\(Self.cache)/\(name)", before.map { $0 == before[20] ? 0 : $0 })
      let again = try await build()
      #expect(again.made == [1], "\(name) was changed")
      #expect(again.renditions == first.renditions)
      try folder.remove("\(Self.cache)/\(name)")
      #expect(try await build().made == [1], "\(name) is gone")
      #expect(try bytes("\(Self.cache)/\(name)") == before)
    }
  }

  @Test func `what is no longer used is removed`() async throws {
    try write(["a.jpg": "phone.jpg", "b.png": "notes.png"])
    _ = try await build()
    let both = names(in: Self.cache)
    try folder.remove("content/a.jpg")
    _ = try await build()
    let one = names(in: Self.cache)
    #expect(!one.isEmpty && one.count < both.count)
    #expect(Set(one).isSubset(of: both))
    #expect(names(in: "public").filter { $0.hasPrefix("a.") } == [])
    try folder.remove("content/b.png")
    _ = try await build()
    #expect(names(in: Self.cache) == [])
  }

  @Test func `a site without photographs keeps nothing`() async throws {
    try write([:])
    #expect(try await build().made == [])
    #expect(names(in: ".daylight") == [])
  }

  @Test func `a check makes the same and keeps nothing`() async throws {
    try write(["a.jpg": "phone.jpg"])
    let check = try await build(keeping: false)
    #expect(check.made == [1])
    #expect(names(in: ".daylight") == [])
    let build = try await build()
    #expect(
      check.renditions["content/a.jpg"]?.map(\.path)
        == build.renditions["content/a.jpg"]?.map(\.path))
  }

  @Test func `a folder that cannot be written to costs only time`() async throws {
    try write(["a.jpg": "phone.jpg"])
    try folder.write(".daylight", "a file in its place")
    let build = try await build()
    #expect(build.findings == [])
    #expect(names(in: "public").filter { $0.hasPrefix("a.") }.count == 2)
  }

  @Test(arguments: [
    (
      "print.jpg",
      "unusable-picture: ‘a.jpg’ has colours for print (CMYK), which screens show wrong"
    ),
    ("moving.png", "moving-picture: ‘a.png’ moves, and readers cannot stop it"),
    (
      "bomb.png",
      "unusable-picture: ‘a.png’ has 900000 × 900000 pixels, more than 110 million"
    ),
  ])
  func `what cannot be published is an error at its file`(source: String, message: String)
    async throws
  {
    let name = "a." + (source.split(separator: ".").last ?? "")
    try write([name: source])
    let build = try await build()
    #expect(build.findings == [message])
    #expect(build.build.diagnostics.map(\.location) == [.file("content/\(name)")])
    #expect(names(in: "public") == [])
  }

  @Test func `a damaged photograph is an error, and is not kept`() async throws {
    try write([:])
    var bytes = try picture("palette.png")
    let data = try #require(bytes.offset(of: "IDAT".utf8))
    for place in data + 6..<data + 14 { bytes[place] ^= 0x55 }
    try folder.write("content/a.png", bytes)
    #expect(
      try await build().findings == ["broken-picture: ‘a.png’ is damaged and cannot be shown"])
    #expect(names(in: Self.cache) == [])
  }

  @Test func `one that has a place in it, too, is one error`() async throws {
    try write([:])
    let exif = Pictures.exif(Pictures.tiff([Pictures.place]))
    let bytes = try picture("print.jpg")
    try folder.write("content/a.jpg", bytes.prefix(2) + exif + bytes.dropFirst(2))
    #expect(try await build().build.diagnostics.map(\.rule.id) == ["unusable-picture"])
  }

  @Test func `a PNG that is called a JPEG is named, and not made`() async throws {
    try write(["a.jpg": "notes.png"])
    let build = try await build()
    #expect(build.findings == ["misnamed-file: ‘a.jpg’ is a PNG picture"])
    #expect(build.made == [])
  }
}
