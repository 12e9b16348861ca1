import NIOPosix

/// Watches the files of a site, and reports changes and when they have settled.
package struct FileWatcher: Sendable {
  package enum Method: Sendable {
    /// The system's own events if it has them, otherwise polling.
    case automatic
    case polling
  }

  package let root: String
  package var method: Method
  /// How long it must be quiet before changes have settled.
  package var quietPeriod: Duration = .milliseconds(25)
  /// The same for a single file that has been written completely.
  package var shortQuietPeriod: Duration = .milliseconds(3)
  /// How long changes are held back at most, if it never gets quiet.
  package var maximumDelay: Duration = .milliseconds(500)
  /// The pause between two polls.
  package var interval: Duration = .milliseconds(250)

  package static let folders = ["content", "templates"]

  package init(root: String, method: Method = .automatic) {
    self.root = root
    self.method = method
  }

  /// Starts watching before it returns, so every change from then on is in the stream. It ends when
  /// the task that reads it is cancelled, or the stream is released.
  ///
  /// - Parameter report: called with a sentence for the user if watching is slower than it could
  ///   be.
  package func changes(
    reporting report: @escaping @Sendable (String) -> Void = { _ in }
  ) -> AsyncStream<ChangeNotice> {
    let source = source(report)
    let wakeup = WakeupPipe()
    let isOver = AtomicFlag()
    let (stream, continuation) = AsyncStream.makeStream(of: ChangeNotice.self)
    continuation.onTermination = { _ in
      isOver.set()
      wakeup.wake()
    }
    // A separate thread, because it blocks in the kernel, which threads of the cooperative pool
    // must not.
    let thread = NIOThreadPool(numberOfThreads: 1)
    thread.start()
    thread.submit { _ in
      var source = source
      var debouncer = ChangeDebouncer(
        quietPeriod: quietPeriod, shortQuietPeriod: shortQuietPeriod, maximumDelay: maximumDelay)
      while !isOver.isSet {
        let time = debouncer.deadline.map { max(.zero, ContinuousClock.now.duration(to: $0)) }
        var observed = ObservedChanges()
        do throws(WatchFailure) {
          observed = try source.changes(within: time, orUntil: wakeup)
        } catch {
          source = polling(because: error, report)
          observed = ObservedChanges(.everything)
        }
        let now = ContinuousClock.now
        debouncer.gather(observed, at: now)
        while let notice = debouncer.take(at: now) { continuation.yield(notice) }
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
      "Changes may take a moment to appear: \(failure.reason), so Daylight polls the files.")
    return PollingSource(root: root, interval: interval)
  }
}
