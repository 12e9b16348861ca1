package import DaylightSyntax

/// The theme that the program carries with it: what a site uses where it has no file of its own.
package enum BuiltInTheme {
  /// By paths such as `templates/article.mustache`, in their order.
  package static let files: [SourceFile] = EmbeddedFiles.paths(of: "templates/")
    .compactMap(EmbeddedFiles.file)

  /// Nil if the theme has no such file.
  package static func file(_ path: String) -> SourceFile? { files.first { $0.path == path } }

  /// The language tags, without a region, in which the theme has its words.
  package static let languages: [String] = files.compactMap { file in
    let (folder, ending) = ("templates/strings/", ".yaml")
    guard file.path.hasPrefix(folder), file.path.hasSuffix(ending) else { return nil }
    return String(file.path.dropFirst(folder.count).dropLast(ending.count))
  }
}
