import DaylightModel
import DaylightPages
import DaylightSyntax

/// Checks how the words of a site are spelt. Only `check` runs it: a dictionary takes longer to read
/// than a small site to build.
struct SpellingStage {
  /// Nil if spelling is not checked.
  let dictionaries: (any SpellingDictionaries)?

  func check(_ pages: AssembledPages, _ index: SiteIndex, _ findings: inout Findings) {
    guard let dictionaries else {
      return findings.skip([.misspelling, .spellingVariant, .extraSpace])
    }
    let words = pages.values.flatMap(\.spelledWords) + index.documents.values.flatMap(\.fieldWords)
    findings.add(SpellingVariantRule.check(words))
    if let dictionary = dictionaries.dictionary(for: index.configuration.language) {
      findings.add(SpellingRule(index, dictionary).check(words))
    } else {
      findings.skip([.misspelling])
    }
  }
}

extension Document {
  /// The words of the fields that readers see, each with the place of its field.
  fileprivate var fieldWords: [Located<String>] {
    var fields = [title, common.shortTitle, common.summary, termFields?.not].compactMap(\.self)
    fields += pageFields?.topics ?? []
    return fields.flatMap { field in
      let bytes = Array(field.value.utf8)
      return bytes.withUnsafeBufferPointer { bytes in
        var words: [Located<String>] = []
        SpelledWord.forEach(in: bytes, 0..<bytes.count) {
          words.append(Located($0.text, at: field.location))
        }
        return words
      }
    }
  }
}
