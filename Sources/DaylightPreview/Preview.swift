/// A site that is watched, kept built and served, until somebody has seen enough.
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

  /// Returns once the end has come and all is closed.
  ///
  /// - Parameters:
  ///   - report: is told where the watching is worse than it could be.
  ///   - begin: is told of the server, as soon as it listens; the first build may still be at work.
  ///   - end: returns when it is time to stop.
  package func run(
    reporting report: @escaping @Sendable (String) -> Void,
    begin: (PreviewServer) -> Void,
    until end: () async -> Void = Interruption.wait
  ) async throws(ServerFailure) {
    // Watched first, so that no change falls between the first build and the watching.
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
