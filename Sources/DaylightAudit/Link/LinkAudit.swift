package import DaylightSyntax

/// The links of a finished page, to check once all pages are known.
package struct PageLinks: Sendable {
  /// Findings of links that lead nowhere, whatever the other pages contain.
  package var broken: [Diagnostic] = []
  /// The digests of the page’s ids.
  package var ids: [UInt64] = []
  /// References to anchors that no body has, so that they have to be looked up in the finished
  /// pages.
  package var open: [OpenReference] = []

  package struct OpenReference: Sendable {
    /// The path of the file.
    package let target: String
    package let anchor: ContentDigest
    /// The finding if the anchor is missing.
    let finding: Diagnostic
  }
}

/// Checks that every local link of a finished page leads to a finished file, and every `#anchor` to
/// an existing id, whoever made the link: an author, a template, or the program.
///
/// Nearly all links are plain relative paths. These are looked up as written in the page, without
/// making a string.
struct LinkAudit {
  private let targets: LinkTargets
  private var path = ""
  private var folders: [UInt8] = []
  private var depth = 0
  private var ids = DigestSet()
  private var local: [Range<Int>] = []
  /// The ids of what buttons open.
  private var openers: [Range<Int>] = []
  private var links = PageLinks()
  /// Kept from page to page for its memory.
  private var resolved: [UInt8] = []
  /// Of the page, once something is found in it.
  private var lines: LineIndex?
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
    openers.removeAll(keepingCapacity: true)
    lines = nil
  }

  /// Records an id of the page.
  ///
  /// - Returns: whether it is new there.
  mutating func noteID(_ value: Range<Int>, in page: UnsafeBufferPointer<UInt8>) -> Bool {
    let id = page.raw(value)
    return id.contains(UInt8(ascii: "&"))
      ? ids.insert(ContentDigest(Self.decoded(value, in: page)).value)
      : ids.insert(ContentDigest(id).value)
  }

  /// Records the id of what a button opens.
  mutating func noteOpener(_ value: Range<Int>) { openers.append(value) }

  /// Checks where a `href` or `src` leads.
  ///
  /// - Returns: whether it is plainly a file of the site.
  mutating func check(_ value: Range<Int>, in page: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = page.raw(value).first else { return false }
    if first == UInt8(ascii: "#") {
      local.append(value)
      return true
    }
    if leadsToFile(value, in: page) { return true }
    if !Self.isPlainlyElsewhere(page.raw(value)) { checkUnusual(value, in: page) }
    return false
  }

  /// The links of the page, with those to its own ids resolved.
  mutating func end(_ page: UnsafeBufferPointer<UInt8>) -> PageLinks {
    for value in local where value.count > 1 {
      let anchor = value.lowerBound + 1..<value.upperBound
      if !ids.contains(ContentDigest(page.raw(anchor)).value) {
        checkUnusual(anchor, of: value, page)
      }
    }
    for value in openers where !ids.contains(ContentDigest(page.raw(value)).value) {
      checkUnusual(value, of: value, page)
    }
    // As many as there are: the set has room for more, which would stay with every page.
    links.ids = ids.members.map(\.self)
    defer { links = PageLinks() }
    return links
  }

  private mutating func checkUnusual(
    _ anchor: Range<Int>, of value: Range<Int>, _ page: UnsafeBufferPointer<UInt8>
  ) {
    let name = Address.decoded(String(decoding: page.raw(anchor), as: UTF8.self)[...])
    let decoded = Address.decoded(
      String(decoding: Self.decoded(anchor, in: page), as: UTF8.self)[...])
    for id in [name, decoded] where ids.contains(ContentDigest(Array(id.utf8)).value) { return }
    if isTop(decoded) { return }
    links.broken.append(.brokenOutputLink("#" + name, at: location(value, page)))
  }
}

extension LinkAudit {
  /// Follows a reference that is a plain relative path.
  ///
  /// - Returns: whether there is such a file.
  private mutating func leadsToFile(
    _ value: Range<Int>, in page: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    var start = value.lowerBound
    var climbed = 0
    while climbed < depth, start + 3 <= value.upperBound, page[start] == UInt8(ascii: "."),
      page[start + 1] == UInt8(ascii: "."), page[start + 2] == UInt8(ascii: "/")
    {
      start += 3
      climbed += 1
    }
    let reference = page.raw(start..<value.upperBound)
    let length =
      reference.bindMemory(to: UInt8.self).offset(of: UInt8(ascii: "#"), from: 0)
      ?? reference.count
    guard let target = number(of: reference[..<length], climbed: climbed) else { return false }
    if length + 1 < reference.count {
      let anchor = ContentDigest(UnsafeRawBufferPointer(rebasing: reference[(length + 1)...]))
      if !targets.hasInBody(target, anchor) { checkUnusual(value, in: page) }
    }
    return true
  }

  /// The file at a plain path from a folder above the page, or from its own.
  private mutating func number(of path: Slice<UnsafeRawBufferPointer>, climbed: Int) -> Int? {
    if climbed == depth, let last = path.last, last != UInt8(ascii: "/") {
      return targets.number(ofPlain: UnsafeRawBufferPointer(rebasing: path))
    }
    resolved.removeAll(keepingCapacity: true)
    var kept = 0
    for byte in folders where kept < depth - climbed {
      resolved.append(byte)
      if byte == UInt8(ascii: "/") { kept += 1 }
    }
    resolved.append(contentsOf: path)
    if resolved.isEmpty || resolved.last == UInt8(ascii: "/") { resolved += "index.html".utf8 }
    return resolved.withUnsafeBytes { targets.number(ofPlain: $0) }
  }

  /// Every page has this place, without an id (HTML standard, section 7.4.6.4).
  private func isTop(_ anchor: String) -> Bool { anchor.lowercased() == "top" }

  /// Follows a reference of any other kind.
  private mutating func checkUnusual(_ value: Range<Int>, in page: UnsafeBufferPointer<UInt8>) {
    let reference = String(decoding: Self.decoded(value, in: page), as: UTF8.self)
    guard Address.scheme(of: reference) == nil, !reference.hasPrefix("//"), !reference.isEmpty
    else { return }
    let parts = reference.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let anchor = parts.count == 2 ? Address.decoded(parts[1]) : ""
    if let target = number(of: parts[0]) {
      let digest = ContentDigest(Array(anchor.utf8))
      if anchor.isEmpty || isTop(anchor) || targets.hasInBody(target, digest) { return }
      let finding = Diagnostic.brokenOutputLink(reference, at: location(value, page))
      links.open.append(.init(target: targets.paths[target], anchor: digest, finding: finding))
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
    let reference = targets.allowsShortAddresses ? reference.prefix { $0 != "?" } : reference
    if reference.isEmpty { return targets.number(of: self.path) }
    var path = Address.decoded(reference)
    if path.hasPrefix(targets.rootPath) {
      path = RelativePath.resolve(String(path.dropFirst(targets.rootPath.count)), from: "") ?? "/"
    } else if !path.hasPrefix("/") {
      path = RelativePath.resolve(path, from: self.path) ?? "/"
    }
    if reference.hasSuffix("/") || path.isEmpty {
      path += path.isEmpty || path.hasSuffix("/") ? "index.html" : "/index.html"
    }
    let number = targets.number(of: path) ?? numberOfShort(path)
    if isFromRoot { known[key] = number }
    return number
  }

  /// The page at an address that leaves out the end of its name.
  private func numberOfShort(_ path: String) -> Int? {
    guard targets.allowsShortAddresses else { return nil }
    return targets.number(of: path + "/index.html") ?? targets.number(of: path + ".html")
  }
}

extension LinkAudit {
  /// Whether a reference begins with a scheme or two slashes: most of those that leave the site do so
  /// without disguise.
  private static func isPlainlyElsewhere(_ reference: UnsafeRawBufferPointer) -> Bool {
    if reference.count >= 2, reference[0] == UInt8(ascii: "/"), reference[1] == reference[0] {
      return true
    }
    for (index, byte) in reference.enumerated() {
      switch byte {
      case UInt8(ascii: ":"): return index > 0
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): continue
      default: return false
      }
    }
    return false
  }

  private static func decoded(
    _ value: Range<Int>, in page: UnsafeBufferPointer<UInt8>
  ) -> [UInt8] {
    HTMLCharacterReference.decode(page.span.extracting(value), inAttribute: true)
  }

  private mutating func location(
    _ range: Range<Int>, _ page: UnsafeBufferPointer<UInt8>
  ) -> SourceLocation {
    let lines = lines ?? LineIndex(page)
    self.lines = lines
    return SourceLocation(
      path: "public/" + path, start: lines.position(at: range.lowerBound),
      end: lines.position(at: range.upperBound))
  }
}

extension UnsafeBufferPointer<UInt8> {
  fileprivate func raw(_ range: Range<Int>) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: self[range]))
  }
}

extension Rule {
  package static let brokenOutputLink = Rule(
    "broken-output-link", .error, "A link of a finished page that leads nowhere.",
    why: "A reader who follows it comes to an error page, whoever wrote the link.",
    bad: #"<a href="{{root}}map.html">How to find us</a>"#,
    good: #"<a href="{{root}}{{site.helpPath}}">Help</a>"#,
    fix: "Correct the address in the template, or remove the link.", in: .template)
}

extension Diagnostic {
  fileprivate static func brokenOutputLink(
    _ reference: String, at location: SourceLocation
  ) -> Self {
    let list = ["sources", "words"].first { reference.hasPrefix("#\($0.dropLast())-") }
    let help =
      list.map {
        "the template of this page does not print its \($0): write ‘{{> \($0)}}’ below its text"
      } ?? "no page of ‘content’ wrote this link: look for it in ‘templates’"
    return Diagnostic(
      .brokenOutputLink, "‘\(reference)’ leads nowhere in the finished site", at: location,
      help: help)
  }
}
