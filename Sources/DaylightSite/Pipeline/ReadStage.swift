package import DaylightModel
import DaylightSyntax
import DaylightTheme
import Platform

/// The contents of all files except the bodies of pages.
package struct ParsedSources: Sendable {
  /// The input that was read.
  package fileprivate(set) var input: SiteInput
  package let configuration: SiteConfiguration
  package let data: SiteData
  fileprivate(set) var stringTable: StringTable {
    didSet { strings = stringTable.interfaceStrings }
  }
  package private(set) var strings: InterfaceStrings
  /// One for each page with a file, in the order of the files.
  package fileprivate(set) var documents: StageResults<DocumentID, Document>
  /// By path.
  fileprivate let documentIDs: [String: DocumentID]
  let dataFiles: [SourceFile]
  /// Pages that are not read, because of their names.
  let strayPages: [StrayFile]
  /// What was found in settings and data files.
  fileprivate let dataFindings: [Diagnostic]
  fileprivate var stringFindings: [Diagnostic]

  var diagnostics: [Diagnostic] { dataFindings + stringFindings }

  package func document(_ path: String) -> Document? {
    documentIDs[path].map { documents.values[$0] }
  }
}

/// Reads front matter, data files, settings and words.
struct ReadStage {
  let runner: ParallelRunner

  func run(_ input: SiteInput, after before: ParsedSources?) async -> ParsedSources {
    guard var parsed = before, let edits = parsed.edits(in: input) else {
      return await parse(input, after: before)
    }
    if input.templates != parsed.input.templates {
      let strings = StringTable.read(input, language: parsed.configuration.language)
      parsed.stringTable = strings.value
      parsed.stringFindings = strings.diagnostics
    }
    parsed.input = input
    parsed.documents = parsed.documents.replacing(
      await runner.map(edits) { edit in
        (id: edit.id, result: Document.read(edit.file, kind: edit.kind))
      })
    return parsed
  }

  private func documents(
    of input: SiteInput, after before: ParsedSources?
  ) async -> [StageOutput<Document>] {
    let pages = input.content.compactMap { file in
      StrayFile(page: file.path) == nil ? PageKind(path: file.path).map { (file, $0) } : nil
    }
    return await runner.map(pages) { file, kind -> StageOutput<Document> in
      if let before, let id = before.documentIDs[file.path],
        before.documents.values[id].file == file
      {
        return before.documents.reused(id)
      }
      var document = Document.read(file.inMemory, kind: kind)
      document.value.file = file
      return .computed(document)
    }
  }

  private func parse(_ input: SiteInput, after before: ParsedSources?) async -> ParsedSources {
    let path = "content/site.yaml"
    let files = input.content.filter { PageKind(path: $0.path) == nil }
    let (data, (documents, configuration, strings)) = await runner.both {
      await SiteData.read(files, now: input.options.now, self.runner)
    } and: {
      let documents = await self.documents(of: input, after: before)
      let file = files.first { $0.path == path } ?? SourceFile(path: path, bytes: [])
      let configuration = SiteConfiguration.decode(file)
      let strings = StringTable.read(input, language: configuration.value.language)
      return (documents, configuration, strings)
    }
    let results = StageResults<DocumentID, Document>(documents)
    return ParsedSources(
      input: input, configuration: configuration.value, data: data.value,
      stringTable: strings.value, strings: strings.value.interfaceStrings, documents: results,
      documentIDs: Dictionary(
        zip(results.values.lazy.map(\.file.path), results.values.indices),
        uniquingKeysWith: { $1 }),
      dataFiles: files,
      strayPages: input.content.compactMap { file in
        PageKind(path: file.path).flatMap { _ in StrayFile(page: file.path) }
      },
      dataFindings: configuration.diagnostics + data.diagnostics,
      stringFindings: strings.diagnostics)
  }
}

extension StringTable {
  fileprivate static func read(_ input: SiteInput, language: String) -> Diagnosed<StringTable> {
    read(input.templates, language: language, builtIn: input.builtIn)
  }
}

extension ParsedSources {
  fileprivate struct Edit {
    let id: DocumentID
    let file: SourceFile
    let kind: PageKind
  }

  /// The pages that differ in an input; nil if it differs in anything else but templates.
  fileprivate func edits(in input: SiteInput) -> [Edit]? {
    let before = self.input
    guard input.options.now == before.options.now, input.builtIn == before.builtIn,
      input.sharedContent.count == before.sharedContent.count
    else { return nil }
    var edits: [Edit] = []
    for number in input.sharedContent.changes(since: before.sharedContent, where: !=) {
      let file = input.sharedContent[number]
      guard file.path == before.sharedContent[number].path, let id = documentIDs[file.path]
      else { return nil }
      edits.append(Edit(id: id, file: file, kind: documents.values[id].kind))
    }
    return edits
  }
}
