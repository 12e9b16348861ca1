import DaylightModel
import DaylightSyntax
import DaylightTheme

/// The pages that already have errors, and the files whose content does not match their names. All
/// others are rendered and audited, so that one run reports everything there is to fix. What the
/// audit finds in these may only follow from the known errors.
struct PagesInError: Sendable, Equatable {
  /// Their paths in the output.
  private var paths: Set<String> = []

  /// Nil if an error may affect every page, so that none can be checked.
  init?(_ errors: [Diagnostic], _ index: SiteIndex, _ assets: AssetCatalog) {
    /// By `source`.
    var pages: Set<String> = []
    for error in errors {
      guard let source = error.location?.path, error.rule != .addressCollision else { return nil }
      if let page = index[source] {
        paths.insert(page.route.outputPath)
        let old = index.documents[source]?.common.oldAddresses ?? []
        paths.formUnion(old.map { Redirect.outputPath(of: $0.value) })
        pages.insert(source)
      } else if Self.isOfContent(error.rule), let file = index.attachments[source] {
        paths.insert(file.publishedPath)
      } else if let asset = assets.published[String(source.dropFirst("templates/".utf8.count))] {
        paths.insert(asset)
      } else if error.rule == .missingPage || Self.isNeeded(index.strays[source]?.properPath)
        || Self.shapesPages(source)
      {
        return nil
      }
    }
    guard !pages.isEmpty else { return }
    for entry in index.entries where entry.kind.traits.content == .booklet {
      guard let path = entry.section else { continue }
      if !pages.isDisjoint(with: [path] + index.parts(ofPath: path)) {
        paths.insert(entry.route.outputPath)
      }
    }
  }

  var isEmpty: Bool { paths.isEmpty }

  func contains(_ path: String) -> Bool { paths.contains(path) }

  /// Whether the audit would find in a file only what the rule has found already.
  private static func isOfContent(_ rule: Rule) -> Bool {
    [Rule.misnamedFile, .brokenPicture, .pictureMetadata, .unusablePicture, .movingPicture]
      .contains(rule)
  }

  /// Whether all pages link to the page.
  private static func isNeeded(_ path: String?) -> Bool {
    ["content/index.md", "content/help.md", "content/404.md"].contains(path)
  }

  /// Whether every page is made from the file.
  private static func shapesPages(_ source: String) -> Bool {
    ["content/site.yaml", "content/help.yaml"].contains(source)
      || source.hasPrefix("templates/") && !source.hasPrefix("templates/assets/")
  }
}
