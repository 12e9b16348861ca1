import DaylightAudit
import DaylightModel
import DaylightPages
import DaylightSyntax
import DaylightTheme

/// Makes the pages that are open in a browser from what has changed, and from what the last build
/// knew of all other pages, so that an edit which touches the whole site is seen as soon as any other.
///
/// What depends on the order of pages, or on the texts of others, is as it was. The build that follows
/// makes these pages again like all others, and reports what is wrong; a page with an error is not shown.
struct FirstLookStage {
  let rules: RuleBook
  let levels: RuleLevels

  func artifacts(
    _ open: Set<String>, _ parsed: ParsedSources, _ theme: Theme, after before: SiteBuild
  ) -> [Artifact] {
    guard let index = index(of: parsed, after: before) else { return [] }
    var findings = theme.diagnostics
    for id in parsed.documents.computed { findings += parsed.documents.findings[id] }
    var pages = before.pages.values
    var graph = before.related.graph
    let assembler = PageAssembler(index: index, remembers: true, rules: rules)
    var scratch = AssemblyScratch()
    let ids = open.compactMap { index.entry(publishedAs: $0) }
      .compactMap { index.id(of: $0.source) }.sorted()
    for id in ids {
      guard let document = index.documents[index[id].source] else { continue }
      let page = assembler.assemble(document, in: &scratch)
      findings += page.diagnostics
      graph.replace(pages[id], with: page.value, at: id)
      pages[id] = page.value
    }
    let changed = parsed.documents.computed.map { parsed.documents.values[$0].file.path }
    let renderer = PageRenderer(
      index: index, graph: graph, bodies: pages, theme: theme, showing: ids.map { index[$0] },
      after: before.rendered?.renderer, but: changed.compactMap { index[$0] })
    let artifacts = ids.map { id in
      let job = renderer.job(id)
      let page = renderer.render(job, renderer.context(for: job))
      findings += page.diagnostics
      return page.value
    }
    findings += audit(artifacts, before.lastAudit?.context)
    let isSound = !levels.apply(to: findings).contains { $0.severity == .error }
    return isSound ? artifacts : []
  }

  /// Nil if more has changed than documents, templates and data files.
  private func index(of parsed: ParsedSources, after before: SiteBuild) -> SiteIndex? {
    let old = before.parsed
    guard parsed.documents.count == old.documents.count,
      parsed.configuration == old.configuration, parsed.strings == old.strings,
      parsed.data.language == old.data.language, parsed.input.options == old.input.options,
      parsed.input.attachments == old.input.attachments
    else { return nil }
    let documents = parsed.documents
    return SiteIndexer(
      documents: documents.values, configuration: parsed.configuration, data: parsed.data,
      strings: parsed.strings, options: parsed.input.options, attachments: [], strayPages: []
    ).index(like: before.index.value, but: documents.computed.map { documents.values[$0] })
  }

  private func audit(_ artifacts: [Artifact], _ context: AuditContext?) -> [Diagnostic] {
    guard let context else { return [] }
    var scratch = context.audit.scratch()
    return artifacts.flatMap { artifact in
      let read = context.read(artifact, &scratch)
      return read.links.broken
        + read.findings.map { Diagnostic($0.violation.rule, $0.violation.message, at: nil) }
    }
  }
}
