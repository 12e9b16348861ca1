import DaylightBuild
import DaylightSyntax

/// What is kept on this computer of the versions at one place.
struct FormerVersions {
  /// The version before the last publishing.
  let last: KeptFolder
  /// The version before a publishing that has not finished.
  let pending: KeptFolder
  /// What is being sent besides the site.
  let work: KeptFolder

  /// - Parameters:
  ///   - site: the folder with `content`.
  ///   - place: names the place of publication.
  init(site: String, place: String) {
    let key = ContentDigest(Array(place.utf8)).hexadecimal
    let folder = KeptFolder(site + "/.daylight/published")[key]
    (last, pending, work) = (folder["last"], folder["pending"], folder["work"])
  }

  /// The version before the publishing that left this list there; nil if that was from another
  /// computer, or before versions were kept.
  ///
  /// - Returns: the version, and whether that publishing has finished.
  func version(
    before list: ContentDigest
  ) throws(BuildFailure) -> (version: FormerVersion, isFinished: Bool)? {
    if let version = try FormerVersion(in: last), list == version.after { return (version, true) }
    guard let version = try FormerVersion(in: pending) else { return nil }
    if list == version.during { return (version, false) }
    guard list == version.after else { return nil }
    // Only the move at the very end is missing.
    try pending.replace(last)
    return try FormerVersion(in: last).map { ($0, true) }
  }
}
