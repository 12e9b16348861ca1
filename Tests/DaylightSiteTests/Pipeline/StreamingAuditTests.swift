import DaylightSite
import DaylightSyntax
import DaylightTheme
import Synchronization
import TestSupport
import Testing

@Suite struct StreamingAuditTests {
  private static let site = """
    -- content/signs/fear.md --
    ---
    title: Fear
    ---
    See [the others](index.md).

    """

  @Test func `a site that is handed over page by page is the site that is held in memory`()
    async throws
  {
    let sink = Sink()
    let whole = await SiteFixture(Self.site).build().build
    let handed = await SiteFixture(Self.site).build(into: sink).build
    try #require(!whole.hasErrors)
    #expect(handed.diagnostics == whole.diagnostics)
    #expect(handed.artifacts.map(\.path) == whole.artifacts.map(\.path))
    for (artifact, expected) in zip(handed.artifacts, whole.artifacts) {
      #expect(artifact.bytes ?? sink.taken[artifact.path] ?? [] == expected.bytes ?? [])
    }
    #expect(sink.taken["signs/fear/index.html"] != nil)
  }

  @Test func `a page in which the audit found something keeps its bytes for the report`()
    async throws
  {
    let sink = Sink()
    let abuse = "-- content/signs/abuse.md --\n---\ntitle: Signs of abuse\n---\nHello.\n"
    let build = await SiteFixture(Self.site + abuse).build(into: sink).build
    #expect(build.diagnostics.contains { $0.rule.id == "revealing-title" })
    #expect(sink.taken["signs/abuse/index.html"] == nil)
    #expect(build.artifacts.first { $0.path == "signs/abuse/index.html" }?.bytes != nil)
  }

  @Test func `nothing is handed over where content has errors`() async {
    let sink = Sink()
    let build = await SiteFixture(Self.site + "[nowhere](nowhere.md)\n").build(into: sink).build
    #expect(build.hasErrors)
    #expect(sink.taken.isEmpty)
  }
}

/// Takes all that it is given.
private final class Sink: ArtifactSink {
  let scratch: any ByteStore = Scratch()
  private let files = Mutex<[String: [UInt8]]>([:])
  var taken: [String: [UInt8]] { files.withLock { $0 } }

  func store(_ bytes: [UInt8], for path: String) -> Artifact.Content {
    files.withLock { $0[path] = bytes }
    return .staged(ContentDigest(bytes), size: bytes.count)
  }
}

/// Bytes one after the other.
private final class Scratch: ByteStore {
  private let held = Mutex<[UInt8]>([])

  func add(_ bytes: [UInt8]) -> Range<Int>? {
    held.withLock { held in
      held += bytes
      return held.count - bytes.count..<held.count
    }
  }

  func bytes(in range: Range<Int>) -> [UInt8] { held.withLock { Array($0[range]) } }
}
