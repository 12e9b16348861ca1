/// The parts that every page has, in the order of our own skeleton (SAF-11, CRI-05).
package enum Landmark: UInt8, Sendable, Hashable, CaseIterable {
  /// The link past all this, to the text.
  case skip
  /// The exit that keyboards and screen readers meet right after it (SAF-02).
  case secondExit
  /// The exit that stays in sight (SAF-01, SAF-24).
  case exit
  case safetyLine
  case header
  case main
  case help
  case footer

  /// What it is called in messages.
  var name: String {
    switch self {
    case .skip: "the link to the main text"
    case .secondExit: "the second exit"
    case .exit: "the exit"
    case .safetyLine: "the safety line"
    case .header: "the header"
    case .main: "the main text"
    case .help: "the help"
    case .footer: "the footer"
    }
  }
}
