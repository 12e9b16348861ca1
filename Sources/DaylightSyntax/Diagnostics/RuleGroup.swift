/// Rules that belong together, as the documentation and `daylight explain` list them.
package struct RuleGroup: Sendable {
  package let title: String
  /// One or two sentences about what these rules look at.
  package let intro: String
  package let rules: [Rule]

  package init(_ title: String, _ intro: String, _ rules: [Rule]) {
    self.title = title
    self.intro = intro
    self.rules = rules
  }
}

/// Rules in groups. Each module has a book of its own rules (`RuleBook.syntax`, …), and the book of all
/// rules is made of these.
package struct RuleBook: Sendable {
  package let groups: [RuleGroup]
  /// The ids of rules that a site may raise but never lower or allow: they protect the reader.
  package let locked: Set<String>

  package init(_ groups: [RuleGroup], locked: Set<String>) {
    self.groups = groups
    self.locked = locked
  }

  /// The rules of one module.
  package init(_ rules: KeyValuePairs<RuleTopic, [Rule]>, locked: [Rule] = []) {
    groups = rules.map { RuleGroup($0.title, $0.intro, $1) }
    self.locked = Set(locked.map(\.id))
  }

  /// The rules of several books: a group for each topic, in the order of the topics.
  package init(_ books: [RuleBook]) {
    let all = books.flatMap(\.groups)
    groups = RuleTopic.allCases.map { topic in
      RuleGroup(topic.title, topic.intro, all.filter { $0.title == topic.title }.flatMap(\.rules))
    }.filter { !$0.rules.isEmpty }
    locked = books.reduce(into: []) { $0.formUnion($1.locked) }
  }

  package var all: [Rule] { groups.flatMap(\.rules) }

  /// The rule with this id, or else the one that had it before.
  package subscript(id: String) -> Rule? {
    for group in groups {
      if let rule = group.rules.first(where: { $0.id == id }) { return rule }
    }
    for group in groups {
      if let rule = group.rules.first(where: { $0.formerIDs.contains(id) }) { return rule }
    }
    return nil
  }

  /// The id that a misspelt one was most likely meant to be.
  package func nearest(to name: String) -> String? {
    nearestMatch(to: name, in: all.flatMap { [$0.id] + $0.formerIDs }).flatMap { self[$0]?.id }
  }
}
