import DaylightModel
package import DaylightSyntax
import DaylightTheme

/// Flags two things that would be published at one address.
///
/// Addresses are compared without case, because some servers and disks do not distinguish `A` from
/// `a`.
enum AddressRule: SiteRule {
  static func check(_ index: SiteIndex) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    var claims: [(path: String, location: SourceLocation)] = reserved.map {
      ($0, .file("daylight"))
    }
    let ownClaims = claims.count
    /// Who claims an address first.
    var owners: [String: Int] = [:]
    owners.reserveCapacity(index.entries.count + 64)
    for (number, claim) in claims.enumerated() { owners[claim.path] = number }
    func claim(_ path: String, for location: SourceLocation) {
      let key = key(of: path)
      if let first = owners[key] {
        if claims[first].location != location {
          diagnostics.append(.addressCollision(path, at: location, first: claims[first].location))
        }
      } else {
        owners[key] = claims.count
      }
      claims.append((path, location))
    }
    for entry in index.entries {
      if let problem = problem(of: entry) { diagnostics.append(problem) }
      // A booklet is made for the file of its path.
      let file = entry.kind.traits.content == .booklet ? entry.section : nil
      claim(entry.route.outputPath, for: .file(file ?? entry.source))
    }
    for file in index.attachments.values.sorted(by: { $0.path < $1.path }) {
      claim(file.publishedPath, for: .file(file.path))
    }
    for document in index.documents.values {
      for address in document.common.oldAddresses {
        let path = Redirect.outputPath(of: address.value)
        claim(path, for: address.location)
        // A server would serve a page of any other name as another type of file.
        if !path.hasSuffix(".html"), !reserved.contains(path) {
          diagnostics.append(
            .invalidAddress(
              address.value, "a page’s name ends in ‘.html’", at: address.location))
        }
      }
    }
    // A file and a folder cannot have one name.
    var folders: [Substring: Bool] = [:]
    for (path, location) in claims.dropFirst(ownClaims) {
      var folder = path[...]
      while let slash = folder.utf8.lastIndex(of: UInt8(ascii: "/")) {
        folder = folder[..<slash]
        if folders[folder] == false { continue }
        let first = owners[key(of: String(folder))]
        folders[folder] = first != nil
        guard let first else { continue }
        diagnostics.append(
          .addressCollision(String(folder), at: location, first: claims[first].location))
      }
    }
    return diagnostics
  }

  private static func key(of path: String) -> String {
    let isLowercase = path.utf8.allSatisfy { $0 < 0x80 && !$0.isASCIICapital }
    return isLowercase ? path : path.lowercased()
  }

  private static func problem(of entry: PageEntry) -> Diagnostic? {
    let parts = entry.route.path.split(separator: "/", omittingEmptySubsequences: false)
    let isSafe = parts.enumerated().allSatisfy { number, part in
      part.isEmpty ? number == parts.count - 1 : Slug.isSafe(String(part))
    }
    return isSafe ? nil : .unusableName(entry.source)
  }

  /// Files that every build writes.
  private static let reserved =
    [
      "sitemap.xml", "robots.txt", "feed.xml", "glossary.json", AssetCatalog.rootIcon,
    ] + HostFile.written
}

extension Rule {
  package static let addressCollision = Rule(
    "address-collision", .error, "Two things that would be published at one address.",
    why: "Only one of the two can be at that address; the other would be lost.",
    bad: "content/rest.md\ncontent/rest/index.md",
    good: "content/rest.md\ncontent/resting/index.md",
    fix: "Rename one of the two files, or remove the old address.", in: .files)
  package static let unusableName = Rule(
    "unusable-name", .error, "A file whose name makes no address.",
    why: "A page needs an address, and none can be made of this name.",
    bad: "content/???.md",
    good: "content/what-now.md",
    fix: "Rename the file with letters, digits and hyphens.", in: .files)
}

extension Diagnostic {
  fileprivate static func addressCollision(
    _ path: String, at location: SourceLocation, first: SourceLocation
  ) -> Self {
    let isOurs = first.path == "daylight"
    return Diagnostic(
      .addressCollision,
      isOurs
        ? "Daylight itself writes ‘\(path)’" : "something else is already published at ‘\(path)’",
      at: location, notes: isOurs ? [] : [.init("it is this", at: first)],
      help: path == AssetCatalog.rootIcon && isOurs
        ? "move it to ‘templates/assets’, where the icons of the site are"
        : pageInFolder(location.path, first.path).map {
          "keep one of the two: bring the text of the other into ‘\($0)’, then delete that"
        } ?? "rename one of the two files, or remove the old address")
  }

  /// `team/index.md`, of that and `team.md`.
  private static func pageInFolder(_ one: String, _ other: String) -> String? {
    let (short, long) = one.utf8.count < other.utf8.count ? (one, other) : (other, one)
    return long == short.dropLast(".md".count) + "/index.md" ? long : nil
  }

  fileprivate static func unusableName(_ source: String) -> Self {
    Diagnostic(
      .unusableName, "no address can be made of this file’s name", at: .file(source),
      help: "rename it with letters, digits and hyphens")
  }
}
