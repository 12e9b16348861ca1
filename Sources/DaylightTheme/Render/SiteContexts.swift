import DaylightModel
import DaylightSyntax

/// The site as pages see it, made once for all pages of a section.
///
/// A class, because a value of this size would be copied for each page.
final class SiteContexts: Sendable {
  private let index: SiteIndex
  private let navigation: Set<String>
  /// By the section’s `source`; nil for pages outside of all sections.
  private let sections: [String?: Prepared<SiteContext>]

  init(_ index: SiteIndex) {
    self.index = index
    navigation = Set(index.navigation.map(\.source))
    let sections = Set(index.entries.map(\.section) + [nil]).map { section in
      (section, Prepared(SiteContext(index: index, viewer: section.flatMap { index[$0] })))
    }
    self.sections = Dictionary(sections, uniquingKeysWith: { first, _ in first })
  }

  func seen(from entry: PageEntry) -> Prepared<SiteContext> {
    if !navigation.contains(entry.source), let site = sections[entry.section] { return site }
    return Prepared(SiteContext(index: index, viewer: entry))
  }

  /// Everything but the navigation.
  var fixed: TemplateObject {
    var site = Prepared(SiteContext(index: index, viewer: nil)).object
    site[.navigation] = nil
    return site
  }
}
