import DaylightBuild
import DaylightSyntax

/// The version that a publishing took the place of, kept beside `content`: the list of its files, and
/// the bytes of those that were changed or removed, as they were online.
///
/// It is on this computer and not on the server, because a folder there may be shown to readers.
/// The bytes come from the server and not from an earlier build, so that they are what readers had,
/// whoever published it.
struct FormerVersion {
  let folder: KeptFolder
  /// What was there; empty if Daylight had put nothing there.
  let before: Manifest
  /// Files that Daylight had not put there and that the publishing replaced.
  let replaced: Manifest
  /// The list that is there while the publishing has not finished, and after it.
  let during: ContentDigest
  let after: ContentDigest
  /// Whether the publishing brought back another former version.
  let isUndo: Bool

  /// The folder of the kept files.
  var files: KeptFolder { folder["files"] }

  /// All files of the version.
  var entries: [Manifest.Entry] { before.entries + replaced.entries }

  var isEmpty: Bool { entries.isEmpty }

  /// Nil if none is kept in the folder, or not wholly.
  init?(in folder: KeptFolder) throws(BuildFailure) {
    guard let bytes = try folder.read("before"), let before = Manifest(bytes: bytes),
      let other = try folder.read("replaced"), let replaced = Manifest(bytes: other),
      let record = try folder.read("record")
    else { return nil }
    let words = String(decoding: record, as: UTF8.self).split(whereSeparator: \.isWhitespace)
    guard words.count == 4, words[0] == Self.title,
      let during = ContentDigest(hexadecimal: words[1].utf8),
      let after = ContentDigest(hexadecimal: words[2].utf8)
    else { return nil }
    self.init(
      folder: folder, before: before, replaced: replaced, during: during, after: after,
      isUndo: words[3] == "undo")
  }

  init(
    folder: KeptFolder, before: Manifest, replaced: Manifest, during: ContentDigest,
    after: ContentDigest, isUndo: Bool
  ) {
    self.folder = folder
    self.before = before
    self.replaced = replaced
    self.during = during
    self.after = after
    self.isUndo = isUndo
  }

  func save() throws(BuildFailure) {
    try folder.write(before.bytes, to: "before")
    try folder.write(replaced.bytes, to: "replaced")
    let words = [
      Self.title, during.hexadecimal, after.hexadecimal, isUndo ? "undo" : "publish",
    ]
    try folder.write(Array((words.joined(separator: " ") + "\n").utf8), to: "record")
  }

  private static let title = "daylight-former-1"
}
