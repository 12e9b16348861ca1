/// The output of `daylight explain`: one rule in full, or a line for each.
package struct RuleText {
  private let book: RuleBook

  package init(_ book: RuleBook) { self.book = book }

  /// All rules by group, one line each.
  package var list: String {
    let width = book.all.map(\.id.utf8.count).max() ?? 0
    let groups = book.groups.map { group in
      let rules = group.rules.sorted { $0.id < $1.id }.map { rule in
        "  " + padded(rule.id, width) + padded(rule.level.rawValue, 7) + plain(rule.summary)
      }
      return ([group.title] + rules).joined(separator: "\n")
    }
    return groups.joined(separator: "\n\n") + "\n"
  }

  /// Why a rule exists, an example, how to fix what it finds, and how to allow it.
  package func explanation(of rule: Rule) -> String {
    let texts = rule.explanation
    var parts = [
      "\(rule.id): \(book.status(of: rule))\n\(wrapped(rule.summary))",
      wrapped("Why: " + texts.why),
    ]
    if !texts.bad.isEmpty {
      parts.append("Wrong, \(texts.place.rawValue):\n" + indented(texts.bad))
    }
    if !texts.good.isEmpty { parts.append("Right:\n" + indented(texts.good)) }
    parts.append(wrapped("To fix it: " + texts.fix))
    parts.append(allowance(of: rule))
    return parts.joined(separator: "\n\n") + "\n"
  }

  private func allowance(of rule: Rule) -> String {
    if book.locked.contains(rule.id) {
      return "It is locked: no setting lowers it, and no comment allows it."
    }
    var text =
      book[rule.id] == nil
      ? "To allow it, change its ‘level’ in content/language.yaml"
      : "To allow it, set its level for the whole site in content/site.yaml\n"
        + indented("rules:\n  \(rule.id): note") + "\n(error, warning, note or off)"
    if rule.isAboutText {
      text +=
        ", or allow one finding with a comment above its paragraph:\n"
        + indented("<!-- allow: \(rule.id) because four words or more -->")
    }
    return text
  }

  private func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.utf8.count) + 2)
  }

  private func indented(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { "    " + $0 }
      .joined(separator: "\n")
  }

  /// Lines of at most 90 characters.
  private func wrapped(_ text: String) -> String {
    var lines: [String] = []
    for word in plain(text).split(separator: " ") {
      if let last = lines.last, last.count + word.count < 90 {
        lines[lines.count - 1] += " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines.joined(separator: "\n")
  }

  /// Code in ‘ ’ as in messages, instead of Markdown’s marks.
  private func plain(_ text: String) -> String {
    text.split(separator: "`", omittingEmptySubsequences: false).enumerated()
      .map { $0 == 0 ? String($1) : ($0 % 2 == 1 ? "‘" : "’") + $1 }.joined()
  }
}

extension RuleBook {
  /// The level of a rule and its restrictions, such as “error, locked”.
  func status(of rule: Rule) -> String {
    let kind = locked.contains(rule.id) ? ", locked" : rule.isAboutText ? ", text" : ""
    return rule.level.rawValue + kind
  }
}
