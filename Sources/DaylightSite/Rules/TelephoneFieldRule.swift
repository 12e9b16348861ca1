import DaylightModel
import DaylightSyntax

/// Compares the telephone numbers in titles, summaries and the like with those that the site knows.
enum TelephoneFieldRule: SiteRule {
  static func check(_ index: SiteIndex) -> [Diagnostic] {
    let known = KnownNumbers(index.data.help, practice: index.configuration.practice)
    var fields = index.data.people.all.compactMap(\.bio)
    for document in index.documents.values {
      fields.append(document.title)
      let common = document.common
      fields += [common.shortTitle, common.summary, document.termFields?.not].compactMap(\.self)
    }
    return fields.flatMap { field -> [Diagnostic] in
      guard field.value.utf8.contains(where: { $0.isASCIIDigit }) else { return [] }
      return Array(field.value.utf8).withUnsafeBufferPointer { text in
        DigitRun.all(in: text, 0..<text.count).compactMap {
          known.finding($0, in: text, 0..<text.count, index.language.callWords) { _ in
            field.location
          }
        }
      }
    }
  }
}
