/// Finds the words without which a phrase is not in a text, so that most texts are never tried.
extension PhraseCompiler {
  /// How many places of a text a word of the set is likely to have.
  private static func cost(_ set: PhraseWordSet, _ costs: [Int]) -> Int {
    var cost = 0
    for word in set.words { cost += Int(word) < costs.count ? costs[Int(word)] : 1 }
    return cost
  }

  /// Sets of words of each of which a text must have one.
  mutating func required(of number: Int32) -> [PhraseWordSet] {
    let node = nodes[Int(number)]
    switch node.kind {
    case .words, .capitals: return [sets[node.value]]
    case .number: return [numbersOfAnyKind]
    case .numberInWords: return [numberWords]
    case .choice: return required(ofAny: node.children).map { [$0] } ?? []
    case .list:
      if let known = requiredOfLists[node.value] { return known }
      let words = required(of: lists[Int(node.value)])
      requiredOfLists[node.value] = words
      return words
    case .sequence:
      var found: [PhraseWordSet] = []
      for child in node.children { found += required(of: children[Int(child)]) }
      return found
    case .optional, .gap, .start: return []
    }
  }

  /// The rarest words of each of several nodes, or nil if one of them needs none.
  private mutating func required(ofAny nodes: Range<Int32>) -> PhraseWordSet? {
    var found: [PhraseWordSet] = []
    for node in nodes {
      let sets = Self.rarest(required(of: children[Int(node)]), costs)
      guard let rarest = sets.first else { return nil }
      found.append(rarest)
    }
    return PhraseWordSet(union: found)
  }

  /// The sets, those with the least cost first. Static, because a call would copy the compiler.
  static func rarest(_ sets: [PhraseWordSet], _ costs: [Int]) -> [PhraseWordSet] {
    guard sets.count > 1 else { return sets }
    return sets.map { (set: $0, cost: cost($0, costs)) }.sorted { $0.cost < $1.cost }.map(\.set)
  }

  /// The words with which a node may begin, and whether it may be no words at all; nil if any word
  /// may be the first.
  mutating func firstWords(of number: Int32) -> FirstWords? {
    let node = nodes[Int(number)]
    switch node.kind {
    case .words, .capitals: return (sets[node.value], mayBeEmpty: false)
    case .number: return (numbersOfAnyKind, mayBeEmpty: false)
    case .numberInWords: return (numberWords, mayBeEmpty: false)
    case .start: return (PhraseWordSet([]), mayBeEmpty: true)
    case .gap: return nil
    case .list:
      if let known = firstOfLists[node.value] { return known }
      let first = firstWords(of: lists[Int(node.value)])
      firstOfLists[node.value] = .some(first)
      return first
    case .sequence:
      var found: [PhraseWordSet] = []
      for child in node.children {
        guard let first = firstWords(of: children[Int(child)]) else { return nil }
        found.append(first.words)
        if !first.mayBeEmpty { return (PhraseWordSet(union: found), mayBeEmpty: false) }
      }
      return (PhraseWordSet(union: found), mayBeEmpty: true)
    case .choice, .optional:
      var found: [PhraseWordSet] = []
      var mayBeEmpty = node.kind == .optional
      for child in node.children {
        guard let first = firstWords(of: children[Int(child)]) else { return nil }
        found.append(first.words)
        mayBeEmpty = mayBeEmpty || first.mayBeEmpty
      }
      return (PhraseWordSet(union: found), mayBeEmpty)
    }
  }
}
