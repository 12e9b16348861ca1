/// The candidate that a misspelt name was probably meant to be, for a “did you mean” line.
///
/// Near means few edits (a letter added, dropped or changed, or two neighbours exchanged), ignoring
/// case, and at most one edit per three letters. Among equals the one whose case fits best wins,
/// then the one that sorts first, so the result does not depend on the order of the candidates.
///
/// A site may have thousands of candidates and as many misspelt names, so a candidate is given up as
/// soon as it is known to be too far: mostly by its length, or after a few letters.
package func nearestMatch(
  to name: String, in candidates: some Sequence<String>
) -> String? {
  // Nobody misspells a name as long as this, and the cost grows with its square.
  guard name.utf8.count <= 800 else { return nil }
  var distance = EditDistance()
  let exact = Letters(name)
  guard exact.count <= 200 else { return nil }
  let folded = Letters(name, lowercased: true)
  var best: (edits: Int, exactEdits: Int, candidate: String)?
  for candidate in candidates {
    let candidateFolded = Letters(candidate, lowercased: true)
    let limit = min(max(folded.count, candidateFolded.count) / 3, best?.edits ?? .max)
    guard abs(folded.count - candidateFolded.count) <= limit,
      let edits = distance.between(folded, candidateFolded, atMost: limit),
      let exactEdits = distance.between(exact, Letters(candidate), atMost: .max)
    else { continue }
    let found = (edits, exactEdits, candidate)
    if best.map({ found < ($0.edits, $0.exactEdits, $0.candidate) }) ?? true { best = found }
  }
  return best?.candidate
}

/// How many findings of one file get a suggestion. Each costs a look at all candidates, and who has
/// more mistakes of a kind in one place did not make them by hand.
package let mostSuggestions = 100

/// The scalars of a text.
private struct Letters {
  private var scalars: [UInt32] = []

  var count: Int { scalars.count }

  init(_ text: String, lowercased: Bool = false) {
    scalars.reserveCapacity(text.utf8.count)
    for byte in text.utf8 {
      guard byte < 0x80 else {
        scalars = (lowercased ? text.lowercased() : text).unicodeScalars.map(\.value)
        return
      }
      scalars.append(UInt32(lowercased ? byte.asciiLowercased : byte))
    }
  }

  subscript(index: Int) -> UInt32 { scalars[index] }
}

/// The optimal string alignment distance: Levenshtein's, where exchanging two neighbours is one
/// edit.
private struct EditDistance {
  private var beforePrevious: [Int] = []
  private var previous: [Int] = []
  private var current: [Int] = []

  /// Nil as soon as it is known to be more than the limit.
  mutating func between(_ left: Letters, _ right: Letters, atMost limit: Int) -> Int? {
    previous.removeAll(keepingCapacity: true)
    previous.append(contentsOf: 0...right.count)
    beforePrevious.removeAll(keepingCapacity: true)
    var leastBefore = 0
    for i in 0..<left.count {
      current.removeAll(keepingCapacity: true)
      current.append(i + 1)
      var least = i + 1
      for j in 0..<right.count {
        let change = previous[j] + (left[i] == right[j] ? 0 : 1)
        var edits = min(previous[j + 1] + 1, current[j] + 1, change)
        if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
          edits = min(edits, beforePrevious[j - 1] + 1)
        }
        current.append(edits)
        least = min(least, edits)
      }
      // An exchange reaches back over one row.
      if least > limit, leastBefore > limit { return nil }
      leastBefore = least
      swap(&beforePrevious, &previous)
      swap(&previous, &current)
    }
    let edits = previous[right.count]
    return edits <= limit ? edits : nil
  }
}
