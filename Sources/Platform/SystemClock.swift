/// The clocks of the system. Nothing but the commands themselves asks them.
package enum SystemClock {
  /// Of the day, since 1970.
  package static var nanoseconds: Int64 {
    let time = read(CLOCK_REALTIME)
    return Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
  }

  /// Since some moment in the past, never going back.
  package static var monotonicSeconds: Double { seconds(CLOCK_MONOTONIC) }

  /// That this process has taken, all processors together.
  package static var processorSeconds: Double { seconds(CLOCK_PROCESS_CPUTIME_ID) }

  private static func seconds(_ clock: clockid_t) -> Double {
    let time = read(clock)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  private static func read(_ clock: clockid_t) -> timespec {
    var time = timespec()
    clock_gettime(clock, &time)
    return time
  }
}
