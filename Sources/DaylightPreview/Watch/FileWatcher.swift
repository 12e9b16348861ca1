import NIOPosix

/// Follows the files of a site, and tells of changes, and when they have settled.
package struct FileWatcher: Sendable {
  package enum Method: Sendable {
    /// The system's own events where it has them, else looking again and again.
    case automatic
    case polling
  }

  package let root: String
  package var method: Method
  /// How long nothing more must happen before changes have settled.
  package var quiet: Duration = .milliseconds(25)
  /// The same for a single file that has been written to its end.
  package var shortQuiet: Duration = .milliseconds(3)
  /// How long changes are held back at most, where it never gets quiet.
  package var patience: Duration = .milliseconds(500)
  /// The rest between two looks, where it comes to looking.
  package var interval: Duration = .milliseconds(250)

  package static let folders = ["content", "templates"]

  package init(root: String, method: Method = .automatic) {
    self.root = root
    self.method = method
  }

  /// Begins to watch, before it returns: what changes from then on is in the stream. It ends when
  /// the task that reads it is cancelled, or the stream is let go.
  ///
  /// - Parameter report: is told, in a sentence for people, where the watching is worse than it could
  ///   be.
  package func changes(
    reporting report: @escaping @Sendable (String) -> Void = { _ in }
  ) -> AsyncStream<Notice> {
    let source = source(report)
    let alarm = Alarm()
    let isOver = Flag()
    let (stream, continuation) = AsyncStream.makeStream(of: Notice.self)
    continuation.onTermination = { _ in
      isOver.raise()
      alarm.ring()
    }
    // A thread of its own: it mostly sleeps in the kernel, which no cooperative thread may.
    let thread = NIOThreadPool(numberOfThreads: 1)
    thread.start()
    thread.submit { _ in
      var source = source
      var settling = Settling(quiet: quiet, shortQuiet: shortQuiet, patience: patience)
      while !isOver.isRaised {
        let time = settling.deadline.map { max(.zero, ContinuousClock.now.duration(to: $0)) }
        var news = News()
        do throws(WatchFailure) {
          news = try source.changes(within: time, orUntil: alarm)
        } catch {
          source = polling(because: error, report)
          news = News(.everything)
        }
        let now = ContinuousClock.now
        settling.gather(news, at: now)
        while let notice = settling.take(at: now) { continuation.yield(notice) }
      }
      thread.shutdownGracefully { _ in }
    }
    return stream
  }

  private func source(_ report: (String) -> Void) -> any ChangeSource {
    guard method == .automatic else { return PollingSource(root: root, interval: interval) }
    #if os(Linux)
      do throws(WatchFailure) {
        return try InotifySource(root: root, folders: Self.folders)
      } catch {
        return polling(because: error, report)
      }
    #else
      return PollingSource(root: root, interval: interval)
    #endif
  }

  private func polling(
    because failure: WatchFailure, _ report: (String) -> Void
  ) -> any ChangeSource {
    report(
      "Changes may take a moment to show: \(failure.reason), so the files are looked at in turn.")
    return PollingSource(root: root, interval: interval)
  }
}
