import Platform

/// What is known of the terminal that the program was started in.
struct Terminal: Sendable {
  /// Whether messages go to a terminal, and not to a file or another program.
  let isTerminal: Bool
  /// Whether somebody can answer a question.
  let hasKeyboard: Bool
  private let variable: @Sendable (String) -> String?

  init(
    isTerminal: Bool, hasKeyboard: Bool, variable: @escaping @Sendable (String) -> String?
  ) {
    self.isTerminal = isTerminal
    self.hasKeyboard = hasKeyboard
    self.variable = variable
  }

  static let current = Self(
    isTerminal: isatty(STDERR_FILENO) == 1, hasKeyboard: isatty(STDIN_FILENO) == 1
  ) { name in getenv(name).map { String(cString: $0) } }

  /// Not if NO_COLOR is set (no-color.org), nor on a terminal that can do nothing but print.
  var usesColour: Bool { isTerminal && !isSet("NO_COLOR") && !isDumb }

  /// Whether a line may be drawn over another. Not where the terminal only prints, nor in the log of
  /// a server, nor for those who want nothing but text.
  func showsProgress(isQuiet: Bool) -> Bool { usesColour && !isQuiet && !isSet("CI") }

  /// Whether letters beyond ASCII are shown as they are.
  var isUTF8: Bool {
    #if canImport(Darwin)
      let locale = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap(value).first ?? "UTF-8"
    #else
      let locale = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap(value).first ?? ""
    #endif
    let name = locale.uppercased()
    return name.contains("UTF-8") || name.contains("UTF8")
  }

  private var isDumb: Bool { ["", "dumb", "unknown"].contains(value("TERM") ?? "") }

  private func isSet(_ name: String) -> Bool { value(name) != nil }

  /// Nil if the variable is empty, which counts as not set.
  private func value(_ name: String) -> String? {
    variable(name).flatMap { $0.isEmpty ? nil : $0 }
  }

  /// In characters; 80 if the terminal does not say.
  static var width: Int {
    var size = winsize()
    guard ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }
}
