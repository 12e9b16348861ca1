/// Some of the words of phrases, each once, in the order of their numbers.
struct PhraseWordSet: Sendable, Hashable {
  let words: [PhraseWords.Number]

  /// Leaves out 0, which is no word of a phrase.
  init(_ words: some Collection<PhraseWords.Number>) {
    var kept: [PhraseWords.Number] = []
    kept.reserveCapacity(words.count)
    for word in words.count > 1 ? words.sorted() : Array(words) where word != kept.last ?? 0 {
      kept.append(word)
    }
    self.words = kept
  }

  init(union sets: [Self]) {
    self = sets.count == 1 ? sets[0] : Self(sets.flatMap(\.words))
  }

  func hash(into hasher: inout Hasher) {
    words.withUnsafeBytes { hasher.combine(bytes: $0) }
  }
}

/// The sets of words that phrases are made of, numbered, with the words of each as bits.
struct PhraseWordSets: Sendable {
  private var numbers: [PhraseWordSet: Int32] = [:]
  private var sets: [PhraseWordSet] = []
  private var places: [Place] = []
  private var bits: [UInt64] = []

  /// Where in `bits` a set has its words, from its first to its last.
  private struct Place {
    let first: Int32
    let count: Int32
    let start: Int
  }

  mutating func insert(_ set: PhraseWordSet) -> Int32 {
    if let number = numbers[set] { return number }
    let number = Int32(sets.count)
    numbers[set] = number
    sets.append(set)
    return number
  }

  /// How many there are, once they are ready.
  var count: Int { places.count }

  subscript(_ number: Int32) -> PhraseWordSet { sets[Int(number)] }

  /// Prepares `contains`, after the last set, and forgets what only the compiler needs.
  mutating func finish() {
    places = []
    places.reserveCapacity(sets.count)
    var end = 0
    for set in sets {
      let first = Int32(set.words.first ?? 0)
      let count = set.words.last.map { Int32($0) - first + 1 } ?? 0
      places.append(Place(first: first, count: count, start: end))
      end += Int(count)
    }
    bits = [UInt64](repeating: 0, count: end / 64 + 1)
    for (set, place) in zip(sets, places) {
      for word in set.words {
        let bit = place.start + Int(Int32(word) - place.first)
        bits[bit >> 6] |= 1 << UInt64(bit & 63)
      }
    }
    (numbers, sets) = ([:], [])
  }

  @inline(__always)
  func contains(_ word: PhraseWords.Number, in set: Int32) -> Bool {
    let place = places[Int(set)]
    let distance = Int32(word) &- place.first
    guard distance >= 0, distance < place.count else { return false }
    let bit = place.start &+ Int(distance)
    return bits[bit >> 6] >> UInt64(bit & 63) & 1 != 0
  }
}
