/// What one line of a rule or list of `language.yaml` looks for, as it was written.
///
/// A line is one or more sequences with `|` between them; the parts of a sequence follow each other
/// in a text.
package struct PhrasePattern: Sendable, Hashable {
  package indirect enum Part: Sendable, Hashable {
    /// A word, perhaps in all its forms.
    case word(String, isInflected: Bool)
    /// One of several sequences.
    case choice([[Part]])
    /// One of several sequences, or nothing.
    case optional([[Part]])
    /// Up to so many words of any kind.
    case gap(Int)
    /// Any phrase of the list with this name, or a number.
    case list(String)
    /// Where a sentence or a piece of advice may begin.
    case start
  }

  package let alternatives: [[Part]]

  /// The lists that are built in: a number in figures or in words, and one in words.
  package static let number = "number"
  package static let numberInWords = "number-in-words"

  package init(_ text: String) throws(PhraseProblem) {
    var parser = PhraseParser(text)
    alternatives = try parser.line()
  }

  /// The names of the lists that the line uses.
  package var lists: Set<String> {
    var names: Set<String> = []
    Self.collectLists(in: alternatives, &names)
    return names
  }

  private static func collectLists(in sequences: [[Part]], _ names: inout Set<String>) {
    for sequence in sequences {
      for part in sequence {
        switch part {
        case .list(let name): if name != number, name != numberInWords { names.insert(name) }
        case .choice(let inner), .optional(let inner): collectLists(in: inner, &names)
        case .word, .gap, .start: break
        }
      }
    }
  }

  /// Whether a sequence begins or ends with a gap, where it would mean nothing.
  package var hasGapAtEnd: Bool {
    alternatives.contains { sequence in
      if case .gap? = sequence.first { return true }
      if case .gap? = sequence.last { return true }
      return false
    }
  }
}

/// Why a line cannot be read as a phrase.
package struct PhraseProblem: Error, Hashable {
  package let message: String
  package let help: String
  /// Where in the line, in bytes.
  package let range: Range<Int>
}
