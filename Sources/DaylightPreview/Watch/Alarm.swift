import Platform

/// Wakes a thread that waits for files: a pipe, which can be waited for together with them.
final class Alarm: Sendable {
  private let reading: CInt
  private let writing: CInt

  /// Without a pipe (no more descriptors) nobody can be woken: those who wait then look up at least
  /// once a second.
  init() {
    var ends: [CInt] = [-1, -1]
    if pipe(&ends) == 0 {
      for end in ends {
        _ = fcntl(end, F_SETFD, FD_CLOEXEC)
        _ = fcntl(end, F_SETFL, O_NONBLOCK)
      }
    }
    (reading, writing) = (ends[0], ends[1])
  }

  deinit {
    if reading >= 0 { close(reading) }
    if writing >= 0 { close(writing) }
  }

  /// Rings from now on, for ever.
  func ring() {
    var byte: UInt8 = 1
    _ = write(writing, &byte, 1)
  }

  /// Waits until the alarm rings, the time is up or the descriptor, where one is given, has
  /// something to read; says whether it has.
  func wait(upTo time: Duration?, for descriptor: CInt = -1) -> Bool {
    var waiting = [
      pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
      pollfd(fd: reading, events: Int16(POLLIN), revents: 0),
    ]
    var milliseconds = time.map { CInt(clamping: $0.roundedUpToMilliseconds) } ?? -1
    if reading < 0 { milliseconds = milliseconds < 0 ? 1000 : min(milliseconds, 1000) }
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
