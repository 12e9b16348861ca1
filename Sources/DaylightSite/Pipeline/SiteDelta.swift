import DaylightModel
import DaylightSyntax

/// What is different from the previous build.
///
/// It is determined once and given to every stage, together with the previous result of that stage.
package struct SiteDelta: Sendable {
  /// The documents with new bodies, ascending; nil if anything else in the content or the options
  /// has changed too.
  let bodies: [DocumentID]?
  /// Whether templates and assets are the same, and their words are in the same language.
  let hasSameTheme: Bool

  /// Whether only bodies changed: the same files are then published, made from the same templates.
  package var isOnlyBodies: Bool { bodies != nil && hasSameTheme }

  /// If the previous build was not rendered, everything counts as changed, because the last
  /// rendering is older.
  init(from before: SiteBuild?, to parsed: ParsedSources) {
    guard let before, before.rendered != nil else {
      (bodies, hasSameTheme) = (nil, false)
      return
    }
    bodies = parsed.hasSameContent(as: before.parsed) ? parsed.documents.computed : nil
    hasSameTheme = parsed.hasSameTheme(as: before.parsed)
  }
}

extension ParsedSources {
  /// Whether everything but the bodies of documents is the same.
  fileprivate func hasSameContent(as before: Self) -> Bool {
    documents.count == before.documents.count && input.options == before.input.options
      && configuration == before.configuration && strings == before.strings && data == before.data
      && input.attachments == before.input.attachments && strayPages == before.strayPages
      && documents.computed.allSatisfy { id in
        let document = documents.values[id]
        let old = before.document(document.file.path)
        return old?.frontMatter == document.frontMatter && old?.kind == document.kind
          && old?.shown == document.shown
      }
  }

  fileprivate func hasSameTheme(as before: Self) -> Bool {
    input.templates == before.input.templates && input.assets == before.input.assets
      && input.attachedText == before.input.attachedText
      && configuration.language == before.configuration.language && hasSameBrand(as: before)
  }

  /// The files and the name of a brand are looked up while the theme is made.
  private func hasSameBrand(as before: Self) -> Bool {
    configuration.brand == before.configuration.brand
      && (configuration.brand == nil
        || input.attachments == before.input.attachments
          && configuration.name == before.configuration.name)
  }
}
