import Foundation
import Synchronization
import Testing

@testable import DaylightPreview

@Suite(.timeLimit(.minutes(10))) struct PreviewTests {
  @Test func `a saved file is built and served until the preview stops`() async throws {
    let site = try TemporarySite(["content/index.html": "First"])
    let built = Mutex(0)
    let session = BuildSession { _, _ in
      built.withLock { $0 += 1 }
      let text = (try? String(contentsOfFile: site.root + "/content/index.html", encoding: .utf8))
      return .example(["index.html": text ?? ""])
    }
    var options = PreviewServer.Options.patient
    options.port = 0
    let preview = Preview(session, watching: FileWatcher(root: site.root), options: options)
    let (ports, port) = AsyncStream.makeStream(of: Int.self)
    try await preview.run { _ in
    } begin: {
      port.yield($0.port)
    } until: {
      for await number in ports {
        let client = RawClient(port: number)
        await session.settle()
        #expect(await body(client).hasSuffix("First"))
        try? site.write("Second", to: "content/index.html")
        while await !body(client).hasSuffix("Second"), !Task.isCancelled { await Task.yield() }
        break
      }
    }
    #expect(built.withLock { $0 } >= 2)
  }

  private func body(_ client: RawClient) async -> String {
    let answer = try? await client.get("/")
    return answer?.replacing(/<script.*<\/script>\n/, with: "") ?? ""
  }
}
