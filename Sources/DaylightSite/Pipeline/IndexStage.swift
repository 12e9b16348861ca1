import DaylightModel
import DaylightSyntax
import Platform

/// Makes the index, or reuses the previous one if nothing in it has changed.
struct IndexStage {
  let runner: ParallelRunner

  func run(
    _ parsed: ParsedSources, _ delta: SiteDelta, after before: Diagnosed<SiteIndex>?
  ) async -> Diagnosed<SiteIndex> {
    let documents = parsed.documents.values
    if let before, let bodies = delta.bodies {
      return before.map { $0.replacing(bodies.lazy.map { documents[$0] }) }
    }
    var indexer = SiteIndexer(
      documents: documents, configuration: parsed.configuration, data: parsed.data,
      strings: parsed.strings, options: parsed.input.options, attachments: parsed.input.attachments,
      strayPages: parsed.strayPages)
    if let before = before?.value, before.data.language == parsed.data.language,
      before.configuration.language == parsed.configuration.language
    {
      indexer.languageRules = before.languageRules
    }
    return await indexer.index(runner)
  }
}
