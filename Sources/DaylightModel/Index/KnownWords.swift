import DaylightSyntax

/// The words that a site itself says are right: those of `words.txt`, of the glossary, of the cited
/// works, and the names of people, helplines and the practice.
package struct KnownWords: Sendable {
  private var words: Set<String> = []

  package init(_ index: SiteIndex) {
    words.formUnion(index.data.words.all)
    for term in index.glossary.terms {
      for form in [term.name] + term.forms.map(\.value) {
        add(form)
        // A term is written with a capital because it opens its entry.
        if !term.isExact { add(form.lowercased()) }
      }
    }
    for source in index.data.sources.all {
      let texts = source.authors + source.editors + [source.title]
      for text in texts { add(text.value) }
      for text in [source.container, source.publisher] { add(text?.value) }
    }
    for person in index.data.people.all {
      for text in [person.name, person.credential, person.register] { add(text?.value) }
    }
    for region in index.data.help.regions {
      add(region.name.value)
      for line in region.helplines { add(line.name.value) }
    }
    let configuration = index.configuration
    add(configuration.name.value)
    add(configuration.practice?.name.value)
    add(configuration.practice?.address?.value)
  }

  private mutating func add(_ text: String?) {
    guard let text else { return }
    let bytes = Array(text.utf8)
    bytes.withUnsafeBufferPointer { bytes in
      SpelledWord.forEach(in: bytes, 0..<bytes.count) { words.insert($0.text) }
    }
  }

  /// Whether a word is one of these, or begins a sentence and is one in small letters.
  package func contains(_ word: String) -> Bool {
    words.contains(word) || words.contains(word.lowercased())
  }

  /// The one that a misspelt word was probably meant to be; nil if none is near.
  package func nearest(to word: String) -> String? { nearestMatch(to: word, in: words) }
}
