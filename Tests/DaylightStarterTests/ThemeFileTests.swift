import DaylightStarter
import DaylightSyntax
import Testing

/// A template of a site, compared with the built-in one and with what it was copied from.
@Suite struct ThemeFileTests {
  private let path = "templates/home.mustache"
  private var builtIn: [UInt8] { BuiltInTheme.file(path)?.bytes ?? [] }
  private let older = Array("{{! older }}\n".utf8)
  private let mine = Array("{{! mine }}\n".utf8)

  private func state(_ bytes: [UInt8], from origin: [UInt8]?) -> ThemeFile.State {
    ThemeFile(path: path, bytes: bytes, origin: origin).state
  }

  @Test func `a file that is the built-in one is not needed`() {
    #expect(state(builtIn, from: builtIn) == .same)
    #expect(state(builtIn, from: nil) == .same)
    #expect(state(builtIn, from: older) == .same)
  }

  @Test func `a file as it was copied is old once the theme has a newer one`() {
    #expect(state(older, from: older) == .old)
  }

  @Test func `who changed it is told apart`() {
    #expect(state(mine, from: builtIn) == .changed(builtInChanged: false))
    #expect(state(mine, from: older) == .changed(builtInChanged: true))
    #expect(state(mine, from: nil) == .changed(builtInChanged: false))
  }

  @Test func `a file that the theme does not have is the site's own`() {
    let other = "templates/partials/mine.mustache"
    #expect(ThemeFile(path: other, bytes: mine, origin: nil).state == .own)
    #expect(ThemeFile(path: other, bytes: mine, origin: older).state == .dropped)
  }

  @Test func `a file with some words says how many`() {
    let text = "# Ours.\nexit:\n  label: Go\n\nskip: On\n"
    let file = ThemeFile(
      path: "templates/strings/en.yaml", bytes: Array(text.utf8), origin: nil)
    #expect(file.state == .words(2))
  }

  @Test func `a picture has no lines to show`() {
    #expect(
      !ThemeFile(path: "templates/assets/icon.png", bytes: [0x89, 0, 1], origin: nil).isText)
    #expect(ThemeFile(path: path, bytes: mine, origin: older).isText)
  }
}
