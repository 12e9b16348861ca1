import DaylightModel
import DaylightSyntax
import DaylightTheme
import Foundation
import TestSupport
import Testing

@Suite struct BrandColoursTests {
  /// The sheet that the site comes with.
  private static let sheet: [UInt8] = {
    let root = (0..<4).reduce(URL(filePath: #filePath)) { url, _ in
      url.deletingLastPathComponent()
    }
    return [UInt8](
      (try? Data(contentsOf: root.appending(path: "templates/assets/site.css"))) ?? Data())
  }()

  private func apply(_ colours: [String: String]) throws -> Diagnosed<[UInt8]> {
    let lines = colours.sorted { $0.key < $1.key }.map { "  \($0.key): '\($0.value)'\n" }
    let file = SourceFile(
      path: "content/site.yaml", text: "name: A\nbrand:\n" + lines.joined())
    let settings = try #require(SiteConfiguration.decode(file).value.brand)
    return Brand.read(settings, files: [], name: "A").value.apply(to: Self.sheet)
  }

  private func expectReadable(_ sheet: [UInt8], _ colours: [String: String]) {
    let file = SourceFile(path: "templates/assets/site.css", bytes: sheet)
    let findings = ContrastRule.check(file).diagnostics.map(\.message)
    #expect(findings == [], "\(colours)")
  }

  /// The colour that a message suggests.
  private func suggestion(_ finding: Diagnostic) -> String? {
    finding.help?.split(separator: "\"").dropFirst().first.map(String.init)
  }

  private func name(at finding: Diagnostic, among colours: [String: String]) -> String? {
    finding.location.flatMap { place in
      let names = colours.keys.sorted()
      return names.indices.contains(place.start.line - 3) ? names[place.start.line - 3] : nil
    }
  }

  @Test(arguments: 0..<8)
  func `any colours are fine as they are, or as the message says`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<3 {
      var colours: [String: String] = [:]
      for name in ["accent", "accentDark", "paper", "paperDark"] where Bool.random(using: &random) {
        let part = { UInt8.random(in: 0...255, using: &random) }
        colours[name] = Colour(red: part(), green: part(), blue: part()).hexadecimal
      }
      guard !colours.isEmpty else { continue }
      let first = try apply(colours)
      for finding in first.diagnostics {
        colours[try #require(name(at: finding, among: colours))] = suggestion(finding)
      }
      let second = try apply(colours)
      #expect(second.diagnostics.map(\.message) == [], "\(colours)")
      expectReadable(second.value, colours)
    }
  }

  @Test(arguments: [
    ["accent": "#1c5a5a"], ["accent": "#000000"], ["accent": "#5a2a82"], ["accent": "#8a1538"],
    ["paper": "#ffffff"], ["paper": "#fdfaf4"], ["paper": "#f4f7fb"], ["paperDark": "#000000"],
    ["accent": "#0b3d91", "paper": "#ffffff"], ["accentDark": "#ffffff"],
    ["accentDark": "#ffd700", "paperDark": "#10202a"],
  ])
  func `usual colours are taken as they are`(colours: [String: String]) throws {
    let result = try apply(colours)
    #expect(result.diagnostics.map(\.message) == [])
    expectReadable(result.value, colours)
    let text = String(decoding: result.value, as: UTF8.self)
    for colour in colours.values { #expect(text.contains(colour)) }
  }

  @Test(arguments: [
    (["accent": "#ffd700"], "links in ‘#ffd700’ have a contrast of 1."),
    (["accent": "#fefefe"], "links in ‘#fefefe’ have a contrast of 1."),
    (["accent": "#4aa3a3"], "links in ‘#4aa3a3’ have a contrast of 2."),
    (["accentDark": "#1c5a5a"], "links in ‘#1c5a5a’ have a contrast of 1."),
    (["paper": "#111111"], "‘#111111’ is too dark for the paper of the light scheme: dark text"),
    (["paper": "#808080"], "‘#808080’ is too dark for the paper of the light scheme: dark text"),
    (
      ["paperDark": "#f0f0f0"],
      "‘#f0f0f0’ is too light for the paper of the dark scheme: light text"
    ),
  ])
  func `colours that cannot be read are errors`(colours: [String: String], message: String) throws {
    let findings = try apply(colours).diagnostics
    #expect(findings.map(\.rule.id) == ["low-contrast"])
    #expect(findings.first?.message.hasPrefix(message) == true, "\(findings.map(\.message))")
    #expect(findings.first?.location?.start.line == 3)
  }

  @Test func `what is not chosen stays as it is in the theme`() throws {
    let text = String(decoding: try apply(["accent": "#5a2a82"]).value, as: UTF8.self)
    let own = String(decoding: Self.sheet, as: UTF8.self)
    let changed = zip(text.split(separator: "\n"), own.split(separator: "\n"))
      .filter { $0 != $1 }.map { $1.split(separator: ":")[0].filter { $0 != " " } }
    #expect(
      Set(changed) == ["--accent", "--help-bg", "--safe-link", "--accent-ink"]
        || Set(changed) == ["--accent", "--help-bg", "--safe-link"])
  }
}
