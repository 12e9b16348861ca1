import Platform

/// Wakes a thread that is polling a file descriptor: a pipe that is polled together with it.
final class WakeupPipe: Sendable {
  private let readEnd: CInt
  private let writeEnd: CInt

  /// If no pipe can be created (no descriptors are left), waiting threads wake up once a second
  /// instead.
  init() {
    var ends: [CInt] = [-1, -1]
    if pipe(&ends) == 0 {
      for end in ends {
        _ = fcntl(end, F_SETFD, FD_CLOEXEC)
        _ = fcntl(end, F_SETFL, O_NONBLOCK)
      }
    }
    (readEnd, writeEnd) = (ends[0], ends[1])
  }

  deinit {
    if readEnd >= 0 { close(readEnd) }
    if writeEnd >= 0 { close(writeEnd) }
  }

  /// Wakes every wait from now on.
  func wake() {
    var byte: UInt8 = 1
    _ = write(writeEnd, &byte, 1)
  }

  /// Waits until `wake()` is called, the time is up or the descriptor, if given, is readable.
  /// Returns whether it is readable.
  func wait(upTo time: Duration?, for descriptor: CInt = -1) -> Bool {
    var waiting = [
      pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
      pollfd(fd: readEnd, events: Int16(POLLIN), revents: 0),
    ]
    var milliseconds = time.map { CInt(clamping: $0.roundedUpToMilliseconds) } ?? -1
    if readEnd < 0 { milliseconds = milliseconds < 0 ? 1000 : min(milliseconds, 1000) }
    guard poll(&waiting, 2, milliseconds) > 0 else { return false }
    return waiting[0].revents != 0
  }
}

extension Duration {
  fileprivate var roundedUpToMilliseconds: Int64 {
    let (seconds, attoseconds) = components
    return seconds * 1000 + (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000
  }
}
