import NIOCore
import NIOPosix

/// Talks to a server in raw bytes, so that a test can send anything.
struct RawClient {
  let port: Int

  typealias Channel = NIOAsyncChannel<ByteBuffer, ByteBuffer>

  /// Connects and runs the body of the test.
  func connected<Result: Sendable>(
    _ body: (inout Conversation) async throws -> Result
  ) async throws -> Result {
    let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .connect(host: "127.0.0.1", port: port) { channel in
        channel.eventLoop.makeCompletedFuture { try Channel(wrappingChannelSynchronously: channel) }
      }
    return try await channel.executeThenClose { inbound, outbound in
      var conversation = Conversation(inbound: inbound.makeAsyncIterator(), outbound: outbound)
      return try await body(&conversation)
    }
  }

  /// Sends a request and returns everything received until the server closes.
  func send(_ request: String) async throws -> String {
    try await connected { conversation in
      // The server may close early: what it sent first can still be read.
      try? await conversation.write(request)
      return try await conversation.rest()
    }
  }

  func get(_ path: String, _ headers: String..., method: String = "GET") async throws -> String {
    try await send(request(path, headers, method: method))
  }

  func request(_ path: String, _ headers: [String] = [], method: String = "GET") -> String {
    let own = headers.contains { $0.hasPrefix("Host:") } ? [] : ["Host: localhost:\(port)"]
    let lines = ["\(method) \(path) HTTP/1.1"] + own + headers + ["Connection: close"]
    return lines.map { $0 + "\r\n" }.joined() + "\r\n"
  }
}

struct Conversation {
  var inbound: NIOAsyncChannelInboundStream<ByteBuffer>.AsyncIterator
  let outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>
  private(set) var heard = ""

  init(
    inbound: NIOAsyncChannelInboundStream<ByteBuffer>.AsyncIterator,
    outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>
  ) {
    self.inbound = inbound
    self.outbound = outbound
  }

  func write(_ text: String) async throws { try await outbound.write(ByteBuffer(string: text)) }

  /// Reads until the text has arrived, and returns and discards everything read.
  mutating func hear(_ text: String) async throws -> String {
    while !heard.contains(text) {
      guard let buffer = try await inbound.next() else { break }
      heard += String(buffer: buffer)
    }
    defer { heard = "" }
    return heard
  }

  /// Reads to the end.
  mutating func rest() async throws -> String {
    while let buffer = try await inbound.next() { heard += String(buffer: buffer) }
    return heard
  }
}
