import DaylightBuild
import DaylightSyntax

/// What is at the place that a site is published to.
package struct OnlineVersion: Sendable, Hashable {
  /// The digests of the files that Daylight put there and that are still there. Nil if publishing
  /// was interrupted, and a file may be of either version.
  package var ours: [String: String?]
  /// Every other file.
  package var others: Set<String>
  /// Whether the last publishing was interrupted.
  package var isUnfinished: Bool
  /// Whether Daylight has published there before.
  package var isKnown: Bool

  package init(
    ours: [String: String?] = [:], others: Set<String> = [], isUnfinished: Bool = false,
    isKnown: Bool = true
  ) {
    self.ours = ours
    self.others = others
    self.isUnfinished = isUnfinished
    self.isKnown = isKnown
  }

  /// - Parameters:
  ///   - list: what was last put there; nil if nothing ever was.
  ///   - files: all files that are there, without the list itself.
  init(list: Manifest?, files: some Sequence<String>) {
    var digests: [String: String?] = [:]
    for entry in list?.entries ?? [] {
      // A file that is listed twice is of one version or the other.
      digests[entry.path] = .some(digests[entry.path] == nil ? entry.digest.hexadecimal : nil)
    }
    ours = [:]
    others = []
    for file in files {
      if let digest = digests[file] { ours[file] = .some(digest) } else { others.insert(file) }
    }
    isUnfinished = list?.isComplete == false
    isKnown = list != nil
  }
}
