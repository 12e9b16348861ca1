import DaylightSyntax

/// What all files but the bodies of pages say.
package struct SiteFrame: Sendable {
  package let configuration: SiteConfiguration
  package let data: SiteData
  let strings: StringTable
  package let words: SiteWords
  /// One for each page with a file, in the order of the files.
  package let documents: [Made<Document>]
  let diagnostics: [Diagnostic]
}

/// Reads front matter, data files, settings and words.
struct ReadStage {
  let runner: StageRunner

  func run(_ input: SiteInput, after previous: SiteBuild?) async -> SiteFrame {
    let path = "content/site.yaml"
    let file = input.content.first { $0.path == path } ?? SourceFile(path: path, bytes: [])
    let configuration = SiteConfiguration.decode(file)
    let data = SiteData.read(input.content, now: input.options.now)
    let strings = StringTable.read(input.templates, language: configuration.value.language)
    return SiteFrame(
      configuration: configuration.value, data: data.value, strings: strings.value,
      words: strings.value.words, documents: await documents(input, after: previous),
      diagnostics: configuration.diagnostics + data.diagnostics + strings.diagnostics)
  }

  private func documents(
    _ input: SiteInput, after previous: SiteBuild?
  ) async -> [Made<Document>] {
    let pages = input.content.compactMap { file in PageKind(path: file.path).map { (file, $0) } }
    return await runner.map(pages) { file, kind in
      if let known = previous?.document(file.path), known.value.file == file { return known.kept }
      return .new(Document.read(file, kind: kind))
    }
  }
}
