/// What people are shown of a plan, and why one may not be carried out.
package struct PublishReport: Sendable, Hashable {
  private let plan: PublishPlan
  private let online: OnlineVersion
  private let place: String
  private let isUndo: Bool

  /// - Parameter place: where it is published to, for people.
  package init(plan: PublishPlan, online: OnlineVersion, place: String, isUndo: Bool) {
    self.plan = plan
    self.online = online
    self.place = place
    self.isUndo = isUndo
  }

  /// How many files change, with the first names.
  package var changes: String {
    var lines = ["What changes at \(place):"]
    if online.isUnfinished {
      lines.append("  The last publishing was interrupted; this finishes it.")
    }
    let groups = [
      ("added", plan.added), ("changed", plan.changed), ("removed", plan.removed),
      ("replaced, and not put there by Daylight", plan.replaced),
    ]
    for (word, paths) in groups where !paths.isEmpty {
      lines.append("  \(paths.count) \(word): \(Self.names(paths))")
    }
    if plan.unchanged > 0 { lines.append("  \(plan.unchanged) unchanged") }
    let others = online.others.count - plan.replaced.count
    if others > 0 {
      lines.append(
        "  \(Self.counted(others)) that Daylight did not put there \(others == 1 ? "stays" : "stay")"
      )
    }
    return lines.joined(separator: "\n")
  }

  package var question: String {
    isUndo ? "Bring the former version back?" : "Publish this?"
  }

  package var outcome: String {
    guard !isUndo else {
      return "The former version is back at \(place). "
        + "‘daylight publish --undo’ would undo this, too."
    }
    let sent = plan.sent.count
    return "Published: \(Self.counted(sent)) sent and \(plan.removed.count) removed at \(place)."
      + (online.isKnown ? " ‘daylight publish --undo’ brings the former version back." : "")
  }

  /// Why the plan may not be carried out; nil if it may.
  ///
  /// - Parameter isFirst: whether the author said that nothing of theirs is there yet.
  package func refusal(isFirst: Bool) -> PublishFailure? {
    if !plan.blocked.isEmpty {
      return PublishFailure(
        .refused,
        "\(Self.counted(plan.blocked.count)) at \(place) cannot stay beside the site: "
          + Self.names(plan.blocked),
        help: "Daylight did not put \(plan.blocked.count == 1 ? "it" : "them") there; move "
          + "\(plan.blocked.count == 1 ? "it" : "them") away, then publish again")
    }
    if isFirst { return nil }
    if !online.isKnown {
      guard !online.others.isEmpty else {
        return PublishFailure(
          .refused, "nothing has been published to \(place) yet",
          help: "check how the place is written; if it is right, run ‘daylight publish --first’")
      }
      return PublishFailure(
        .refused,
        "there \(online.others.count == 1 ? "is" : "are") \(Self.counted(online.others.count)) at "
          + "\(place) that Daylight did not put there: "
          + Self.names(online.others.sorted()),
        help: "check how the place is written; if the site belongs there, run ‘daylight publish "
          + "--first’, which replaces files of the same name and leaves all others alone")
    }
    guard plan.replaced.isEmpty else {
      return PublishFailure(
        .refused,
        "Daylight did not put \(plan.replaced.count == 1 ? "this file" : "these files") at "
          + "\(place), and the site has \(plan.replaced.count == 1 ? "one" : "some") of the same "
          + "name: \(Self.names(plan.replaced))",
        help: isUndo
          ? "move what is there away, then try again"
          : "move what is there away, or replace it with ‘daylight publish --first’")
    }
    return nil
  }

  private static func names(_ paths: [String]) -> String {
    let most = 5
    let names = paths.prefix(most).joined(separator: ", ")
    return paths.count > most ? names + " and \(paths.count - most) more" : names
  }

  private static func counted(_ count: Int) -> String { "\(count) file\(count == 1 ? "" : "s")" }
}

extension PublishFailure {
  package static let noPlace = PublishFailure(
    .refused, "content/site.yaml does not say where to publish the site",
    help: "add ‘publish: {to: you@example.org:/var/www/resources}’ for a server, or "
      + "‘publish: {branch: gh-pages}’ for a Git host")

  package static let changedMeanwhile = PublishFailure(
    .refused, "the finished site was changed while it was being published",
    help: "wait until no other build runs, then publish again")
}
