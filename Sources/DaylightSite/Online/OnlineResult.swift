import DaylightModel
package import DaylightSyntax

/// What was learnt about an address by asking its host.
package enum OnlineResult: Sendable, Hashable {
  case reachable
  /// The host says that it is at another address for good.
  case moved(to: String)
  /// The host knows no such page.
  case gone
  case noHost
  /// A DOI leads to a work with this title.
  case work(title: String)
  /// Nothing was learnt, and why: “it answers with the status 403”.
  case unknown(String)
}

extension OutsideAddress {
  /// What an author should do; nil for nothing.
  package func finding(_ result: OnlineResult) -> Diagnostic? {
    switch (result, purpose) {
    case (.reachable, _): nil
    case (.moved, .work): nil
    case (.moved(let address), .link): .movedLink(self, to: address)
    case (.gone, .link): .deadLink(self, "the host knows no such page any more")
    case (.gone, .work): .wrongDOI(self, "no work is registered under this DOI")
    case (.noHost, _): .deadLink(self, "there is no such host")
    case (.work(let title), .work(let own)):
      Self.isSame(title, own) ? nil : .wrongDOI(self, "this DOI leads to ‘\(title)’")
    case (.work, .link): nil
    case (.unknown(let reason), _): .unansweredLink(self, reason)
    }
  }

  /// Whether two titles have most of their words in common. One may lack the subtitle of the other, and
  /// registers differ in capitals, quotation marks and hyphens.
  static func isSame(_ title: String, _ other: String) -> Bool {
    func words(_ text: String) -> Set<String> {
      Set(text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init))
    }
    let (first, second) = (words(title), words(other))
    let shorter = min(first.count, second.count)
    return shorter > 0 && first.intersection(second).count * 4 >= shorter * 3
  }
}

extension Rule {
  package static let deadLink = Rule(
    "dead-link", .warning, "A link to a page on another site that is not there any more.",
    why: "Somebody who needs help comes to an error. Only `check --online` asks other sites.",
    bad: "[A list of shelters](https://example.org/gone)",
    good: "[A list of shelters](https://example.org/shelters)",
    fix: "Find where the page is now, or take the link out.", in: .described,
    plural: "links to pages that are not there any more")
  package static let movedLink = Rule(
    "moved-link", .note, "A link to a page on another site that has a new address for good.",
    why: "The old address works until its host forgets it. Only `check --online` asks other sites.",
    bad: "[A list of shelters](http://example.org/list)",
    good: "[A list of shelters](https://example.org/shelters)",
    fix: "Look at the page, and write the address that the message names.", in: .described,
    plural: "links to pages with a new address")
  package static let unansweredLink = Rule(
    "unanswered-link", .note, "A link to another site that could not be checked.",
    why:
      "Some sites answer browsers only, and some are down for an hour. Only `check --online` asks "
      + "them.",
    bad: "[A list of shelters](https://example.org/shelters), whose host does not answer",
    good: "[A list of shelters](https://example.org/shelters), whose host answers",
    fix: "Open the page in a browser.", in: .described,
    plural: "links that could not be checked")
  package static let wrongDOI = Rule(
    "wrong-doi", .warning, "A DOI that leads to another work, or to none.",
    why: "A reader who looks the source up finds something else. Only `check --online` asks the "
      + "register of DOIs.",
    bad: "dutton1993:\n  title: Emotional attachments in abusive relationships\n"
      + "  doi: 10.1891/0886-6708.8.2.106",
    good: "dutton1993:\n  title: Emotional attachments in abusive relationships\n"
      + "  doi: 10.1891/0886-6708.8.2.105",
    fix: "Copy the DOI from the publisher’s page of the work, or correct the title.",
    in: .described,
    plural: "DOIs that lead elsewhere")
}

extension RuleBook {
  /// The rules that only asking other sites can apply.
  static let online: [Rule] = [.deadLink, .movedLink, .unansweredLink, .wrongDOI]
}

extension Diagnostic {
  fileprivate static func deadLink(_ link: OutsideAddress, _ reason: String) -> Self {
    Diagnostic(
      .deadLink, "‘\(link.address)’ leads nowhere: \(reason)", at: link.location,
      help: "find where the page is now, or take the link out")
  }

  fileprivate static func movedLink(_ link: OutsideAddress, to address: String) -> Self {
    Diagnostic(
      .movedLink, "‘\(link.address)’ has a new address", at: link.location,
      help: "look at the page, and write ‘\(address)’")
  }

  fileprivate static func unansweredLink(_ link: OutsideAddress, _ reason: String) -> Self {
    Diagnostic(
      .unansweredLink, "‘\(link.address)’ could not be checked: \(reason)", at: link.location,
      help: "open it in a browser")
  }

  fileprivate static func wrongDOI(_ link: OutsideAddress, _ problem: String) -> Self {
    var title = ""
    if case .work(let own) = link.purpose { title = own }
    return Diagnostic(
      .wrongDOI, "\(problem), and the source is ‘\(title)’", at: link.location,
      help: "copy the DOI from the publisher’s page of the work, or correct the title")
  }
}
