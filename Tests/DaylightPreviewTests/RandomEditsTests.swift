import DaylightBuild
import DaylightModel
import DaylightSite
import DaylightSyntax
import DaylightTheme
import Platform
import Synchronization
import TestSupport
import Testing

@testable import DaylightPreview

@Suite(.timeLimit(.minutes(10))) struct RandomEditsTests {
  @Test func `after any edits the preview equals a clean build`() async throws {
    let original = WrittenSite.small
    let disk = try TemporarySite(original.files)
    let preview = SitePreview(builder(of: disk, remembers: true))
    _ = await preview.site(after: .everything)
    var site = original
    var random = SeededGenerator(seed: 5)
    var goodBuilds = 0
    let looks = Mutex(0)
    let open: Set = ["index.html", "signs/fear/index.html", "glossary/index.html"]
    let look = FirstLook(open: open) { _ in looks.withLock { $0 += 1 } }
    for step in 1...500 {
      let before = site
      site.change(using: &random)
      let changes = try site.write(to: disk, instead: before)
      let shown = await preview.site(after: changes, showing: look)
      guard step % 10 == 0 else { continue }
      try await expect(shown, asCleanBuildOf: disk, step)
      if !shown.hasErrors { goodBuilds += 1 }
      guard step % 50 == 0 else { continue }
      // As when a branch is checked out: all at once, and free of errors.
      let mended = await preview.site(after: try original.write(to: disk, instead: site))
      site = original
      try await expect(mended, asCleanBuildOf: disk, step)
      if !mended.hasErrors { goodBuilds += 1 }
    }
    #expect(goodBuilds >= 10)
    #expect(looks.withLock { $0 } >= 10)
  }

  /// A step of a reading path is also part of the page that has all of the path.
  @Test(arguments: [("content/about.md", 1), ("content/signs/fear.md", 2)])
  func `an edit of one body assembles one page and renders where it is shown`(
    path: String, rendered: Int
  ) async throws {
    let disk = try TemporarySite(WrittenSite.small.files)
    let preview = SitePreview(builder(of: disk, remembers: true))
    _ = await preview.site(after: .everything)
    try disk.write((WrittenSite.small.files[path] ?? "") + "\nOne more plain line.\n", to: path)
    let shown = await preview.site(after: ChangeSet([path]))
    let statistics = await preview.build?.statistics
    #expect(statistics?.read == 1)
    #expect(statistics?.assembled == 1)
    #expect(statistics?.rendered == rendered)
    #expect(!shown.hasErrors)
  }

  @Test func `changes made during an error show once it is fixed`() async throws {
    var original = WrittenSite.small.files
    original["content/site.yaml"]? += "rawHTML: true\n"
    let disk = try TemporarySite(original)
    let preview = SitePreview(builder(of: disk, remembers: true))
    _ = await preview.site(after: .everything)
    let (bad, good) = ("content/signs/fear.md", "content/about.md")
    try disk.write((original[good] ?? "") + "\nMore about us.\n", to: good)
    // Found only in the finished page, so the pages of this build were rendered.
    try disk.write((original[bad] ?? "") + "\n<script>alert(1)</script>\n", to: bad)
    let broken = await preview.site(after: ChangeSet([bad, good]))
    let isBroken = broken.hasErrors
    #expect(isBroken)
    try disk.write(original[bad] ?? "", to: bad)
    let shown = await preview.site(after: ChangeSet([bad]))
    try await expect(shown, asCleanBuildOf: disk, 0)
    let isMended = !shown.hasErrors
    #expect(isMended)
  }

  private func builder(of disk: TemporarySite, remembers: Bool) -> SiteBuilder {
    SiteBuilder(
      site: disk.root, options: BuildOptions(now: SiteFixture.today, drafts: true),
      pipeline: SitePipeline(runner: ParallelRunner(width: 2), remembers: remembers))
  }

  private func expect(
    _ shown: PreviewSite, asCleanBuildOf disk: TemporarySite, _ step: Int
  ) async throws {
    let clean = try await builder(of: disk, remembers: false).build()
    #expect(shown.findings.all == clean.diagnostics, "step \(step)")
    guard !clean.hasErrors else { return }
    var expected: [String: [UInt8]] = [:]
    for artifact in clean.artifacts {
      switch artifact.content {
      case .bytes(let bytes): expected[artifact.path] = bytes
      case .copy(let source):
        expected[artifact.path] = try builder(of: disk, remembers: false).bytes(
          ofAttachment: source)
      case .staged: Issue.record("nothing takes ‘\(artifact.path)’ out of memory here")
      }
    }
    let files = shown.files.byPath.mapValues(\.bytes)
    let different = Set(expected.keys).union(files.keys).filter { files[$0] != expected[$0] }
    #expect(different.isEmpty, "step \(step): \(different.sorted())")
  }
}
