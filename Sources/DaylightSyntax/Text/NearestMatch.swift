/// The candidate that a misspelt name was probably meant to be, for a “did you mean” line.
///
/// Near means few edits (a letter added, dropped or changed, or two neighbours exchanged), ignoring
/// case, and at most one edit per three letters. Among equals the one whose case fits best wins,
/// then the one that sorts first, so the result does not depend on the order of the candidates. The
/// cost is the product of the two lengths for each candidate of similar length.
package func nearestMatch(
  to name: String, in candidates: some Sequence<String>
) -> String? {
  let exact = Array(name.unicodeScalars)
  // Nobody misspells a name as long as this, and the cost grows with its square.
  guard exact.count <= 200 else { return nil }
  let folded = Array(name.lowercased().unicodeScalars)
  var best: (edits: Int, exactEdits: Int, candidate: String)?
  for candidate in candidates {
    let candidateFolded = Array(candidate.lowercased().unicodeScalars)
    let limit = min(max(folded.count, candidateFolded.count) / 3, best?.edits ?? .max)
    guard abs(folded.count - candidateFolded.count) <= limit else { continue }
    let edits = editDistance(folded, candidateFolded)
    guard edits <= limit else { continue }
    let found = (edits, editDistance(exact, Array(candidate.unicodeScalars)), candidate)
    if best.map({ found < ($0.edits, $0.exactEdits, $0.candidate) }) ?? true { best = found }
  }
  return best?.candidate
}

/// The optimal string alignment distance: Levenshtein's, where exchanging two neighbours is one
/// edit.
private func editDistance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
  var beforePrevious: [Int] = []
  var previous = Array(0...right.count)
  for i in left.indices {
    var current = [i + 1]
    current.reserveCapacity(right.count + 1)
    for j in right.indices {
      let change = previous[j] + (left[i] == right[j] ? 0 : 1)
      var edits = min(previous[j + 1] + 1, current[j] + 1, change)
      if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
        edits = min(edits, beforePrevious[j - 1] + 1)
      }
      current.append(edits)
    }
    beforePrevious = previous
    previous = current
  }
  return previous[right.count]
}
