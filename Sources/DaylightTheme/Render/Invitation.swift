import DaylightModel
import DaylightSyntax

/// The quiet line at the end of an article that leads to the practice.
///
/// Only where a section asks for it, and never on a page about danger: one that has a callout for
/// safety or help, or that says how to stay safe on a device. A reader in danger is led to the
/// helplines alone.
enum Invitation {
  static func link(on entry: PageEntry, _ page: Page?, in site: ContextBuilder) -> Prepared<Link>? {
    guard entry.kind == .article, let practice = site.index.entry(of: .practice),
      let page, page.callouts.isDisjoint(with: [.safety, .help]),
      entry.source != site.index.configuration.safetyPage.flatMap(site.index.target)?.source,
      isWanted(for: entry, in: site.index)
    else { return nil }
    return site.link(practice.source)
  }

  /// What the nearest section says that says anything.
  private static func isWanted(for entry: PageEntry, in index: SiteIndex) -> Bool {
    var next = entry.section
    while let section = next {
      if let invitation = index.documents[section]?.pageFields?.invitation {
        return invitation.value
      }
      next = index[section]?.section
    }
    return false
  }
}
