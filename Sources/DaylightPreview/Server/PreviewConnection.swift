import NIOCore
import NIOHTTP1

/// One connection: reads requests one after the other, answers from memory no faster than the
/// client reads, and closes if the client is too slow.
final class PreviewConnection: ChannelInboundHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias OutboundOut = HTTPServerResponsePart

  private let router: PreviewRouter
  private let state: @Sendable () -> PreviewState
  private let limits: ServerLimits
  private let table: ConnectionTable

  private var context: ChannelHandlerContext?
  private var request: HTTPRequestHead?
  private var sending: Sending?
  private var isPumping = false
  private var isListening = false
  /// Further input is ignored.
  private var isEnding = false
  private var deadline: Scheduled<Void>?

  private struct Sending {
    var body: ArraySlice<UInt8>
    let endsConnection: Bool
  }

  /// Bytes written at a time.
  private static let run = 64 << 10

  init(
    router: PreviewRouter, state: @escaping @Sendable () -> PreviewState, limits: ServerLimits,
    table: ConnectionTable
  ) {
    self.router = router
    self.state = state
    self.limits = limits
    self.table = table
  }

  /// Starts handling a new connection.
  func serve(_ channel: any Channel) throws {
    var decoding = NIOHTTPDecoderLimitConfiguration()
    decoding.maxHeaderFieldSize = limits.headers / 2
    decoding.maxHeaderListSize = limits.headers
    decoding.maxHeaderFieldCount = limits.headerCount
    let pipeline = channel.pipeline.syncOperations
    try pipeline.configureHTTPServerPipeline(
      withErrorHandling: false, withEncoderConfiguration: .init(),
      withDecoderLimitConfiguration: decoding)
    try pipeline.addHandler(self)
  }

  func handlerAdded(context: ChannelHandlerContext) {
    self.context = context
    table.insert(self)
    expectProgress(within: limits.requestTime)
  }

  func handlerRemoved(context: ChannelHandlerContext) {
    deadline?.cancel()
    table.remove(self)
    self.context = nil
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    guard !isEnding else { return }
    switch unwrapInboundIn(data) {
    case .head(let head):
      if head.headers.contains(name: "Transfer-Encoding")
        || head.headers["Content-Length"].contains(where: { $0 != "0" })
      {
        refuse(.payloadTooLarge, "This server accepts no uploads.")
      } else {
        request = head
      }
    case .body: break
    case .end:
      if let request { answer(request) }
      request = nil
    }
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    // If the client has disconnected in the middle of a request, there is nobody to answer.
    guard let error = error as? HTTPParserError, error != .invalidEOFState, !isEnding,
      sending == nil, !isListening
    else { return close() }
    if error == .headerOverflow {
      refuse(.requestHeaderFieldsTooLarge, "The headers of this request are too large.")
    } else {
      refuse(.badRequest, "This request is not valid.")
    }
  }

  func channelWritabilityChanged(context: ChannelHandlerContext) {
    pump()
    context.fireChannelWritabilityChanged()
  }

  func channelInactive(context: ChannelHandlerContext) {
    table.remove(self)
    context.fireChannelInactive()
  }
}

extension PreviewConnection {
  private func answer(_ request: HTTPRequestHead) {
    switch router.answer(request, from: state()) {
    case .response(let response):
      let isLast = !request.isKeepAlive || request.version != .http1_1
      send(response, isHead: request.method == .HEAD, endsConnection: isLast)
    case .events(let events):
      listen(events, isHead: request.method == .HEAD)
    }
  }

  private func refuse(_ status: HTTPResponseStatus, _ message: String) {
    request = nil
    send(PreviewResponse(status, message), isHead: false, endsConnection: true)
    isEnding = true
  }

  private func send(_ response: PreviewResponse, isHead: Bool, endsConnection: Bool) {
    var headers = response.headers
    // A 304 has no content, and a length would be that of the page (RFC 9110, 8.6).
    if response.status != .notModified {
      headers.replaceOrAdd(name: "Content-Length", value: String(response.body.count))
    }
    if endsConnection { headers.replaceOrAdd(name: "Connection", value: "close") }
    write(.head(HTTPResponseHead(version: .http1_1, status: response.status, headers: headers)))
    sending = Sending(
      body: isHead ? [] : response.body[...], endsConnection: endsConnection)
    pump()
  }

  /// Writes as long as the client reads. The rest stays a slice of the file and needs no memory of
  /// its own.
  private func pump() {
    guard let context, !isPumping, var rest = sending?.body, let sending else { return }
    isPumping = true
    defer { isPumping = false }
    while let first = rest.indices.first {
      let next = min(first + Self.run, rest.endIndex)
      write(.body(.byteBuffer(context.channel.allocator.buffer(bytes: rest[first..<next]))))
      rest = rest[next...]
      self.sending?.body = rest
      guard !context.channel.isWritable else { continue }
      context.flush()
      if !context.channel.isWritable { return expectProgress(within: limits.idleTime) }
    }
    self.sending = nil
    if sending.endsConnection { isEnding = true }
    expectProgress(within: sending.endsConnection ? limits.closingTime : limits.idleTime)
    let sent = context.writeAndFlush(wrapOutboundOut(.end(nil)))
    // The client closes once it has everything: closing here could cut off data in flight.
    if sending.endsConnection {
      sent.assumeIsolated().whenComplete { _ in self.context?.close(mode: .output, promise: nil) }
    }
  }

  private func write(_ part: HTTPServerResponsePart) {
    context?.write(wrapOutboundOut(part), promise: nil)
  }

  private func expectProgress(within time: TimeAmount) {
    deadline?.cancel()
    deadline = context?.eventLoop.assumeIsolated().scheduleTask(in: time) { self.close() }
  }

  func close() { context?.close(promise: nil) }
}

extension PreviewConnection {
  private func listen(_ events: EventRequest, isHead: Bool) {
    guard let context else { return }
    let headers: HTTPHeaders = [
      "Content-Type": "text/event-stream; charset=utf-8", "Cache-Control": "no-store",
      "X-Content-Type-Options": "nosniff",
    ]
    write(.head(HTTPResponseHead(version: .http1_1, status: .ok, headers: headers)))
    guard !isHead else {
      context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
      return
    }
    isListening = true
    deadline?.cancel()
    var buffer = context.channel.allocator.buffer(capacity: 1024)
    buffer.writeString("retry: 500\n\n")
    buffer.writeBytes(EventText.greeting(events, state()))
    context.writeAndFlush(wrapOutboundOut(.body(.byteBuffer(buffer))), promise: nil)
    table.listen(self, for: events.path, upTo: limits.listeners)
  }

  /// Tells the page to reconnect a little later.
  func pauseListening() {
    write(.body(.byteBuffer(ByteBuffer(bytes: EventText.pause))))
    isListening = false
    expectProgress(within: limits.idleTime)
    context?.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
  }

  func send(event: ByteBuffer) {
    guard let context, context.channel.isWritable else { return close() }
    context.writeAndFlush(wrapOutboundOut(.body(.byteBuffer(event))), promise: nil)
  }

  /// Closes as soon as no request is in progress.
  func retire() -> EventLoopFuture<Void>? {
    guard let context else { return nil }
    let end = context.channel.closeFuture
    if isListening {
      close()
    } else {
      context.pipeline.fireUserInboundEventTriggered(ChannelShouldQuiesceEvent())
    }
    return end
  }
}
