import DaylightModel
import DaylightSite
import DaylightSyntax
import DaylightTheme
import Foundation
import Platform
import TestSupport
import Testing

/// What holds for every site, tried on the repository's own.
@Suite struct SiteLawTests {
  /// The repository's `content/` and `templates/`, as `SiteLoader` would sort them.
  private static let input: SiteInput = {
    var input = SiteInput(content: [], templates: [], options: BuildOptions(now: SiteFixture.today))
    for folder in ["content", "templates"] {
      for (name, bytes) in Golden.files(inFolder: "../../\(folder)").sorted(by: { $0.key < $1.key })
      {
        let path = "\(folder)/\(name)"
        let file = SourceFile(path: path, bytes: bytes)
        if path.hasPrefix("templates/assets/") {
          input.assets.append(file)
        } else if folder == "templates" {
          input.templates.append(file)
        } else if [".md", ".yaml", ".lock", "words.txt"].contains(where: path.hasSuffix) {
          input.content.append(file)
        } else {
          input.attachments.append(
            AttachedFile(
              path: path, size: bytes.count, head: bytes, version: 1,
              picture: PictureFacts(bytes, path: path)))
          if path.hasSuffix(".svg") { input.attachedText.append(file) }
        }
      }
    }
    return input
  }()

  private func build(width: Int) async -> SiteBuild {
    await SitePipeline(runner: ParallelRunner(width: width)).build(Self.input)
  }

  @Test func `our own site has no errors`() async {
    let build = await build(width: 2)
    #expect(build.diagnostics.filter { $0.severity == .error }.map(\.message) == [])
    #expect(build.artifacts.count > 100)
  }

  @Test func `two builds are equal, byte for byte, and so are serial and parallel ones`() async {
    let serial = await build(width: 1)
    let parallel = await build(width: 8)
    #expect(serial.artifacts == parallel.artifacts)
    #expect(serial.diagnostics == parallel.diagnostics)
    #expect(await build(width: 8).artifacts == parallel.artifacts)
  }

  @Test func `the order in which files are given makes no difference to what is published`() async {
    var shuffled = Self.input
    var generator = SeededGenerator(seed: 11)
    shuffled.content.shuffle(using: &generator)
    shuffled.templates.shuffle(using: &generator)
    let build = await SitePipeline(runner: ParallelRunner(width: 2)).build(shuffled)
    let usual = await self.build(width: 2)
    let differing = zip(build.artifacts, usual.artifacts).filter { $0 != $1 }.map(\.0.path)
    #expect(differing == [])
  }

  @Test func `every internal link of the output resolves`() async {
    let build = await build(width: 2)
    var pages: [String: Set<String>] = [:]
    for artifact in build.artifacts { pages[artifact.path] = ids(in: artifact) }
    var broken: [String] = []
    var count = 0
    for artifact in build.artifacts where artifact.path.hasSuffix(".html") {
      for reference in references(in: artifact) {
        guard let (path, anchor) = resolve(reference, from: artifact.path) else { continue }
        count += 1
        if pages[path] == nil || !anchor.isEmpty && pages[path]?.contains(anchor) != true {
          broken.append("\(artifact.path): \(reference)")
        }
      }
    }
    #expect(broken == [])
    #expect(count > 1000)
  }

  private func ids(in artifact: Artifact) -> Set<String> {
    Set(values(of: [.id], in: artifact))
  }

  private func references(in artifact: Artifact) -> [String] {
    values(of: [.href, .src], in: artifact)
  }

  private func values(of names: [HTMLName], in artifact: Artifact) -> [String] {
    guard artifact.path.hasSuffix(".html"), let bytes = artifact.bytes else { return [] }
    var values: [String] = []
    bytes.withHTMLScanner { scanner in
      while let token = scanner.next() {
        guard case .startTag = token else { continue }
        values += names.compactMap { scanner.value($0).map { String(decoding: $0, as: UTF8.self) } }
      }
    }
    return values
  }

  /// The path in the output and the anchor; nothing for addresses elsewhere.
  private func resolve(_ reference: String, from page: String) -> (String, String)? {
    let parts = reference.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    guard let first = parts.first, !reference.contains(/^[a-z]+:/) else { return nil }
    let anchor = (parts.count > 1 ? String(parts[1]) : "").removingPercentEncoding ?? ""
    if first.isEmpty { return (page, anchor) }
    let path = first.removingPercentEncoding ?? ""
    let whole =
      path.hasPrefix("/") ? String(path.dropFirst()) : RelativePath.resolve(path, from: page) ?? ""
    return (path.hasSuffix("/") ? whole + "/index.html" : whole, anchor)
  }
}
