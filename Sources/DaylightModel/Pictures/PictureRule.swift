package import DaylightSyntax

/// Checks pictures and fonts by what is known of their bytes.
package enum PictureRule: SiteRule {
  /// The files beside the pages.
  package static func check(_ index: SiteIndex) -> [Diagnostic] {
    index.attachments.values.sorted { $0.path < $1.path }.flatMap {
      check($0.path, size: $0.size, $0.picture, head: $0.head)
    }
  }

  /// Those of the theme.
  package static func check(_ assets: [SourceFile]) -> [Diagnostic] {
    assets.flatMap {
      check(
        $0.path, size: $0.bytes.count, PictureFacts($0.bytes, path: $0.path), head: $0.bytes)
    }
  }

  private static func check(
    _ path: String, size: Int, _ facts: PictureFacts?, head: [UInt8]
  ) -> [Diagnostic] {
    if let facts, let promised = FileFormat.promised(by: path) {
      if facts.format == .empty { return [.emptyPicture(path)] }
      if !promised.contains(facts.format) { return [.misnamedFile(path, facts.format)] }
      var found: [Diagnostic] = []
      if !facts.isWhole { found.append(.brokenPicture(path)) }
      if !facts.reasons.isEmpty { found.append(.pictureMetadata(path, facts.reasons)) }
      if facts.format.isPicture, size > warningSize { found.append(.largePicture(path, size)) }
      return found
    }
    guard FileName(path).ending == "svg" else { return [] }
    let format = FileFormat(head)
    if format == .empty { return [.emptyPicture(path)] }
    if format != .svg { return [.misnamedFile(path, format)] }
    return size > warningSize ? [.largePicture(path, size)] : []
  }

  /// In bytes. At the speed of a weak signal, 50 kB a second, this takes ten seconds, and the largest
  /// forty: longer than a reader in danger can keep a page open.
  fileprivate static let warningSize = 500_000
  fileprivate static let largestSize = 2_000_000
}

extension Rule {
  package static let pictureMetadata = Rule(
    "picture-metadata", .error, "A picture whose metadata reveals what readers do not see.",
    why: "Cameras write where, when and with what a picture was taken into its file, where anybody "
      + "can read it. It may be the home of a therapist or a client.",
    bad: "content/bench.jpg, with the place where it was taken",
    good: "content/bench.jpg, without metadata",
    fix: "Run `daylight check --fix`. It removes the metadata and does not change the picture.",
    in: .files)
  package static let misnamedFile = Rule(
    "misnamed-file", .error, "A picture or font whose bytes are not what its name says.",
    why: "Pictures are published by their names, unread. A page under the name of a picture would "
      + "slip past every check, and browsers refuse to show it.",
    bad: "content/leaf.jpg, which is a PNG picture", good: "content/leaf.png",
    fix: "Rename the file as the message says, or export the picture again.", in: .files)
  package static let brokenPicture = Rule(
    "broken-picture", .error, "A picture that is empty or cut off before its end.",
    why: "Readers would see a gap, or half a picture.",
    bad: "content/bench.jpg, of 0 bytes", good: "content/bench.jpg, whole",
    fix: "Copy the picture again from where it came.", in: .files)
  package static let largePicture = Rule(
    "large-picture", .warning, "A picture of more than 500 kB; of more than 2 MB it is an error.",
    why:
      "On a weak signal 500 kB take ten seconds. Readers in danger may not have more, and many pay "
      + "for each megabyte.",
    bad: "content/bench.jpg, of 6.5 MB", good: "content/bench.jpg, of 200 kB",
    fix: "Export it at most 1600 pixels wide, as a JPEG of medium quality or as WebP.", in: .files,
    formerIDs: ["heavy-picture"])
}

extension Diagnostic {
  /// As an author calls it: `a/leaf.jpg`, `templates/assets/leaf.jpg`.
  private static func name(_ path: String) -> String {
    path.hasPrefix("content/") ? String(path.dropFirst("content/".utf8.count)) : path
  }

  fileprivate static func pictureMetadata(_ path: String, _ gives: [Revelation]) -> Self {
    let phrases = gives.map(\.phrase)
    let list =
      phrases.count < 2
      ? phrases.joined()
      : phrases.dropLast().joined(separator: ", ") + " and " + (phrases.last ?? "")
    return Diagnostic(
      .pictureMetadata, "‘\(name(path))’ reveals \(list)", at: .file(path),
      help: "run ‘daylight check --fix’, which removes that and does not change the picture")
  }

  fileprivate static func misnamedFile(_ path: String, _ format: FileFormat) -> Self {
    let file = FileName(path)
    let folder = path.dropLast(file.text.count)
    let stem = file.text.dropLast(file.ending.count)
    let help: String
    if let ending = format.ending {
      help = "rename it ‘\(stem)\(ending)’, and the same where pages or styles name it"
    } else if format == .page {
      help = "what was saved is the page around the picture: save the picture itself"
    } else if format.isPicture {
      help = "export the picture as JPEG, and put that here"
    } else {
      help = "put the picture or font itself here, or move the file out of ‘\(folder.dropLast())’"
    }
    return Diagnostic(
      .misnamedFile, "‘\(name(path))’ is \(format.noun)", at: .file(path), help: help)
  }

  fileprivate static func emptyPicture(_ path: String) -> Self {
    Diagnostic(
      .brokenPicture, "‘\(name(path))’ is empty", at: .file(path),
      help: "copy it again from where it came, or delete it")
  }

  fileprivate static func brokenPicture(_ path: String) -> Self {
    Diagnostic(
      .brokenPicture, "‘\(name(path))’ is cut off before its end", at: .file(path),
      help: "copy it again from where it came: a part is missing")
  }

  fileprivate static func largePicture(_ path: String, _ size: Int) -> Self {
    let isTooLarge = size > PictureRule.largestSize
    let weight =
      size < 1_000_000
      ? "\(size / 1000) kB"
      : "\(size / 1_000_000),\(size / 100_000 % 10) MB"
        .replacing(",", with: ".")
    var finding = Diagnostic(
      .largePicture,
      "‘\(name(path))’ is \(weight): \(size / 50_000) seconds on a weak signal", at: .file(path),
      help: (FileName(path).ending == "svg"
        ? "simplify the drawing, or export it as PNG" : "export it at most 1600 pixels wide")
        + ", below 500 kB"
        + (isTooLarge ? "; pictures above 2 MB are not published" : ""))
    if isTooLarge { finding.severity = .error }
    return finding
  }
}
