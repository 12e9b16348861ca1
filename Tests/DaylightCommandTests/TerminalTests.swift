import Testing

@testable import daylight

@Suite struct TerminalTests {
  private func terminal(_ variables: [String: String], isTerminal: Bool = true) -> Terminal {
    Terminal(isTerminal: isTerminal, hasKeyboard: true) { variables[$0] }
  }

  @Test func `a terminal shows progress and colours`() {
    let terminal = terminal(["TERM": "xterm-256color", "NO_COLOR": ""])
    #expect(terminal.usesColour && terminal.showsProgress(isQuiet: false))
  }

  @Test(arguments: [
    ["TERM": "xterm", "NO_COLOR": "1"], ["TERM": "xterm", "CI": "true"], ["TERM": "dumb"], [:],
  ])
  func `progress is shown nowhere else`(variables: [String: String]) {
    #expect(!terminal(variables).showsProgress(isQuiet: false))
  }

  @Test func `progress is shown neither in a file nor to those who want it quiet`() {
    #expect(!terminal(["TERM": "xterm"], isTerminal: false).showsProgress(isQuiet: false))
    #expect(!terminal(["TERM": "xterm"]).showsProgress(isQuiet: true))
  }

  @Test func `the first variable that names a locale decides`() {
    #expect(terminal(["LC_ALL": "C", "LANG": "en_GB.UTF-8"]).isUTF8 == false)
    #expect(terminal(["LC_ALL": "", "LANG": "en_GB.utf8"]).isUTF8)
  }
}
