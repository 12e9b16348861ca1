import Synchronization

/// One line on a terminal that says what a long run is doing. It appears only when the run has taken
/// a while, and is gone when the run ends.
final class ProgressLine: Sendable {
  private struct State {
    /// When the run was first said to do something, in seconds.
    var begin: Double?
    var text = ""
    /// What is on the terminal.
    var drawn = ""
    var lastDrawn = 0.0
  }

  private let isOn: Bool
  private let seconds: @Sendable () -> Double
  private let width: @Sendable () -> Int
  private let write: @Sendable (String) -> Void
  private let state = Mutex(State())

  /// On a short run it would only flicker.
  static let delay = 0.5
  /// Between two lines, so that the terminal is not what takes the time.
  static let pause = 0.1

  /// - Parameters:
  ///   - seconds: since any moment.
  ///   - width: of the terminal, in characters.
  init(
    isOn: Bool, seconds: @escaping @Sendable () -> Double, width: @escaping @Sendable () -> Int,
    write: @escaping @Sendable (String) -> Void
  ) {
    self.isOn = isOn
    self.seconds = seconds
    self.width = width
    self.write = write
  }

  /// Says what is being done, in the place of what was said before.
  func show(_ text: String) {
    guard isOn else { return }
    state.withLock { $0.text = text }
    update()
  }

  /// Draws what was said last, if it is time for it. Called again and again while a run is busy.
  func update() {
    guard isOn else { return }
    let now = seconds()
    let width = width()
    state.withLock { state in
      guard !state.text.isEmpty else { return }
      let begin = state.begin ?? now
      state.begin = begin
      let line = state.text.count < width ? state.text : state.text.prefix(width - 2) + "…"
      guard now - begin >= Self.delay, line != state.drawn,
        state.drawn.isEmpty || now - state.lastDrawn >= Self.pause
      else { return }
      write(Self.erase + line)
      state.drawn = line
      state.lastDrawn = now
    }
  }

  /// Takes the line off the terminal, so that something else can be written there. What was said last
  /// is not drawn again.
  func clear() {
    state.withLock { state in
      if !state.drawn.isEmpty { write(Self.erase) }
      state.drawn = ""
      state.text = ""
    }
  }

  /// Whether something was said that may still have to be drawn.
  var isBusy: Bool { isOn && state.withLock { !$0.text.isEmpty } }

  /// To the start of the line, and everything in it gone.
  private static let erase = "\r\u{1B}[K"
}
