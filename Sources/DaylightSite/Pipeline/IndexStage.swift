import DaylightModel
import DaylightSyntax
import Platform

/// Makes the index, or reuses the previous one if nothing in it has changed.
struct IndexStage {
  let runner: ParallelRunner

  func run(
    _ frame: SiteFrame, _ delta: SiteDelta, after before: Diagnosed<SiteIndex>?
  ) async -> Diagnosed<SiteIndex> {
    let documents = frame.documents.values
    if var index = before, let bodies = delta.bodies {
      for number in bodies { index.value.replace(documents[number]) }
      return index
    }
    let indexer = SiteIndexer(
      documents: Array(documents), configuration: frame.configuration, data: frame.data,
      words: frame.words, options: frame.input.options, attachments: frame.input.attachments,
      strayPages: frame.strayPages)
    return await indexer.index(runner)
  }
}
