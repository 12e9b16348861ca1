package import DaylightSyntax

extension LanguageRules {
  /// Reports phrases that use a list that is not there, and lists that contain themselves, and
  /// leaves them out.
  mutating func leaveOutUnknownLists() -> [Diagnostic] {
    let names = Set(lists.map(\.name.value))
    var findings: [Diagnostic] = []
    func isKnown(_ phrase: LanguagePhrase) -> Bool {
      guard let unknown = phrase.pattern.lists.subtracting(names).min() else { return true }
      findings.append(.unknownList(unknown, in: phrase.line, among: names))
      return false
    }
    for number in lists.indices { lists[number].phrases.removeAll { !isKnown($0) } }
    for number in all.indices {
      all[number].phrases.removeAll { !isKnown($0) }
      all[number].unless.removeAll { !isKnown($0) }
    }
    while let (number, way) = firstCircle() {
      findings.append(.circularList(way, at: lists[number].name.location))
      lists[number].phrases = []
    }
    return findings
  }

  /// A list that contains itself, and the lists on the way back to it.
  private func firstCircle() -> (list: Int, way: [String])? {
    var uses: [String: Set<String>] = [:]
    for list in lists {
      uses[list.name.value, default: []].formUnion(list.phrases.flatMap(\.pattern.lists))
    }
    for (number, list) in lists.enumerated() {
      var ways = [[list.name.value]]
      var seen: Set<String> = []
      while let way = ways.popLast(), let last = way.last {
        for next in uses[last, default: []].sorted() {
          if next == list.name.value { return (number, way + [next]) }
          if seen.insert(next).inserted { ways.append(way + [next]) }
        }
      }
    }
    return nil
  }
}

extension Rule {
  package static let phraseSyntax = Rule(
    "phrase-syntax", .error, "A line of language.yaml that cannot be read as a phrase.",
    why: "The line would find nothing, and nobody would notice.",
    bad: "phrases: you should (leave|go", good: "phrases: you should (leave|go)",
    fix: "Write the signs as the top of content/language.yaml explains.", in: .described)
  package static let unknownList = Rule(
    "unknown-list", .error, "A phrase that names a list that is not in language.yaml.",
    why: "The phrase would find nothing, and nobody would notice.",
    bad: "phrases: tell {partnr}", good: "phrases: tell {partner}",
    fix: "Write the name of a list, or add the list.", in: .described)
}

extension Diagnostic {
  static func phraseSyntax(_ problem: PhraseProblem, in line: Located<String>) -> Self {
    var place = line.location
    place.start.column += problem.range.lowerBound
    place.end = place.start
    place.end.column += max(1, problem.range.count)
    return Diagnostic(.phraseSyntax, problem.message, at: place, help: problem.help)
  }

  static func gapAtEnd(_ line: Located<String>) -> Self {
    Diagnostic(
      .phraseSyntax, "‘...’ at the beginning or end of a phrase has no effect",
      at: line.location, help: "write words on both sides of it, or delete it")
  }

  fileprivate static func unknownList(
    _ name: String, in line: Located<String>, among names: Set<String>
  ) -> Self {
    let nearest = nearestMatch(to: name, in: names.sorted() + [PhrasePattern.number])
    return Diagnostic(
      .unknownList, "there is no list ‘\(name)’", at: line.location,
      help: nearest.map { "did you mean ‘{\($0)}’?" }
        ?? "add an entry that begins with ‘- list: \(name)’")
  }

  fileprivate static func circularList(_ way: [String], at place: SourceLocation) -> Self {
    let way = way.map { "‘\($0)’" }.joined(separator: " uses ")
    return Diagnostic(
      .unknownList, "this list contains itself: \(way)", at: place,
      help: "take the name of one list out of the other")
  }
}
