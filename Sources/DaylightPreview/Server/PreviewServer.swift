import NIOCore
import NIOHTTP1
import NIOPosix
import Platform

/// Serves a site from memory on this machine, and tells open pages what each build has changed.
package final class PreviewServer: Sendable {
  package struct Options: Sendable {
    /// The address to listen on. Other machines can reach the server only if it is not a loopback
    /// address.
    package var host = "127.0.0.1"
    /// The first port to try; 0 for any free port.
    package var port = 4000
    package var limits = ServerLimits()
    /// More pages below `/_daylight/`, by the rest of their path; called on the server's own
    /// thread.
    package var pages: @Sendable (String) -> [UInt8]? = { _ in nil }

    package init() {}
  }

  /// The port it listens on, which differs from the requested one if that was taken.
  package let port: Int
  /// The address of the site: `http://127.0.0.1:4000/`.
  package let address: String
  /// Whether other machines can reach the server.
  package let isExposed: Bool

  private let group: MultiThreadedEventLoopGroup
  private let channel: any Channel
  private let table: NIOLoopBound<ConnectionTable>
  private let limits: ServerLimits
  private let announcing: Task<Void, Never>
  private let heartbeat: RepeatedTask
  private let isStopped = AtomicFlag()

  /// Listens until `stop()`.
  package init(
    _ session: BuildSession, _ options: Options = Options()
  ) async throws(ServerFailure) {
    let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
    let loop = group.next()
    let limits = options.limits
    let table: NIOLoopBound<ConnectionTable>
    do {
      let openPages = session.openPages
      table = try await loop.submit {
        NIOLoopBound(ConnectionTable(openPages), eventLoop: loop)
      }.get()
      channel = try await Self.listen(on: group, options) { channel in
        guard table.value.count < limits.connections else {
          return try channel.pipeline.syncOperations.addHandler(TooManyConnectionsHandler())
        }
        let port = channel.localAddress?.port ?? options.port
        let connection = PreviewConnection(
          router: PreviewRouter(
            hosts: HostPolicy(host: options.host, port: port), pages: options.pages),
          state: { session.state }, limits: limits, table: table.value)
        try connection.serve(channel)
      }
    } catch {
      group.shutdownGracefully { _ in }
      throw ServerFailure(error, options)
    }
    self.group = group
    self.table = table
    self.limits = limits
    port = channel.localAddress?.port ?? options.port
    let isEverywhere = options.host == "0.0.0.0" || options.host == "::"
    let host = isEverywhere ? "localhost" : options.host
    address = "http://\(host.contains(":") ? "[\(host)]" : host):\(port)/"
    let number = channel.localAddress?.ipAddress ?? ""
    isExposed = !number.hasPrefix("127.") && number != "::1"

    heartbeat = loop.scheduleRepeatedTask(initialDelay: limits.heartbeat, delay: limits.heartbeat) {
      _ in table.value.send(ByteBuffer(bytes: EventText.heartbeat))
    }
    let updates = await session.updates()
    announcing = Task {
      for await update in updates {
        let event = ByteBuffer(bytes: EventText.update(update))
        loop.execute { table.value.send(event) }
      }
    }
  }

  /// Closes every connection, busy ones when they are done or their time is up, and returns when
  /// all are closed.
  package func stop() async {
    guard isStopped.set() else { return }
    announcing.cancel()
    heartbeat.cancel()
    _ = try? await channel.close()
    let (table, loop) = (table, channel.eventLoop)
    let grace = loop.scheduleTask(in: limits.graceTime) { table.value.closeAll() }
    _ = try? await loop.flatSubmit {
      EventLoopFuture.andAllComplete(table.value.retireAll(), on: loop)
    }.get()
    grace.cancel()
    _ = try? await group.shutdownGracefully()
  }

  /// Listens on the requested port or, if it is taken, on the next free one.
  private static func listen(
    on group: MultiThreadedEventLoopGroup, _ options: Options,
    _ accept: @escaping @Sendable (any Channel) throws -> Void
  ) async throws -> any Channel {
    let bootstrap = ServerBootstrap(group: group)
      .serverChannelOption(.backlog, value: 512)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture { try accept(channel) }
      }
    var port = options.port
    while true {
      do {
        return try await bootstrap.bind(host: options.host, port: port).get()
      } catch let error as IOError where error.errnoCode == EADDRINUSE {
        port += 1
        guard port < options.port + 100, port <= 65535, options.port != 0 else { throw error }
      }
    }
  }

  /// The number of connections.
  package var connectionCount: Int {
    get async {
      let table = table
      return (try? await channel.eventLoop.submit { table.value.count }.get()) ?? 0
    }
  }

  /// The number of pages that listen for changes.
  package var listenerCount: Int {
    get async {
      let table = table
      return (try? await channel.eventLoop.submit { table.value.listenerCount }.get()) ?? 0
    }
  }
}
