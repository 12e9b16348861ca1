import DaylightModel
package import DaylightSyntax

/// Flags pages that are copies of others, left by a program or by somebody who wanted to be careful.
enum CopyRule: SiteRule {
  static func check(_ index: SiteIndex) -> [Diagnostic] {
    index.entries.compactMap { entry in
      guard let copy = copy(entry.source) else { return nil }
      let original = index[copy.path]
      switch copy.certainty {
      case .sure: break
      case .withOriginal: if original == nil { return nil }
      case .withSameTitle: if original?.title != entry.title { return nil }
      }
      return .copiedPage(entry.source, of: copy.name, isThere: original != nil)
    }
  }

  private static func copy(
    _ source: String
  ) -> (path: String, name: String, certainty: CopyName.Certainty)? {
    guard source.hasSuffix(".md") else { return nil }
    let start = source.utf8.lastIndex(of: UInt8(ascii: "/")).map(source.utf8.index(after:))
    let folder = source[..<(start ?? source.startIndex)]
    let name = source[folder.endIndex...].dropLast(".md".count)
    return CopyName(String(name)).map {
      (folder + $0.original + ".md", $0.original + ".md", $0.certainty)
    }
  }
}

extension Rule {
  package static let copiedPage = Rule(
    "copied-page", .error, "A page whose name is that of a copy.",
    why: "A copy becomes a second page. Search engines show either, and a correction to the one "
      + "never reaches readers of the other.",
    bad: "content/signs/partners - Copy.md", good: "content/signs/partners.md",
    fix: "Delete the copy, or give it a name of its own if it is another page.", in: .files)
}

extension Diagnostic {
  fileprivate static func copiedPage(_ source: String, of name: String, isThere: Bool) -> Self {
    let own = source.dropFirst("content/".utf8.count)
    return Diagnostic(
      .copiedPage,
      "‘\(own)’ looks like a copy" + (isThere ? " of ‘\(name)’, and would be a second page" : ""),
      at: .file(source),
      help: isThere
        ? "delete it; or give it a name of its own, if it is another page"
        : "rename it ‘\(name)’, or delete it")
  }
}
