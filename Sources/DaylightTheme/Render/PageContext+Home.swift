import DaylightModel
import DaylightSyntax

extension PageContext {
  /// The fields that only the home page and the not-found page have.
  static let home = [
    Field("hasSections", "there are sections") { !$0.topSections.isEmpty },
    Field("sections", "the sections of articles") { page in page.topSections.map(page.section) },
    Field("readingPaths", "the reading paths") { page in
      page.pages(.path).map {
        PathCard(card: Listing($0).card, total: page.site.index.steps(ofPath: $0.source).count)
      }
    },
    Field("checklists", "the checklists") { $0.pages(.checklist).map { Listing($0).card } },
    Field("hasChecklists", "there are checklists") { !$0.pages(.checklist).isEmpty },
  ]

  /// The fields that only the not-found page has. It contains the style sheet of the landmarks and
  /// the exit script, because it is shown at any address and cannot know where to load them from.
  static let atAnyAddress = [
    Field("leaving", "the sheet of the landmarks and the script that leaves") { $0.leaving },
    Field("contentSecurityPolicy", "the policy that allows these two by their digests") { _ in
      SecurityPolicy.notFound
    },
  ]

  private var leaving: HTML {
    let style = HTML.element("style", "<style>", content: ReaderStyle.landmarks.bytes)
    let opening: HTML = "<script data-root=\"\(site.index.root(of: entry))\">"
    let script = HTML.element("script", opening, content: ReaderScript.exit.bytes)
    return "\(style)\n\(script)"
  }

  private func pages(_ kind: PageKind) -> [PageEntry] { site.shared.pages[kind, default: []] }

  /// The sections of articles; the glossary, checklists and paths have lists of their own.
  private var topSections: [PageEntry] {
    pages(.section).filter { section in
      let members = site.index.members[section.source] ?? []
      return section.section == nil
        && members.contains { site.index[$0]?.kind.traits.isOnHome == true }
    }
  }

  private func section(_ section: PageEntry) -> HomeSection {
    let members = entry.kind == .home ? site.index.members[section.source] ?? [] : []
    return HomeSection(card: Listing(section).card, children: site.cards(members))
  }
}

/// A section on the home page.
struct HomeSection: TemplateModel {
  let card: Prepared<Card>
  let children: [Prepared<Card>]

  static let fields: [Field] =
    Prepared<Card>.fields { $0.card } + [
      Field("children", "its pages; only on the home page") { $0.children }
    ]
}

/// A reading path on the home page.
struct PathCard: TemplateModel {
  let card: Prepared<Card>
  let total: Int

  static let fields: [Field] =
    Prepared<Card>.fields { $0.card } + [Field("total", "how many steps it has") { $0.total }]
}
