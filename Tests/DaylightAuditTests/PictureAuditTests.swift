import DaylightAudit
import DaylightSyntax
import Foundation
import Testing

/// Finished pictures; those with something hidden in them are among the planted violations.
@Suite struct PictureAuditTests {
  private func bytes(_ name: String) throws -> [UInt8] {
    let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    return try Array(
      Data(contentsOf: tests.appending(path: "DaylightPhotosTests/Pictures/\(name)")))
  }

  private func messages(_ file: AuditedFile) -> [String] {
    OutputAudit.check([file], policy: .example).map(\.message)
  }

  @Test(arguments: [
    "corners.jpg", "wide.jpg", "gray.jpg", "display-p3.jpg", "palette.png", "clear.png",
    "moving.png", "drawn.webp", "moving.webp",
  ])
  func `a picture that is only what it shows is silent`(name: String) throws {
    #expect(messages(AuditedFile(path: "a/\(name)", bytes: try bytes(name))) == [])
  }

  @Test func `all that is hidden in a picture is named`() throws {
    #expect(
      messages(AuditedFile(path: "a/phone.jpg", bytes: try bytes("phone.jpg"))) == [
        "‘a/phone.jpg’ contains what nobody sees and anybody can read: ‘APP1 Exif’, "
          + "‘APP1 http://ns.adobe.com/xap/1.0/’, ‘COM’"
      ])
  }

  @Test func `of a picture that is not in memory the names of its parts are enough`() throws {
    let parts = PictureParts(try bytes("phone.webp"))
    #expect(
      messages(AuditedFile(path: "a.webp", bytes: [], parts: parts)) == [
        "‘a.webp’ contains what nobody sees and anybody can read: ‘EXIF’, ‘XMP ’"
      ])
    let clean = PictureParts(try bytes("drawn.webp"))
    #expect(messages(AuditedFile(path: "a.webp", bytes: [], parts: clean)) == [])
  }

  @Test func `a picture that nobody has read is not published`() {
    #expect(
      messages(AuditedFile(path: "a.jpg", bytes: [])) == [
        "‘a.jpg’ is no JPEG, PNG or WebP that can be read, so nobody knows what it contains"
      ])
  }
}
