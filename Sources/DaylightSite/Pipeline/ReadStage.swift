import DaylightSyntax

/// What all files but the bodies of pages say.
package struct SiteFrame: Sendable {
  package let configuration: SiteConfiguration
  package let data: SiteData
  let strings: StringTable
  package let words: SiteWords
  /// One for each page with a file, in the order of the files.
  package var documents: [Made<Document>]
  let diagnostics: [Diagnostic]
}

/// Reads front matter, data files, settings and words.
struct ReadStage {
  let runner: StageRunner

  func run(_ input: SiteInput, after previous: SiteBuild?) async -> SiteFrame {
    let pages = input.content.compactMap { file in PageKind(path: file.path).map { (file, $0) } }
    let documents = await runner.map(pages) { file, kind -> Made<Document> in
      if let known = previous?.document(file.path), known.value.file == file { return known.kept }
      return .new(Document.read(file, kind: kind))
    }
    if let previous, hasSameData(input, previous.input) {
      var frame = previous.frame
      frame.documents = documents
      return frame
    }
    return frame(of: input, documents)
  }

  private func frame(of input: SiteInput, _ documents: [Made<Document>]) -> SiteFrame {
    let path = "content/site.yaml"
    let file = input.content.first { $0.path == path } ?? SourceFile(path: path, bytes: [])
    let configuration = SiteConfiguration.decode(file)
    let data = SiteData.read(input.content, now: input.options.now)
    let strings = StringTable.read(input.templates, language: configuration.value.language)
    return SiteFrame(
      configuration: configuration.value, data: data.value, strings: strings.value,
      words: strings.value.words, documents: documents,
      diagnostics: configuration.diagnostics + data.diagnostics + strings.diagnostics)
  }

  private func hasSameData(_ input: SiteInput, _ before: SiteInput) -> Bool {
    func data(_ input: SiteInput) -> [SourceFile] {
      input.content.filter { PageKind(path: $0.path) == nil }
        + input.templates.filter { $0.path.hasPrefix("templates/strings/") }
    }
    return input.options.now == before.options.now && data(input) == data(before)
  }
}
