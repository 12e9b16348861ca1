/// The system's clocks. Only the commands themselves read them.
package enum SystemClock {
  /// Since 1970.
  package static var nanoseconds: Int64 {
    let time = read(CLOCK_REALTIME)
    return Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
  }

  /// Since an arbitrary moment; never goes back.
  package static var monotonicSeconds: Double { seconds(CLOCK_MONOTONIC) }

  /// Processor time of this process, summed over all processors.
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
