/// Watches a site, keeps it built and serves it, until it is told to stop.
package struct Preview: Sendable {
  package let watcher: FileWatcher
  package let session: BuildSession
  package let options: PreviewServer.Options

  package init(
    _ session: BuildSession, watching watcher: FileWatcher, options: PreviewServer.Options
  ) {
    self.watcher = watcher
    self.session = session
    self.options = options
  }

  /// Returns when `end` has returned and everything is closed.
  ///
  /// - Parameters:
  ///   - report: called with a sentence for the user if watching is slower than it could be.
  ///   - begin: called with the server as soon as it listens; the first build may still be running.
  ///   - end: returns when it is time to stop.
  package func run(
    reporting report: @escaping @Sendable (String) -> Void,
    begin: (PreviewServer) -> Void,
    until end: () async -> Void = Interruption.wait
  ) async throws(ServerFailure) {
    // Start watching first, so that no change is missed between the first build and the watching.
    let changes = watcher.changes(reporting: report)
    let server = try await PreviewServer(session, options)
    await session.note(.everything)
    let following = Task { [session] in await session.follow(changes) }
    begin(server)
    await end()
    following.cancel()
    await server.stop()
  }
}
