import DaylightSyntax
import Platform

/// Makes the index, or takes over the one before when nothing that it knows has changed.
struct IndexStage {
  let runner: ParallelRunner

  func run(
    _ input: SiteInput, _ frame: SiteFrame, after previous: SiteBuild?
  ) async -> Made<SiteIndex> {
    let documents = frame.documents
    if let previous, isUnchanged(input, frame, since: previous) {
      var index = previous.index.result
      for number in documents.new { index.value.replace(documents.values[number]) }
      return Made(result: index, isNew: false)
    }
    let indexer = SiteIndexer(
      documents: Array(documents.values), configuration: frame.configuration, data: frame.data,
      words: frame.words, options: input.options, attachments: input.attachments,
      strayPages: frame.strayPages)
    return .new(await indexer.index(runner))
  }

  /// Whether bodies alone have changed.
  private func isUnchanged(
    _ input: SiteInput, _ frame: SiteFrame, since previous: SiteBuild
  ) -> Bool {
    guard frame.documents.count == previous.frame.documents.count,
      input.options == previous.input.options, frame.configuration == previous.frame.configuration,
      frame.words == previous.frame.words, frame.data == previous.frame.data,
      input.attachments == previous.input.attachments,
      frame.strayPages == previous.frame.strayPages
    else { return false }
    return frame.documents.new.allSatisfy { number in
      let document = frame.documents.values[number]
      let before = previous.document(document.file.path)
      return before?.frontMatter == document.frontMatter && before?.kind == document.kind
    }
  }
}
