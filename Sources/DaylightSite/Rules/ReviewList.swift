import DaylightModel
package import DaylightSyntax

/// The pages and terms whose review needs something: wrong, overdue, changed, unsigned or due; and
/// signed ones that no longer exist.
package struct ReviewList: Sendable {
  package struct Item: Sendable, Hashable {
    package let concern: Concern
    /// From the root of the site; that of the lock for a line of it that cannot be read.
    package let page: String
    package let reviewers: [String]
    package let reviewBy: CalendarDate?
    /// Until the review is due; below zero once it is overdue.
    package let days: Int?
    package let message: String
  }

  /// The most pressing first.
  package enum Concern: String, Sendable, Hashable, CaseIterable {
    case wrong, overdue, changed, unsigned, due, gone
  }

  /// By concern, then by path.
  package let items: [Item]

  package init(_ build: SiteBuild) {
    let index = build.index.value
    let pages = index.documents.values.flatMap { document -> [Item] in
      let path = document.file.path
      let fields = document.reviewFields
      let review = PageReview(of: document, build.page(path), in: index)
      return review.diagnostics.map { finding in
        Item(
          concern: Self.concern(of: finding), page: path,
          reviewers: fields.reviewers.map(\.value), reviewBy: fields.reviewBy?.value,
          days: fields.reviewBy.map { index.now.days(until: $0.value) }, message: finding.message)
      }
    }
    let orphans = ReviewRule.orphans(index).map { signature in
      Item(
        concern: .gone, page: signature.page,
        reviewers: index.data.reviews.signatures(of: signature.page).map(\.signer.id),
        reviewBy: nil, days: nil, message: Diagnostic.reviewOfNoPage(signature).message)
    }
    let lines = build.diagnostics.filter { $0.rule == .reviewLock }.map { finding in
      Item(
        concern: .wrong, page: finding.location?.path ?? "", reviewers: [], reviewBy: nil,
        days: nil, message: "line \(finding.location?.start.line ?? 1): \(finding.message)")
    }
    let all = pages + orphans + lines
    items = Concern.allCases.flatMap { concern in
      all.filter { $0.concern == concern }.sorted { ($0.page, $0.message) < ($1.page, $1.message) }
    }
  }

  private static func concern(of finding: Diagnostic) -> Concern {
    switch finding.rule {
    case .reviewDue: .due
    case .reviewOverdue: .overdue
    case .reviewChanged: .changed
    case .reviewUnsigned: .unsigned
    default: .wrong
    }
  }

  /// A line each, under the name of its concern.
  package var text: String {
    guard !items.isEmpty else { return "No review is due, overdue, changed or unsigned.\n" }
    var lines: [String] = []
    for concern in Concern.allCases {
      let own = items.filter { $0.concern == concern }
      guard !own.isEmpty else { continue }
      lines.append("\(concern.rawValue): \(own.count)")
      lines += own.map { "  \($0.page): \($0.message)" }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  package var json: [UInt8] {
    var json = JSONWriter(indented: true)
    json.array { json in
      for item in items {
        json.object { json in
          json.member("concern", item.concern.rawValue)
          json.member("page", item.page)
          json.array("reviewers") { json in for each in item.reviewers { json.value(each) } }
          json.member("reviewBy", item.reviewBy?.iso)
          json.member("days", item.days)
          json.member("message", item.message)
        }
      }
    }
    return json.bytes + [UInt8(ascii: "\n")]
  }
}
