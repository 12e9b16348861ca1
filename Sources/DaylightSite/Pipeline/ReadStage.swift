import DaylightSyntax
import Platform

/// What all files but the bodies of pages say.
package struct SiteFrame: Sendable {
  package let configuration: SiteConfiguration
  package let data: SiteData
  let strings: StringTable
  package let words: SiteWords
  /// One for each page with a file, in the order of the files.
  package var documents: StageResults<Document>
  /// Their numbers by path.
  let numbers: [String: Int]
  let dataFiles: [SourceFile]
  /// Pages that are not read, because of their names.
  let strayPages: [StrayFile]
  let diagnostics: [Diagnostic]
}

/// Reads front matter, data files, settings and words.
struct ReadStage {
  let runner: ParallelRunner

  func run(_ input: SiteInput, after previous: SiteBuild?) async -> SiteFrame {
    guard let previous, hasSameStrings(input, previous.input) else {
      return await frame(of: input, after: previous)
    }
    let edits = input.content.edits(since: previous.input.content)
    if let edits, let documents = await edited(edits, of: input, previous.frame) {
      var frame = previous.frame
      frame.documents = documents
      return frame
    }
    return await frame(of: input, after: previous)
  }

  /// The documents after edits of nothing but pages.
  private func edited(
    _ edits: [Int], of input: SiteInput, _ frame: SiteFrame
  ) async -> StageResults<Document>? {
    var jobs: [(number: Int, file: SourceFile)] = []
    for edit in edits {
      let file = input.content[edit]
      guard let number = frame.numbers[file.path] else { return nil }
      jobs.append((number, file))
    }
    let kinds = jobs.map { frame.documents.values[$0.number].kind }
    let read = await runner.map(Array(zip(jobs, kinds))) { job, kind in
      (number: job.number, result: Document.read(job.file, kind: kind))
    }
    return frame.documents.replacing(read)
  }

  private func documents(
    of input: SiteInput, after previous: SiteBuild?
  ) async -> [Made<Document>] {
    let pages = input.content.compactMap { file in
      StrayFile(page: file.path) == nil ? PageKind(path: file.path).map { (file, $0) } : nil
    }
    return await runner.map(pages) { file, kind -> Made<Document> in
      if let frame = previous?.frame, let number = frame.numbers[file.path],
        frame.documents.values[number].file == file
      {
        return frame.documents.kept(number)
      }
      return .new(Document.read(file, kind: kind))
    }
  }

  private func frame(of input: SiteInput, after previous: SiteBuild?) async -> SiteFrame {
    let path = "content/site.yaml"
    let files = input.content.filter { PageKind(path: $0.path) == nil }
    let (data, documents) = await runner.both {
      await SiteData.read(files, now: input.options.now, self.runner)
    } and: {
      await self.documents(of: input, after: previous)
    }
    let file = files.first { $0.path == path } ?? SourceFile(path: path, bytes: [])
    let configuration = SiteConfiguration.decode(file)
    let strings = StringTable.read(input.templates, language: configuration.value.language)
    return SiteFrame(
      configuration: configuration.value, data: data.value, strings: strings.value,
      words: strings.value.words, documents: StageResults(documents),
      numbers: Dictionary(
        documents.enumerated().map { ($1.value.file.path, $0) }, uniquingKeysWith: { $1 }),
      dataFiles: files,
      strayPages: input.content.compactMap { file in
        PageKind(path: file.path).flatMap { _ in StrayFile(page: file.path) }
      },
      diagnostics: configuration.diagnostics + data.diagnostics + strings.diagnostics)
  }

  private func hasSameStrings(_ input: SiteInput, _ before: SiteInput) -> Bool {
    func strings(_ input: SiteInput) -> [SourceFile] {
      input.templates.filter { $0.path.hasPrefix("templates/strings/") }
    }
    return input.options.now == before.options.now
      && (input.templates == before.templates || strings(input) == strings(before))
  }
}

extension [SourceFile] {
  /// The places at which two lists of the same files differ, or nothing where files came or went.
  fileprivate func edits(since earlier: Self) -> [Int]? {
    guard count == earlier.count else { return nil }
    var edits: [Int] = []
    for place in indices where self[place] != earlier[place] {
      guard self[place].path == earlier[place].path else { return nil }
      edits.append(place)
    }
    return edits
  }
}
