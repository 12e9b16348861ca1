import DaylightModel
import DaylightSyntax

/// Looks for the phrases of `language.yaml` in front matter, helplines, people, settings and the
/// words of the templates. Each field is one paragraph.
enum PhraseFieldRule: SiteRule {
  static func check(_ index: SiteIndex) -> [Diagnostic] {
    let language = index.languageRules
    guard !language.rules.isEmpty else { return [] }
    var readers: [PageKind: LanguageReader] = [:]
    var findings: [Diagnostic] = []
    var place = LanguageReader.Place()
    // A question alone, such as the title of a page, is answered elsewhere.
    place.isHeading = true
    for (kind, shown) in index.shownFields {
      for field in shown.texts {
        let bytes = Array(field.value.utf8)
        let found = bytes.withUnsafeBufferPointer {
          readers[kind, default: LanguageReader(language, of: kind)]
            .findings(in: $0, 0..<$0.count, place)
        }
        findings += found.map {
          language.diagnostic($0, bytes[$0.range], at: field.place(of: $0.range))
        }
      }
    }
    return findings
  }
}

extension SiteIndex {
  /// What readers see of front matter and data files, with the kind of page where they see it.
  ///
  /// The titles in `sources.yaml` are those of works, and not ours to word.
  var shownFields: [(kind: PageKind, fields: ShownFields)] {
    documents.values.map { ($0.kind, $0.shown) } + [
      (.help, data.help.shown), (.person, data.people.shown), (.practice, configuration.shown),
      (.page, strings.shown),
    ]
  }
}

extension Located<String> {
  /// Where a stretch of the text was written, or where all of it was if it was written in another
  /// way, such as on several lines.
  func place(of range: Range<Int>) -> SourceLocation {
    guard location.start.line == location.end.line else { return location }
    let quotationMarks = location.end.column - location.start.column - value.utf8.count
    guard quotationMarks == 0 || quotationMarks == 2 else { return location }
    var place = location
    place.start.column += range.lowerBound + quotationMarks / 2
    place.end.column = place.start.column + range.count
    return place
  }
}
