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
    let words = pages.values.flatMap(\.spelledWords) + index.fieldWords
    findings.add(SpellingVariantRule.check(words))
    if let dictionary = dictionaries.dictionary(for: index.configuration.language) {
      findings.add(SpellingRule(index, dictionary).check(words))
    } else {
      findings.skip([.misspelling])
    }
  }
}

extension SiteIndex {
  /// The words of front matter, data files, settings and templates that readers see.
  fileprivate var fieldWords: [Located<String>] {
    // The other forms of a term are other spellings on purpose.
    let forms = Set(documents.values.flatMap { $0.termFields?.forms ?? [] }.map(\.location))
    let texts = shownFields.flatMap(\.fields.texts).filter { !forms.contains($0.location) }
    return texts.flatMap { field in
      let bytes = Array(field.value.utf8)
      return bytes.withUnsafeBufferPointer { bytes in
        var words: [Located<String>] = []
        SpelledWord.forEach(in: bytes, 0..<bytes.count) {
          words.append(Located($0.text, at: field.place(of: $0.range)))
        }
        return words
      }
    }
  }
}
