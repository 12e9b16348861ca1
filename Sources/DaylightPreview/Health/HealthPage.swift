import DaylightModel
import DaylightPages
import DaylightSite
import DaylightSyntax
import DaylightTheme

/// The page about one build of a site: what is better seen than read.
struct HealthPage {
  private let build: SiteBuild
  private let laps: [BuildClock.Lap]
  private let editor: EditorLink

  init(_ build: SiteBuild, laps: [BuildClock.Lap], editor: EditorLink) {
    self.build = build
    self.laps = laps
    self.editor = editor
  }

  private var index: SiteIndex { build.index.value }

  var html: HTML {
    let name = index.configuration.name.value
    return """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>How the site is doing</title>
      <link rel="icon" href="data:,">
      <link rel="stylesheet" href="/_daylight/health.css">
      <script src="/_daylight/preview.js" defer data-page="" data-digest="" data-revision="0"></script>
      </head>
      <body>
      <header>
      <p><a href="/">\(name)</a></p>
      <h1>How the site is doing</h1>
      \(figures)
      </header>
      <main>
      \(section("map", "The map", map))
      \(section("reading", "How hard it is to read", reading))
      \(section("reviews", "Reviews", reviews))
      \(section("check", "For a person to check", ManualChecks(build, editor: editor).html))
      \(section("words", "Words of the glossary", words))
      \(section("weights", "How large the pages are", weights))
      \(section("build", "The last build", timings))
      </main>
      </body>
      </html>

      """
  }

  private func section(_ id: String, _ title: String, _ content: HTML) -> HTML {
    """
    <section aria-labelledby="\(id)">
    <h2 id="\(id)">\(title)</h2>
    \(content)
    </section>
    """
  }

  private var figures: HTML {
    let findings = build.findings
    let figures: [(Int, String)] = [
      (index.entries.count, "pages"), (index.glossary.terms.count, "words explained"),
      (build.statistics.links, "links"), (build.statistics.glossaryLinks, "links to words"),
      (findings.errors.count, "errors"), (findings.warnings.count, "warnings"),
      (findings.notes.counts.total, "notes"),
    ]
    let items: [HTML] = figures.map { "<div><dt>\($1)</dt><dd>\($0)</dd></div>" }
    return "<dl class=\"figures\">\n\(items)\n</dl>"
  }

  private var map: HTML {
    let map = SiteMap(build)
    let groups: [HTML] = map.groups.enumerated().map { number, group in
      "<li class=\"\(SiteMapDrawing.colour(number))\">\(group.title) \(group.nodes.count)</li>"
    }
    let words: HTML =
      map.terms.isEmpty ? "" : "<li class=\"word\">Words \(map.terms.count)</li>"
    let orphans: [HTML] = map.orphans.prefix(100).map {
      "<li><a href=\"\($0.address)\">\($0.title)</a></li>"
    }
    let isDrawn =
      map.nodes.count <= SiteMapDrawing.mostNodes && map.linkCount <= SiteMapDrawing.mostLinks
    let picture: HTML =
      isDrawn
      ? SiteMapDrawing(map).html
      : "<p>The site is too large to draw: \(map.nodes.count) pages and words.</p>"
    return """
      <p class="lead">Every line is a link from one text to another. Point at a dot to see its own; \
      larger dots have more links to them.</p>
      \(picture)
      <ul class="legend">\(groups)\(words)\
      \(map.orphans.isEmpty ? "" : "<li class=\"orphan\">No text links here</li>" as HTML)</ul>
      <h3>\(map.orphans.isEmpty
        ? "Every page is linked from some text." : "No text links to these: \(map.orphans.count)")</h3>
      \(orphans.isEmpty ? "" : "<ul class=\"names\">\(orphans)</ul>" as HTML)
      """
  }

  private var reading: HTML {
    guard let formula = index.language.readingFormula, formula.isGrade else {
      return "<p>For the language of this site there is no formula that gives years of school.</p>"
    }
    let bars = index.entries.compactMap { entry -> (grade: Double, bar: BarChart.Bar)? in
      guard !entry.kind.traits.isTerm, let sections = build.page(entry.source)?.readability
      else { return nil }
      let graded = sections.compactMap { section in
        formula.score(of: section.measure).map {
          (grade: $0, words: Double(section.measure.words))
        }
      }
      let words = graded.reduce(0) { $0 + $1.words }
      guard words > 0 else { return nil }
      let mean = graded.reduce(0) { $0 + $1.grade * $1.words } / words
      let hardest = graded.map(\.grade).max() ?? mean
      return (
        hardest,
        BarChart.Bar(
          name: entry.title, address: entry.previewAddress, value: mean,
          text: mean.oneDecimal, dot: hardest, isMarked: hardest > formula.limit)
      )
    }
    guard !bars.isEmpty else { return "<p>No text is long enough yet to be measured.</p>" }
    return """
      <p class="lead">The years of school that each page requires. The bar is the whole page, the \
      dot its hardest section, the line grade \(formula.limit). The hardest come first.</p>
      \(BarChart(
        bars: bars.enumerated().sorted { ($1.element.grade, $0.offset) < ($0.element.grade, $1.offset) }
          .map(\.element.bar), limit: formula.limit).html)
      """
  }

  private var reviews: HTML {
    var events: [Timeline.Event] = []
    var without = 0
    for entry in index.entries {
      guard let document = index.documents[entry.source] else { continue }
      if let due = document.reviewFields.reviewBy {
        events.append(
          .init(name: entry.title, address: entry.previewAddress, day: due.value))
      } else if entry.kind.traits.isReviewed {
        without += 1
      }
    }
    events.sort { $0.day < $1.day }
    let open: [HTML] = ReviewList(build).items.filter { $0.concern != .due }.map { item in
      let page: HTML =
        index[item.page].map { "<a href=\"\($0.previewAddress)\">\(item.page)</a>" }
        ?? "\(item.page)"
      return "<li>\(item.concern.rawValue): \(page), \(item.message)</li>"
    }
    let asking: HTML = open.isEmpty ? "" : "<ul class=\"names\">\(open)</ul>"
    let missing: HTML =
      without == 0
      ? ""
      : "<p>\(without.counted("article has", "articles have")) no date for the next review.</p>"
    guard !events.isEmpty else {
      return missing.isEmpty && open.isEmpty
        ? "<p>No review is planned.</p>" : "\(asking)\(missing)"
    }
    let late = events.count { $0.day < index.now }
    return """
      <p class="lead">\(late == 0 ? "No review is late." : "\(late.counted("review is", "reviews are")) late.")
      \(events.count.counted("review is", "reviews are")) on the timeline.</p>
      \(Timeline(events: events, today: index.now).html)
      \(asking)
      \(missing)
      """
  }

  private var words: HTML {
    let uses = build.related.graph.uses
    let terms = index.glossary.terms.map { (term: $0, pages: uses[$0.slug]?.count ?? 0) }
    guard !terms.isEmpty else { return "<p>The glossary is empty.</p>" }
    let bars = terms.sorted { ($1.pages, $0.term.slug) < ($0.pages, $1.term.slug) }.map { use in
      BarChart.Bar(
        name: use.term.name, address: index[use.term.source]?.previewAddress,
        value: Double(use.pages), text: use.pages == 0 ? "not used" : "\(use.pages)",
        isMarked: use.pages == 0)
    }
    return """
      <p class="lead">The number of pages whose text uses each word.</p>
      \(BarChart(bars: bars).html)
      """
  }

  private var weights: HTML {
    guard let artifacts = build.rendered?.artifacts.values else {
      return "<p>The sizes are shown again once there are no errors.</p>"
    }
    let sizes = Dictionary(
      index.attachments.values.map { ($0.path, $0.size) }, uniquingKeysWith: { first, _ in first })
    let weighed = artifacts.map { artifact in
      switch artifact.content {
      case .bytes(let bytes): (path: artifact.path, bytes: bytes.count)
      case .copy(let source): (path: artifact.path, bytes: sizes[source] ?? 0)
      case .staged(_, let size): (path: artifact.path, bytes: size)
      }
    }
    let titles = Dictionary(
      index.entries.map { ($0.route.outputPath, $0) }, uniquingKeysWith: { first, _ in first })
    let pages = weighed.compactMap { file in
      titles[file.path].map { entry in
        let pictures = build.page(entry.source)?.files.reduce(0) { $0 + (sizes[$1] ?? 0) } ?? 0
        return (entry: entry, bytes: file.bytes + pictures)
      }
    }
    let bars = pages.sorted { ($1.bytes, $0.entry.route) < ($0.bytes, $1.entry.route) }.map {
      BarChart.Bar(
        name: $0.entry.title, address: $0.entry.previewAddress,
        value: Double($0.bytes), text: kilobytes($0.bytes))
    }
    let total = weighed.reduce(0) { $0 + $1.bytes }
    return """
      <p class="lead">The whole site has \(weighed.count.counted("file")) and \(kilobytes(total)), \
      before a host compresses them. Pages are counted with their pictures; the largest come \
      first.</p>
      \(BarChart(bars: bars, most: 12).html)
      """
  }

  private func kilobytes(_ bytes: Int) -> String { "\((Double(bytes) / 1000).oneDecimal) kB" }

  private var timings: HTML {
    let statistics = build.statistics
    let work = """
      \(statistics.read) read, \(statistics.assembled) assembled and \(statistics.rendered) \
      rendered, of \(statistics.pages.counted("page")).
      """
    guard !laps.isEmpty else { return "<p>\(work)</p>" }
    let bars = laps.map { lap in
      let milliseconds = lap.duration / .milliseconds(1)
      return BarChart.Bar(
        name: lap.name, value: milliseconds, text: "\(milliseconds.oneDecimal) ms")
    }
    let total = laps.reduce(Duration.zero) { $0 + $1.duration } / .milliseconds(1)
    return """
      <p class="lead">It took \(total) ms: \(work)</p>
      \(BarChart(bars: bars).html)
      """
  }
}
