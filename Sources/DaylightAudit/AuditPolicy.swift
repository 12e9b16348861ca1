package import DaylightSyntax

/// What every page of this site must have, which the audit compares with the output.
package struct AuditPolicy: Sendable, Hashable {
  /// The address of both exit links, exactly as in the pages (SAF-13).
  package var exitURL: String
  /// The host that the site is published on, in lower case, with scheme and port where these are not
  /// those of `https:`; nil for a site that may move.
  package var siteHost: String?
  /// The path of the site on its host, with a slash at both ends.
  package var basePath: String
  /// The text of the `<meta>` element (SAF-18).
  package var contentSecurityPolicy: String
  /// The same for a page that contains the style sheet of the landmarks and the exit script; nil if
  /// no page may.
  package var inlinePolicy: String?
  /// The script that leaves, which every page loads, and the one that forgets, which every
  /// checklist loads.
  package var exitScript: Script
  package var checklistScript: Script
  /// The style that keeps the landmarks in sight, which every page links first.
  package var landmarkStyle: Script
  /// The required texts of the landmarks.
  package var words: LandmarkWords
  /// The sentence that keeps a checklist without ticks from reassuring (CHK-03).
  package var zeroTicksText: String
  /// Whose words the pages are written in.
  package var language: Language
  package var hasFeed: Bool
  package var hasOpenGraph: Bool
  /// Whether PDFs may be published.
  package var allowsDownloads: Bool
  /// Whether a whole visit has one entry in the list that Back uses (SAF-09).
  package var hasSingleEntry: Bool
  /// Whether links end in the name of a file, so that the way to a folder is no link.
  package var linksNameFiles: Bool
  /// The order that every page must have; nil if it is enough that all pages have the same
  /// (CRI-05).
  package var landmarkOrder: [Landmark]?
  /// The ids of rules whose findings are left out in the end, so that no page is refused for them.
  package var unapplied: Set<String>

  /// A shipped script or style: where it is published, and each of its bytes.
  package struct Script: Sendable, Hashable {
    package var path: String
    package var bytes: [UInt8]

    package init(path: String, bytes: [UInt8]) {
      self.path = path
      self.bytes = bytes
    }
  }

  package init(
    exitURL: String, siteHost: String? = nil, basePath: String = "/",
    contentSecurityPolicy: String, inlinePolicy: String? = nil,
    exitScript: Script, checklistScript: Script,
    landmarkStyle: Script, words: LandmarkWords = LandmarkWords(),
    zeroTicksText: String, language: Language = .english, hasFeed: Bool = false,
    hasOpenGraph: Bool = false, allowsDownloads: Bool = false, hasSingleEntry: Bool = true,
    linksNameFiles: Bool = true,
    landmarkOrder: [Landmark]? = nil, unapplied: Set<String> = []
  ) {
    self.exitURL = exitURL
    self.siteHost = siteHost
    self.basePath = basePath
    self.contentSecurityPolicy = contentSecurityPolicy
    self.inlinePolicy = inlinePolicy
    self.exitScript = exitScript
    self.checklistScript = checklistScript
    self.landmarkStyle = landmarkStyle
    self.words = words
    self.zeroTicksText = zeroTicksText
    self.language = language
    self.hasFeed = hasFeed
    self.hasOpenGraph = hasOpenGraph
    self.allowsDownloads = allowsDownloads
    self.hasSingleEntry = hasSingleEntry
    self.linksNameFiles = linksNameFiles
    self.landmarkOrder = landmarkOrder
    self.unapplied = unapplied
  }
}
