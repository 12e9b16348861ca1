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

/// All rules, in groups.
package struct RuleBook: Sendable {
  package let groups: [RuleGroup]
  /// The ids of rules that a site may raise but never lower or allow: they protect the reader.
  package let locked: Set<String>

  package init(_ groups: [RuleGroup], locked: Set<String>) {
    self.groups = groups
    self.locked = locked
  }

  package var all: [Rule] { groups.flatMap(\.rules) }

  /// The rule with this id, or else the one that had it before.
  package subscript(id: String) -> Rule? {
    for group in groups {
      if let rule = group.rules.first(where: { $0.id == id }) { return rule }
    }
    return all.first { $0.formerIDs.contains(id) }
  }

  /// The id that a misspelt one was most likely meant to be.
  package func nearest(to name: String) -> String? {
    nearestMatch(to: name, in: all.flatMap { [$0.id] + $0.formerIDs }).flatMap { self[$0]?.id }
  }
}
