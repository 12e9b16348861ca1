import NIOCore

/// Turns away a connection for which there is no room, in a word, without reading what it wants.
enum Overcrowding {
  private static let answer = """
    HTTP/1.1 503 Service Unavailable\r
    Content-Type: text/plain; charset=utf-8\r
    Content-Length: 47\r
    Retry-After: 1\r
    Connection: close\r
    \r
    There are too many connections. Try once more.

    """

  static func end(_ channel: any Channel) throws {
    try channel.pipeline.syncOperations.addHandler(Farewell())
  }

  private final class Farewell: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    func channelActive(context: ChannelHandlerContext) {
      let channel = context.channel
      context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: answer)), promise: nil)
      context.close(mode: .output, promise: nil)
      // To close at once could take back what was just sent, where the request is still unread.
      context.eventLoop.scheduleTask(in: .seconds(1)) { channel.close(promise: nil) }
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {}
  }
}
