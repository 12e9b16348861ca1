/// The words that are one slip of the fingers away from a word.
///
/// A dictionary that is asked about each of them takes a few milliseconds, where its own search for
/// what was meant takes a hundred.
package enum NearSpellings {
  /// Two neighbours swapped first, then one letter too many, another, or missing; each word once.
  package static func all(of word: String) -> [String] {
    let letters = Array(word)
    guard 2...longestWord ~= letters.count else { return [] }
    var seen: Set<String> = [word]
    var found: [String] = []
    func add(_ letters: [Character]) {
      let word = String(letters)
      if seen.insert(word).inserted { found.append(word) }
    }
    for place in letters.indices.dropLast() {
      var near = letters
      near.swapAt(place, place + 1)
      add(near)
    }
    for place in letters.indices {
      var near = letters
      near.remove(at: place)
      add(near)
    }
    for place in letters.indices {
      for letter in alphabet {
        var near = letters
        near[place] = letter
        add(near)
      }
    }
    for place in 0...letters.count {
      for letter in alphabet {
        var near = letters
        near.insert(letter, at: place)
        add(near)
      }
    }
    return found
  }

  private static let longestWord = 24

  /// Of the languages that sites are written in with Latin letters.
  private static let alphabet = Array("abcdefghijklmnopqrstuvwxyzäöüßàâçéèêëîïôûùœáíñóú'")
}
