import DaylightBuild

/// A place that a site is published to.
package protocol PublishTarget {
  /// For people.
  var text: String { get }

  /// Looks at what is there, and decides what publishing the site changes. Changes nothing.
  func publication(of site: FinishedSite) throws(PublishFailure) -> any Publication

  /// The same for the version that was there before the last publishing.
  func undoing() throws(PublishFailure) -> any Publication
}

/// A change of what is published that has been decided, and not made yet.
package protocol Publication {
  var online: OnlineVersion { get }
  var plan: PublishPlan { get }

  /// Makes the change.
  func send(_ progress: (String) -> Void) throws(PublishFailure)
}

/// The list of the files that Daylight put at a place, which it leaves there.
enum PublishedList {
  static let name = OutputPath.reserved + "published"

  static func read(_ bytes: [UInt8]) throws(PublishFailure) -> Manifest {
    guard let list = Manifest(bytes: bytes) else {
      throw PublishFailure(
        .refused,
        "the list of what Daylight has published, ‘\(name)’, is damaged or of a newer version",
        help: "delete it there, then run ‘daylight publish --first’; pages that the site no longer "
          + "has then stay until you delete them")
    }
    return list
  }
}
