import DaylightModel
import DaylightSyntax

/// Looks for the phrases of `language.yaml` in the fields that readers see: titles, summaries,
/// definitions, the details of helplines and people. Each field is one paragraph.
enum PhraseFieldRule: SiteRule {
  static func check(_ index: SiteIndex) -> [Diagnostic] {
    guard !index.languageRules.rules.isEmpty else { return [] }
    var search = Search(language: index.languageRules)
    for document in index.documents.values {
      search.check(fields(of: document), on: document.kind)
    }
    for region in index.data.help.regions {
      search.check([region.name] + [region.emergency?.note].compactMap(\.self), on: .help)
      for line in region.helplines {
        search.check(
          [line.name]
            + [
              line.hours, line.coverage, line.cost, line.languages, line.billingNote,
              line.whenClosed, line.notes,
            ].compactMap(\.self), on: .help)
      }
    }
    for person in index.data.people.all {
      search.check(person.texts, on: .person)
    }
    search.check(index.configuration.practice?.texts ?? [], on: .practice)
    return search.findings
  }

  private static func fields(of document: Document) -> [Located<String>] {
    let common = document.common
    var fields = [document.title]
    fields += [common.shortTitle, common.summary].compactMap(\.self)
    fields += document.pageFields?.topics ?? []
    // What readers ask is as they say it, but the question is ours.
    fields += [document.pageFields?.question].compactMap(\.self)
    fields += [document.termFields?.not].compactMap(\.self)
    return fields
  }

  private struct Search {
    let language: LanguageMatcher
    var readers: [PageKind: LanguageReader] = [:]
    var findings: [Diagnostic] = []

    mutating func check(_ fields: [Located<String>], on kind: PageKind) {
      for field in fields where !field.value.isEmpty {
        let bytes = Array(field.value.utf8)
        var reader = readers[kind] ?? LanguageReader(language, of: kind)
        let found = bytes.withUnsafeBufferPointer {
          reader.findings(in: $0, 0..<$0.count, LanguageReader.Place())
        }
        readers[kind] = reader
        findings += found.map {
          language.diagnostic($0, bytes[$0.range], at: field.place(of: $0.range))
        }
      }
    }
  }
}

extension Located<String> {
  /// Where a stretch of the text was written, or where all of it was if it was written in another
  /// way, such as on several lines.
  fileprivate func place(of range: Range<Int>) -> SourceLocation {
    guard location.start.line == location.end.line else { return location }
    let quotationMarks = location.end.column - location.start.column - value.utf8.count
    guard quotationMarks == 0 || quotationMarks == 2 else { return location }
    var place = location
    place.start.column += range.lowerBound + quotationMarks / 2
    place.end.column = place.start.column + range.count
    return place
  }
}

/// Tries the rules of `language.yaml` on their own examples.
enum PhraseExampleRule: SiteRule {
  static func check(_ index: SiteIndex) -> [Diagnostic] {
    LanguageExamples.check(index.languageRules)
  }
}
