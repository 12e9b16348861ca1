package import DaylightSyntax

/// What a finished page says of links, for when all pages are known.
struct PageLinks: Sendable {
  /// Findings of links that lead nowhere, whatever the other pages say.
  var broken: [Diagnostic] = []
  /// The digests of the page’s ids.
  var ids: [UInt64] = []
  /// References to anchors that no body has, so that only the finished pages can tell.
  var open: [OpenReference] = []

  struct OpenReference: Sendable {
    /// The number of the file.
    let target: Int
    let anchor: ContentDigest
    /// What is to be said where the anchor is missing.
    let finding: Diagnostic
  }
}

/// Checks that every local link of a finished page leads to a finished file, and every `#anchor` to
/// an id that is there, whoever made the link: an author, a template, or the program.
///
/// Nearly all links are plain relative paths. These are looked up as they stand in the page, without
/// a string being made of them.
struct LinkAudit {
  private let targets: LinkTargets
  private var path = ""
  private var folders: [UInt8] = []
  private var depth = 0
  private var ids = DigestSet()
  private var local: [Range<Int>] = []
  private var links = PageLinks()
  /// Kept from page to page for its memory.
  private var resolved: [UInt8] = []
  /// The files that unusual references lead to, which pages repeat as much as plain ones.
  private var known: [ContentDigest: Int] = [:]

  init(_ targets: LinkTargets) { self.targets = targets }

  mutating func begin(_ path: String) {
    self.path = path
    folders.removeAll(keepingCapacity: true)
    folders += path.utf8
    while let last = folders.last, last != UInt8(ascii: "/") { folders.removeLast() }
    depth = folders.count { $0 == UInt8(ascii: "/") }
    ids.removeAll()
    local.removeAll(keepingCapacity: true)
  }

  /// Notes an id of the page.
  mutating func noteID(_ value: Range<Int>, in page: [UInt8]) {
    if page[value].contains(UInt8(ascii: "&")) {
      ids.insert(ContentDigest(Self.decoded(value, in: page)).value)
    } else {
      ids.insert(page.digest(of: value).value)
    }
  }

  /// Checks where a `href` or `src` leads.
  mutating func check(_ value: Range<Int>, in page: [UInt8]) {
    guard let first = page[value].first else { return }
    if first == UInt8(ascii: "#") {
      local.append(value)
    } else if !Self.isPlainlyElsewhere(page[value]), !leadsToFile(value, in: page) {
      checkUnusual(value, in: page)
    }
  }

  /// The links of the page, with those to its own ids resolved.
  mutating func end(_ page: [UInt8]) -> PageLinks {
    for value in local where value.count > 1 {
      let anchor = value.lowerBound + 1..<value.upperBound
      guard !ids.contains(page.digest(of: anchor).value) else { continue }
      let name = Address.decoded(String(decoding: page[anchor], as: UTF8.self)[...])
      guard !ids.contains(ContentDigest(Array(name.utf8)).value) else { continue }
      let decoded = Address.decoded(
        String(decoding: Self.decoded(anchor, in: page), as: UTF8.self)[...])
      guard !ids.contains(ContentDigest(Array(decoded.utf8)).value) else { continue }
      links.broken.append(.brokenOutputLink("#" + name, at: location(value, page)))
    }
    links.ids = ids.members
    defer { links = PageLinks() }
    return links
  }
}

extension LinkAudit {
  /// Follows a reference that is a plain relative path, and answers whether there is such a file.
  private mutating func leadsToFile(_ value: Range<Int>, in page: [UInt8]) -> Bool {
    var start = value.lowerBound
    var climbed = 0
    while climbed < depth, page[start..<value.upperBound].starts(with: "../".utf8) {
      start += 3
      climbed += 1
    }
    guard let path = Self.plainPath(start..<value.upperBound, in: page) else { return false }
    let target: Int?
    if climbed == depth, !path.isEmpty, page[path.upperBound - 1] != UInt8(ascii: "/") {
      target = page.withUnsafeBytes {
        targets.number(of: UnsafeRawBufferPointer(rebasing: $0[path]))
      }
    } else {
      target = resolve(path, climbed: climbed, in: page)
    }
    guard let target else { return false }
    if path.upperBound < value.upperBound {
      check(anchor: path.upperBound + 1..<value.upperBound, of: target, value, in: page)
    }
    return true
  }

  /// The part before `#` of a reference in which nothing is escaped and every `/` is followed by a
  /// name; nil for any other.
  private static func plainPath(_ range: Range<Int>, in page: [UInt8]) -> Range<Int>? {
    var end: Int?
    var followsSlash = true
    for offset in range {
      switch page[offset] {
      case UInt8(ascii: "#"): end = end ?? offset
      case UInt8(ascii: "&"), UInt8(ascii: "%"), 0...0x20: return nil
      case UInt8(ascii: "/"), UInt8(ascii: "."):
        if followsSlash, end == nil { return nil }
        followsSlash = page[offset] == UInt8(ascii: "/")
      default: followsSlash = false
      }
    }
    return range.lowerBound..<(end ?? range.upperBound)
  }

  private mutating func resolve(_ path: Range<Int>, climbed: Int, in page: [UInt8]) -> Int? {
    resolved.removeAll(keepingCapacity: true)
    var kept = 0
    for byte in folders where kept < depth - climbed {
      resolved.append(byte)
      if byte == UInt8(ascii: "/") { kept += 1 }
    }
    resolved += page[path]
    if resolved.isEmpty || resolved.last == UInt8(ascii: "/") { resolved += "index.html".utf8 }
    return resolved.withUnsafeBytes { targets.number(of: $0) }
  }

  private mutating func check(
    anchor: Range<Int>, of target: Int, _ value: Range<Int>, in page: [UInt8]
  ) {
    if anchor.isEmpty { return }
    let digest = page.digest(of: anchor)
    if targets.hasInBody(target, digest) { return }
    links.open.append(
      .init(
        target: target, anchor: digest,
        finding: .brokenOutputLink(
          String(decoding: page[value], as: UTF8.self), at: location(value, page))))
  }

  /// Follows a reference of any other kind.
  private mutating func checkUnusual(_ value: Range<Int>, in page: [UInt8]) {
    let reference = String(decoding: Self.decoded(value, in: page), as: UTF8.self)
    guard SiteIndex.scheme(of: reference) == nil, !reference.hasPrefix("//"), !reference.isEmpty
    else { return }
    let parts = reference.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let anchor = parts.count == 2 ? Address.decoded(parts[1]) : ""
    if let target = number(of: parts[0]) {
      let digest = ContentDigest(Array(anchor.utf8))
      if anchor.isEmpty || targets.hasInBody(target, digest) { return }
      let finding = Diagnostic.brokenOutputLink(reference, at: location(value, page))
      links.open.append(.init(target: target, anchor: digest, finding: finding))
    } else {
      links.broken.append(.brokenOutputLink(reference, at: location(value, page)))
    }
  }

  private mutating func number(of reference: Substring) -> Int? {
    // What climbs to the root of the site leads to the same file from every page as deep.
    let isFromRoot =
      reference.hasPrefix("/") || reference.hasPrefix(String(repeating: "../", count: depth))
    let key = ContentDigest(Array("\(depth) \(reference)".utf8))
    if isFromRoot, let number = known[key] { return number }
    var path = Address.decoded(reference)
    if path.hasPrefix(targets.rootPath) {
      path = RelativePath.resolve(String(path.dropFirst(targets.rootPath.count)), from: "") ?? "/"
    } else if !path.hasPrefix("/") {
      path = RelativePath.resolve(path, from: self.path) ?? "/"
    }
    if reference.hasSuffix("/") || path.isEmpty {
      path += path.isEmpty || path.hasSuffix("/") ? "index.html" : "/index.html"
    }
    let number = targets.number(of: path)
    if isFromRoot { known[key] = number }
    return number
  }
}

extension LinkAudit {
  /// Whether a reference begins with a scheme or two slashes: most of those that leave the site do so
  /// without disguise.
  private static func isPlainlyElsewhere(_ reference: ArraySlice<UInt8>) -> Bool {
    if reference.starts(with: "//".utf8) { return true }
    for (index, byte) in reference.enumerated() {
      switch byte {
      case UInt8(ascii: ":"): return index > 0
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): continue
      default: return false
      }
    }
    return false
  }

  private static func decoded(_ value: Range<Int>, in page: [UInt8]) -> [UInt8] {
    HTMLCharacterReference.decode(page.span.extracting(value), inAttribute: true)
  }

  private func location(_ range: Range<Int>, _ page: [UInt8]) -> SourceLocation {
    let lines = LineIndex(page[..<range.upperBound])
    return SourceLocation(
      path: "public/" + path, start: lines.position(at: range.lowerBound),
      end: lines.position(at: range.upperBound))
  }
}

extension [UInt8] {
  fileprivate func digest(of range: Range<Int>) -> ContentDigest {
    ContentDigest(span.extracting(range))
  }
}

extension Rule {
  package static let brokenOutputLink = Rule(
    "broken-output-link", .error, "A link of a finished page that leads nowhere.")
}

extension Diagnostic {
  fileprivate static func brokenOutputLink(
    _ reference: String, at location: SourceLocation
  ) -> Self {
    Diagnostic(
      .brokenOutputLink, "‘\(reference)’ leads nowhere in the finished site", at: location,
      help: "no page of ‘content’ wrote this link: look for it in ‘templates’")
  }
}
