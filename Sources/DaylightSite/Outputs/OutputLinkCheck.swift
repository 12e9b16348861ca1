package import DaylightSyntax

/// Checks that every local link of the finished pages leads to a finished file, and every `#anchor`
/// to an id that is there, whoever made the link: an author, a template, or the program.
struct OutputLinkCheck: Sendable {
  private let artifacts: [String: Artifact]
  /// The anchors of bodies, which need not be looked for again.
  private let anchors: [String: Set<String>]
  private let rootPath: String

  init(_ artifacts: [Artifact], pages: [Page], index: SiteIndex) {
    self.artifacts = Dictionary(
      artifacts.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    anchors = Dictionary(
      pages.compactMap { page in index[page.source].map { ($0.route.outputPath, page.anchors) } },
      uniquingKeysWith: { first, _ in first })
    rootPath = index.baseURL?.path ?? "/"
  }

  /// References that were found good, by a fingerprint of the place they lead to. Pages repeat most
  /// of their links, so that few are resolved more than once.
  struct Memo {
    fileprivate var good: Set<ContentDigest> = []
    /// Kept from page to page for its memory.
    fileprivate var ids: Set<ContentDigest> = []
    fileprivate var local: [Range<Int>] = []
  }

  /// The findings in one page.
  func check(_ artifact: Artifact, _ memo: inout Memo) -> [Diagnostic] {
    guard artifact.path.hasSuffix(".html"), let bytes = artifact.bytes else { return [] }
    memo.ids.removeAll(keepingCapacity: true)
    memo.local.removeAll(keepingCapacity: true)
    let depth = artifact.path.utf8.count { $0 == UInt8(ascii: "/") }
    var diagnostics: [Diagnostic] = []
    var scanner = HTMLScanner(bytes)
    while let token = scanner.next() {
      guard case .startTag = token else { continue }
      for attribute in scanner.attributes {
        guard let value = attribute.value, let kind = Kind(scanner, attribute.name) else {
          continue
        }
        if kind == .id {
          memo.ids.insert(Self.digest(bytes, value))
        } else if bytes[value].first == UInt8(ascii: "#") {
          memo.local.append(value)
        } else {
          let key = key(bytes, value, depth, artifact)
          if memo.good.contains(key) { continue }
          if let problem = problem(bytes, value, artifact) {
            diagnostics.append(problem)
          } else {
            memo.good.insert(key)
          }
        }
      }
    }
    for value in memo.local where value.count > 1 {
      let anchor = value.lowerBound + 1..<value.upperBound
      guard !memo.ids.contains(Self.digest(bytes, anchor)) else { continue }
      let name = Address.decoded(String(decoding: bytes[anchor], as: UTF8.self)[...])
      guard !memo.ids.contains(ContentDigest(Array(name.utf8))) else { continue }
      diagnostics.append(
        .brokenOutputLink("#" + name, at: location(value, bytes, artifact.path)))
    }
    return diagnostics
  }

  private static func digest(_ bytes: [UInt8], _ range: Range<Int>) -> ContentDigest {
    bytes.withUnsafeBytes { ContentDigest(UnsafeRawBufferPointer(rebasing: $0[range])) }
  }

  /// The same for all references to one place: of one that climbs to the root of the site, what
  /// follows; of any other, the reference together with the page's folder.
  private func key(
    _ bytes: [UInt8], _ value: Range<Int>, _ depth: Int, _ artifact: Artifact
  ) -> ContentDigest {
    var start = value.lowerBound
    var climbed = 0
    while climbed < depth, bytes[start..<value.upperBound].starts(with: [0x2E, 0x2E, 0x2F]) {
      start += 3
      climbed += 1
    }
    if climbed == depth { return Self.digest(bytes, start..<value.upperBound) }
    let own = Array(artifact.path.utf8) + [0] + bytes[value]
    return ContentDigest(own)
  }

  private enum Kind {
    case id, reference

    init?(_ scanner: HTMLScanner, _ name: Range<Int>) {
      if scanner.isNamed(name, "id") {
        self = .id
      } else if scanner.isNamed(name, "href") || scanner.isNamed(name, "src") {
        self = .reference
      } else {
        return nil
      }
    }
  }

  private func problem(_ bytes: [UInt8], _ value: Range<Int>, _ artifact: Artifact) -> Diagnostic? {
    let reference = reference(in: bytes, value)
    guard SiteIndex.scheme(of: reference) == nil, !reference.hasPrefix("//"), !reference.isEmpty
    else {
      return nil
    }
    let parts = reference.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    var path = Address.decoded(parts[0])
    if path.hasPrefix(rootPath) {
      path = RelativePath.resolve(String(path.dropFirst(rootPath.count)), from: "") ?? "/"
    } else if !path.hasPrefix("/") {
      path = RelativePath.resolve(path, from: artifact.path) ?? "/"
    }
    if parts[0].hasSuffix("/") || path.isEmpty {
      path += path.isEmpty || path.hasSuffix("/") ? "index.html" : "/index.html"
    }
    if let target = artifacts[path] {
      guard parts.count == 2, !parts[1].isEmpty else { return nil }
      if has(Address.decoded(parts[1]), in: target) { return nil }
    }
    return .brokenOutputLink(reference, at: location(value, bytes, artifact.path))
  }

  private func reference(in bytes: [UInt8], _ value: Range<Int>) -> String {
    let decoded = HTMLCharacterReference.decode(bytes.span.extracting(value), inAttribute: true)
    return String(decoding: decoded, as: UTF8.self)
  }

  private func has(_ anchor: String, in target: Artifact) -> Bool {
    if anchors[target.path]?.contains(anchor) == true { return true }
    guard let bytes = target.bytes else { return false }
    var scanner = HTMLScanner(bytes)
    while let token = scanner.next() {
      guard case .startTag = token, let id = scanner.value("id") else { continue }
      if id.elementsEqual(anchor.utf8) { return true }
    }
    return false
  }

  private func location(_ range: Range<Int>, _ bytes: [UInt8], _ path: String) -> SourceLocation {
    let lines = LineIndex(bytes)
    return SourceLocation(
      path: "public/" + path, start: lines.position(at: range.lowerBound),
      end: lines.position(at: range.upperBound))
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
