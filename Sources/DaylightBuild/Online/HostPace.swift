/// Lets each host be asked once a second, however many tasks want to.
actor HostPace {
  private let secondsBetween = 1.0
  private let now: @Sendable () -> Double
  private let sleep: @Sendable (_ seconds: Double) async -> Void
  private var next: [String: Double] = [:]

  init(
    now: @escaping @Sendable () -> Double,
    sleep: @escaping @Sendable (_ seconds: Double) async -> Void
  ) {
    self.now = now
    self.sleep = sleep
  }

  /// Returns when it is the caller's turn.
  func turn(at host: String) async {
    let now = now()
    let start = max(now, next[host] ?? now)
    next[host] = start + secondsBetween
    if start > now { await sleep(start - now) }
  }
}
