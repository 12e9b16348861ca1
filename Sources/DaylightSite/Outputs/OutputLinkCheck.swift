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

  /// The findings in one page.
  func check(_ artifact: Artifact) -> [Diagnostic] {
    guard artifact.path.hasSuffix(".html"), let bytes = artifact.bytes else { return [] }
    var ids: Set<ArraySlice<UInt8>> = []
    var local: [Range<Int>] = []
    var diagnostics: [Diagnostic] = []
    var seen: Set<ArraySlice<UInt8>> = []
    var scanner = HTMLScanner(bytes)
    while let token = scanner.next() {
      guard case .startTag = token else { continue }
      for attribute in scanner.attributes {
        guard let value = attribute.value, let kind = Kind(scanner, attribute.name) else {
          continue
        }
        if kind == .id {
          ids.insert(bytes[value])
        } else if bytes[value].first == UInt8(ascii: "#") {
          local.append(value)
        } else if seen.insert(bytes[value]).inserted, let problem = problem(bytes, value, artifact)
        {
          diagnostics.append(problem)
        }
      }
    }
    for value in local where !ids.contains(bytes[value].dropFirst()) && value.count > 1 {
      let reference = reference(in: bytes, value)
      let anchor = Address.decoded(reference.dropFirst())
      if ids.contains(Array(anchor.utf8)[...]) { continue }
      diagnostics.append(.brokenOutputLink(reference, at: location(value, bytes, artifact.path)))
    }
    return diagnostics
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
      path = String(path.dropFirst(rootPath.count))
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
