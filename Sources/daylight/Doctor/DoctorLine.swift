/// One thing that was looked at, and what to do about it.
struct DoctorLine: Sendable, Hashable {
  enum State: String, Sendable, Hashable {
    case ok
    /// Not there. Daylight works without it, apart from what the line says.
    case missing
    /// There, but of an earlier version.
    case old
    /// Needed, and not as it has to be.
    case broken
  }

  /// What it is about, for programs.
  let topic: String
  let state: State
  let message: String
  let help: String?

  init(_ topic: String, _ state: State, _ message: String, help: String? = nil) {
    self.topic = topic
    self.state = state
    self.message = message
    self.help = help
  }
}
