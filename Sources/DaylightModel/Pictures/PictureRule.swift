package import DaylightSyntax

/// Checks pictures and fonts by what is known of their bytes.
package enum PictureRule: SiteRule {
  /// The files beside the pages.
  package static func check(_ index: SiteIndex) -> [Diagnostic] {
    index.attachments.values.sorted { $0.path < $1.path }.flatMap(check)
  }

  /// Those of the theme.
  package static func check(_ assets: [SourceFile]) -> [Diagnostic] {
    assets.flatMap { asset in
      let facts = PictureFacts(asset.bytes, path: asset.path)
      let file = AttachedFile(
        path: asset.path, size: asset.bytes.count, head: asset.bytes, version: 0, picture: facts)
      return check(file, isOfTheme: true)
    }
  }

  private static func check(_ file: AttachedFile) -> [Diagnostic] { check(file, isOfTheme: false) }

  private static func check(_ file: AttachedFile, isOfTheme: Bool) -> [Diagnostic] {
    let path = file.path
    if let facts = file.picture, let promised = FileFormat.promised(by: path) {
      if facts.format == .empty { return [.emptyPicture(path)] }
      if !promised.contains(facts.format) { return [.misnamedFile(path, facts.format)] }
      if !facts.isWhole { return [.brokenPicture(path)] + metadata(of: file, facts, isOfTheme) }
      if facts.isMoving { return [.movingPicture(path)] }
      if let problem = file.problem { return [.unusable(path, problem)] }
      return metadata(of: file, facts, isOfTheme) + weight(of: file, facts)
    }
    guard FileName(path).ending == "svg" else { return [] }
    let format = FileFormat(file.head)
    if format == .empty { return [.emptyPicture(path)] }
    if format != .svg { return [.misnamedFile(path, format)] }
    return file.size > warningSize ? [.largePicture(path, file.size)] : []
  }

  /// Photographs beside pages are published without any, and so is what the theme has in the same
  /// formats.
  private static func metadata(
    of file: AttachedFile, _ facts: PictureFacts, _ isOfTheme: Bool
  ) -> [Diagnostic] {
    if isOfTheme, PictureFacts.losesMetadata(facts.format) {
      return facts.orientation == 1 ? [] : [.turnedPicture(file.path)]
    }
    guard file.renditions.isEmpty, !facts.reasons.isEmpty else { return [] }
    return [.pictureMetadata(file.path, facts.reasons)]
  }

  /// That of the largest file which a reader may get.
  private static func weight(of file: AttachedFile, _ facts: PictureFacts) -> [Diagnostic] {
    guard facts.format.isPicture else { return [] }
    let offered = file.renditions.filter { $0.format == file.renditions.first?.format }
    let size = offered.map(\.byteCount).max() ?? file.size
    return size > warningSize ? [.largePicture(file.path, size, isMade: !offered.isEmpty)] : []
  }

  /// In bytes. At the speed of a weak signal, 50 kB a second, this takes ten seconds, and the largest
  /// forty: longer than a reader in danger can keep a page open.
  static let warningSize = 500_000
  static let largestSize = 2_000_000
}
