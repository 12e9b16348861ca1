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
    var nesting = ListNesting(lists)
    for list in lists {
      while let problem = nesting.problem(of: list.name.value) {
        guard let number = lists.firstIndex(where: { $0.name.value == problem.list }) else { break }
        findings.append(problem.diagnostic(at: lists[number].name.location))
        nesting.empty(problem.list)
        for number in lists.indices where lists[number].name.value == problem.list {
          lists[number].phrases = []
        }
      }
    }
    return findings
  }
}

/// Which lists are inside which. What tries a list calls itself for those inside it, so that none may
/// contain itself or be too deep.
private struct ListNesting {
  static let deepest = 16

  private var uses: [String: Set<String>] = [:]
  /// How many lists deep each is that was found to be right, itself included.
  private var depths: [String: Int] = [:]

  struct Problem: Error {
    /// The list that has to change.
    let list: String
    /// The lists in each other, from outside in: back to this list, or past it and too deep.
    let way: [String]
  }

  init(_ lists: [LanguageList]) {
    for list in lists {
      uses[list.name.value, default: []].formUnion(list.phrases.flatMap(\.pattern.lists))
    }
  }

  mutating func empty(_ list: String) {
    uses[list] = []
    depths = [:]
  }

  mutating func problem(of list: String) -> Problem? {
    do throws(Problem) {
      _ = try depth(of: list, in: [])
      return nil
    } catch {
      return error
    }
  }

  private mutating func depth(of list: String, in way: [String]) throws(Problem) -> Int {
    if let first = way.firstIndex(of: list) {
      throw Problem(list: list, way: way[first...] + [list])
    }
    let known = depths[list]
    if way.count + (known ?? 1) > Self.deepest, let last = way.last {
      throw Problem(list: last, way: way + [list])
    }
    if let known { return known }
    var depth = 1
    for inner in uses[list, default: []].sorted() {
      let below = try self.depth(of: inner, in: way + [list])
      depth = max(depth, below + 1)
    }
    depths[list] = depth
    return depth
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
}

extension ListNesting.Problem {
  func diagnostic(at place: SourceLocation) -> Diagnostic {
    if way.first == way.last {
      let way = way.map { "‘\($0)’" }.joined(separator: " uses ")
      return Diagnostic(
        .unknownList, "this list contains itself: \(way)", at: place,
        help: "take the name of one list out of the other")
    }
    return Diagnostic(
      .unknownList,
      "this list uses ‘\(way.last ?? "")’, which makes ‘\(way.first ?? "")’ more than "
        + "\(ListNesting.deepest) lists deep",
      at: place, help: "write the words themselves in place of the names of some lists")
  }
}
