import DaylightSyntax
import NIOCore
import NIOEmbedded

@testable import DaylightPreview

extension FuzzTarget {
  /// What comes over a connection to the preview, in pieces that end at a byte FF, and the minutes
  /// after it.
  static let requests = FuzzTarget("requests") { bytes in
    let channel = EmbeddedChannel()
    let state = PreviewState(revision: 1, site: previewSite)
    let router = PreviewRouter(hosts: HostPolicy(host: "127.0.0.1", port: 4000)) { path in
      path.isEmpty ? Array("page".utf8) : nil
    }
    let connection = PreviewConnection(
      router: router, state: { state }, limits: ServerLimits(), table: ConnectionTable())
    do {
      try connection.serve(channel)
      for piece in bytes.split(separator: 0xFF).prefix(64) {
        try channel.writeInbound(ByteBuffer(bytes: piece))
        while try channel.readOutbound(as: ByteBuffer.self) != nil {}
      }
    } catch {
      // Such as a connection that was closed.
    }
    channel.embeddedEventLoop.advanceTime(by: .minutes(5))
    _ = try? channel.finish(acceptAlreadyClosed: true)
  }

  private static let previewSite: PreviewSite = {
    let texts = [
      "index.html": "<!doctype html><html><head><title>Home</title></head><body></body></html>",
      "signs/fear/index.html": "<!doctype html><title>Fear</title>", "404.html": "Not here",
      "assets/site.css": "body {}",
    ]
    var site = PreviewSite(files: PreviewFiles(texts.mapValues { PreviewFile(Array($0.utf8)) }))
    site.headers = [("X-Content-Type-Options", "nosniff")]
    return site
  }()
}
