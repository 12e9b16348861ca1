import DaylightImport
import DaylightSyntax
import TestSupport

/// A source as a test writes it.
struct ImportedSource {
  let site: ImportedSite

  init(_ files: [String: String], kind: ForeignKind, language: String? = nil) {
    self.init(
      files.map { ForeignFile(path: $0.key, text: Array($0.value.utf8)) }, kind: kind,
      language: language)
  }

  init(_ files: [ForeignFile], kind: ForeignKind, language: String? = nil) {
    site = Importer(files, kind: kind, language: language, sourceName: "Old site").run()
  }

  subscript(path: String) -> String? {
    guard case .text(let text)? = site.files.first(where: { $0.path == path })?.content else {
      return nil
    }
    return text
  }

  /// The text of a page below its front matter.
  func body(_ path: String) -> String? {
    self[path].map { text in
      let parts = text.split(separator: "---\n", maxSplits: 2, omittingEmptySubsequences: false)
      return parts.count > 2 ? String(parts[2].drop { $0 == "\n" }) : text
    }
  }

  /// The body of one page of Markdown.
  static func body(of markdown: String, kind: ForeignKind = .markdown, as path: String = "a.md")
    -> String
  {
    let folder =
      switch kind {
      case .hugo: "content/"
      case .mkdocs: "docs/"
      case .astro: "src/content/docs/"
      default: ""
      }
    let stem = path.prefix { $0 != "." }
    let source = ImportedSource([folder + path: markdown], kind: kind)
    return source.body("content/\(stem).md") ?? ""
  }

  /// All text that a person may read: pages and report.
  var everything: String {
    site.files.map { file in
      if case .text(let text) = file.content { text } else { file.path }
    }.joined(separator: "\n") + site.report
  }
}

extension [String: [UInt8]] {
  /// The files of a folder as a source.
  var foreignFiles: [ForeignFile] {
    map { path, bytes in
      let ending = path.split(separator: ".").last.map { $0.lowercased() } ?? ""
      let isText = ForeignFile.textEndings.contains(ending)
      return ForeignFile(path: path, text: isText ? bytes : nil)
    }
  }
}
