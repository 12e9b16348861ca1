package import DaylightSyntax

/// Flags two things that would be published at one address.
///
/// Addresses are compared without case, because some servers and disks do not tell `A` from `a`.
enum AddressRule {
  static func check(_ index: SiteIndex, documents: [Document]) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    var owners: [String: SourceLocation] = [:]
    var claims: [(path: String, location: SourceLocation)] = []
    func claim(_ path: String, for location: SourceLocation) {
      let key = path.lowercased()
      claims.append((path, location))
      if let first = owners[key], first != location {
        diagnostics.append(.addressCollision(path, at: location, first: first))
      } else {
        owners[key] = location
      }
    }
    for path in reserved { owners[path] = .file("daylight") }
    for entry in index.entries {
      if let problem = problem(of: entry) { diagnostics.append(problem) }
      claim(entry.route.outputPath, for: .file(entry.source))
    }
    for file in index.attachments.values.sorted(by: { $0.path < $1.path }) {
      claim(file.publishedPath, for: .file(file.path))
    }
    for document in documents {
      for address in document.common.oldAddresses {
        claim(Redirect.outputPath(of: address.value), for: address.location)
      }
    }
    // A file and a folder cannot have one name.
    for (path, location) in claims {
      var folder = path[...]
      while let slash = folder.lastIndex(of: "/") {
        folder = folder[..<slash]
        guard let first = owners[folder.lowercased()] else { continue }
        diagnostics.append(.addressCollision(String(folder), at: location, first: first))
      }
    }
    return diagnostics
  }

  private static func problem(of entry: PageEntry) -> Diagnostic? {
    let parts = entry.route.path.split(separator: "/", omittingEmptySubsequences: false)
    let isSafe = parts.enumerated().allSatisfy { number, part in
      part.isEmpty ? number == parts.count - 1 : Slug.isSafe(String(part))
    }
    return isSafe ? nil : .unusableName(entry.source)
  }

  /// Files that every build writes.
  private static let reserved = [
    "sitemap.xml", "robots.txt", "feed.xml", "glossary.json", "_headers", ".htaccess",
    "nginx-headers.conf",
  ]
}

extension Rule {
  package static let addressCollision = Rule(
    "address-collision", .error, "Two things that would be published at one address.")
  package static let unusableName = Rule(
    "unusable-name", .error, "A file whose name makes no address.")
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
      help: "rename one of the two files, or take the old address out")
  }

  fileprivate static func unusableName(_ source: String) -> Self {
    Diagnostic(
      .unusableName, "no address can be made of this file’s name", at: .file(source),
      help: "rename it with letters, digits and hyphens")
  }
}
