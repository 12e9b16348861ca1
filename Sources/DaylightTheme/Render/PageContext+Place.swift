import DaylightModel
import DaylightSyntax

extension PageContext {
  /// Where the page is in the site.
  static let place = [
    Field("breadcrumbs", "the sections above") { page in
      page.entry.section.flatMap { page.site.shared.trails[$0] } ?? []
    },
    Field("section", "the section it is in") { $0.site.link($0.entry.section) },
    Field("picture", "its picture, or that of its section") {
      $0.site.picture(of: $0.entry)
    },
    Field("step", "of an article: its place in a sequence") { SequencePlace(of: $0) },
    Field("previous", "the article before it") { $0.site.link($0.neighbours.previous) },
    Field("next", "the article after it") { $0.site.link($0.neighbours.next) },
    Field("paths", "the reading paths with this page") { $0.paths },
  ]

  private var paths: [PathPlace] {
    (site.graph.paths[entry.source] ?? []).compactMap { PathPlace($0, in: site) }
  }

  private var neighbours: (previous: String?, next: String?) {
    entry.kind.traits.hasNeighbours ? site.index.neighbours(of: entry) : (nil, nil)
  }
}

/// The place of an article in a section that is a sequence.
struct SequencePlace: TemplateModel {
  let step: SiteGraph.SequenceStep
  let section: Prepared<Link>

  /// Nil for a page that is no step.
  init?(of page: PageContext) {
    guard let step = page.site.graph.steps[page.entry.source],
      let section = page.site.link(page.entry.section)
    else { return nil }
    self.step = step
    self.section = section
  }

  static let fields: [Field] =
    [
      Field("number", "which step it is") { $0.step.number },
      Field("total", "how many steps there are") { $0.step.total },
    ] + Prepared<Link>.fields { $0.section }
}

/// The place of a page on a reading path.
struct PathPlace: TemplateModel {
  let path: Prepared<Link>
  let position: Int
  let steps: [String]
  let site: ContextBuilder

  init?(_ step: SiteGraph.PathStep, in site: ContextBuilder) {
    guard let path = site.link(step.path) else { return nil }
    self.path = path
    position = step.position
    steps = site.index.steps(ofPath: step.path)
    self.site = site
  }

  static let fields: [Field] =
    Prepared<Link>.fields { $0.path } + [
      Field("number", "which step it is") { $0.position + 1 },
      Field("total", "how many steps there are") { $0.steps.count },
      Field("hasNeighbours", "it is not the only step") { $0.steps.count > 1 },
      Field("previous", "the step before it") { $0.step(at: $0.position - 1) },
      Field("next", "the step after it") { $0.step(at: $0.position + 1) },
    ]

  private func step(at position: Int) -> Prepared<Link>? {
    steps.indices.contains(position) ? site.link(steps[position]) : nil
  }
}
