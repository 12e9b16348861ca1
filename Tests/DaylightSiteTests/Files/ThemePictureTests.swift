import DaylightSite
import DaylightSyntax
import DaylightTheme
import Platform
import TestSupport
import Testing

/// Pictures in `templates/assets`, which are published in one size.
@Suite struct ThemePictureTests {
  private static let telling = Pictures.jpeg(
    Pictures.exif(Pictures.tiff([.text(0x010F, "Apple"), Pictures.place])))

  private func build(asset bytes: [UInt8], _ name: String) async -> SiteBuild {
    var input = SiteFixture(page: "Text.").input
    input.assets.append(SourceFile(path: "templates/assets/\(name)", bytes: bytes))
    return await SitePipeline(runner: ParallelRunner(width: 1)).build(input)
  }

  @Test func `a photograph of the theme is published without metadata`() async throws {
    let build = await build(asset: Self.telling, "tree.jpg")
    #expect(build.diagnostics.map(\.message) == [])
    let file = try #require(build.artifacts.first { $0.path.hasSuffix(".jpg") })
    #expect(file.bytes == Pictures.jpeg([]))
  }

  @Test func `a picture of the theme that its metadata turns has to be turned for good`() async {
    let build = await build(
      asset: Pictures.jpeg(Pictures.exif(Pictures.tiff([.short(0x0112, 6)]))), "tree.jpg")
    #expect(build.diagnostics.map(\.rule.id) == ["turned-picture"])
    #expect(build.diagnostics.map(\.location) == [.file("templates/assets/tree.jpg")])
  }

  @Test func `a picture of the theme in a format that keeps its metadata is held to the same`()
    async
  {
    let exif = [0, 0, 0, 0] + Pictures.tiff([.text(0x010F, "Apple"), Pictures.place])
    let build = await build(asset: Pictures.avif(exif), "tree.avif")
    #expect(build.diagnostics.map(\.rule.id) == ["picture-metadata"])
  }
}
