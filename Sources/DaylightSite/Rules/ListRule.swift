import DaylightModel
package import DaylightSyntax

/// Flags pages that a reader could not distinguish in a list: two with the same title, or two with
/// the same `order`.
enum ListRule: SiteRule {
  static func check(_ index: SiteIndex) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    var reported: Set<[String]> = []
    let top = index.entries.filter {
      $0.section == nil && $0.kind != .home && !$0.kind.traits.isShownAtAnyAddress
    }
    let folders = index.members.sorted { $0.key < $1.key }.map(\.value)
    let paths = index.entries.filter { $0.kind.traits.content == .steps }
      .map { index.steps(ofPath: $0.source) }
    let lists: [[String]] =
      [top.map(\.source)] + folders + paths + index.topics.map(\.pages)
    for list in lists {
      findings += sameTitles(in: list, index, &reported)
    }
    // No list shows the single pages at the top in their order.
    let sections = top.filter { $0.kind.traits.isIndex }.map(\.source)
    for list in [sections] + folders {
      findings += sameOrders(in: list, index)
    }
    return findings
  }

  /// - Parameter reported: the pairs that were found in another list.
  private static func sameTitles(
    in list: [String], _ index: SiteIndex, _ reported: inout Set<[String]>
  ) -> [Diagnostic] {
    var first: [String: (source: String, title: Located<String>)] = [:]
    var findings: [Diagnostic] = []
    for source in list {
      // Two terms of one name are two entries that claim the same words.
      guard let document = index.documents[source], !document.kind.traits.isTerm else { continue }
      let title = document.title
      let key = title.value.lowercased()
      guard !key.isEmpty else { continue }
      if let other = first[key] {
        // A page can occur twice in a reading path.
        guard other.source != source, reported.insert([other.source, source]).inserted else {
          continue
        }
        findings.append(.sameTitle(title, as: other.title))
      } else {
        first[key] = (source, title)
      }
    }
    return findings
  }

  private static func sameOrders(in list: [String], _ index: SiteIndex) -> [Diagnostic] {
    var first: [Int: Located<Int>] = [:]
    var findings: [Diagnostic] = []
    for source in list {
      guard let document = index.documents[source], !document.kind.traits.isTerm,
        let order = document.common.order
      else { continue }
      if let other = first[order.value] {
        findings.append(.sameOrder(order, as: other))
      } else {
        first[order.value] = order
      }
    }
    return findings
  }
}

extension Rule {
  package static let sameTitle = Rule(
    "same-title", .warning, "Two pages of one list that have the same title.",
    why: "Readers see the same words twice and cannot tell which of the two they want.",
    bad: "two pages in `content/signs`, both with `title: Fear`",
    good: "`title: Fear of losing them` and `title: Fear of what they may do`",
    fix: "Give one of the two pages a title of its own.", in: .described)
  package static let sameOrder = Rule(
    "same-order", .warning, "Two pages of one folder that ask for the same place.",
    why: "Their titles then decide which comes first, which nobody meant.",
    bad: "two pages in `content/signs`, both with `order: 3`",
    good: "`order: 3` and `order: 4`",
    fix: "Give one of the two pages another number.", in: .described)
}

extension Diagnostic {
  fileprivate static func sameTitle(
    _ title: Located<String>, as other: Located<String>
  ) -> Self {
    Diagnostic(
      .sameTitle, "another page of the same list is called ‘\(title.value)’ too",
      at: title.location, notes: [Note("the first is here", at: other.location)],
      help: "give one of the two a title of its own")
  }

  fileprivate static func sameOrder(_ order: Located<Int>, as other: Located<Int>) -> Self {
    Diagnostic(
      .sameOrder, "another page of this folder has the order \(order.value) too",
      at: order.location, notes: [Note("the first is here", at: other.location)],
      help: "give one of the two another number")
  }
}
