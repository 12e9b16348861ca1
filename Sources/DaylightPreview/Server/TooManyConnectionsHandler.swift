import NIOCore

/// Turns a connection away when there are too many, without reading its request.
final class TooManyConnectionsHandler: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer

  private static let message = "Too many connections. Please try again.\n"

  private static let response = """
    HTTP/1.1 503 Service Unavailable\r
    Content-Type: text/plain; charset=utf-8\r
    Content-Length: \(message.utf8.count)\r
    Retry-After: 1\r
    Connection: close\r
    \r
    \(message)
    """

  func channelActive(context: ChannelHandlerContext) {
    let channel = context.channel
    context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: Self.response)), promise: nil)
    context.close(mode: .output, promise: nil)
    // Closing at once, with the request still unread, could discard the response.
    context.eventLoop.scheduleTask(in: .seconds(1)) { channel.close(promise: nil) }
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {}
}
