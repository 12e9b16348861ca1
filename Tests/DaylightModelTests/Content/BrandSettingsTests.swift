import DaylightModel
import DaylightSyntax
import TestSupport
import Testing

@Suite struct BrandSettingsTests {
  private func brand(_ lines: String) -> (settings: BrandSettings?, findings: [Diagnostic]) {
    let source = MarkedSource(
      "name: A\nbrand:\n" + lines.split(separator: "\n").map { "  \($0)\n" }.joined(),
      path: "content/site.yaml")
    let decoded = SiteConfiguration.decode(source.file)
    return (decoded.value.brand, decoded.diagnostics)
  }

  @Test func `a site without brand has none`() {
    let file = SourceFile(path: "content/site.yaml", text: "name: A\n")
    #expect(SiteConfiguration.decode(file).value.brand == nil)
  }

  @Test(arguments: ["\"#1c5a5a\"", "'#1C5A5A'", "1c5a5a", "1C5A5A"])
  func `a colour is # and six digits, or the digits alone`(value: String) {
    let (settings, findings) = brand("accent: \(value)")
    #expect(findings == [])
    #expect(settings?.accent?.value.hexadecimal == "#1c5a5a")
  }

  @Test(arguments: [("\"#abc\"", "#aabbcc"), ("teal", "#008080"), ("123456", "#123456")])
  func `short colours and names are colours too`(value: String, hex: String) {
    #expect(brand("paper: \(value)").settings?.paper?.value.hexadecimal == hex)
  }

  @Test(arguments: ["accent", "accentDark", "paper", "paperDark"])
  func `a colour without quotation marks is a comment, and that is said`(name: String) {
    let (settings, findings) = brand("\(name): #1c5a5a")
    #expect(settings?.accent == nil)
    #expect(findings.map(\.rule.id) == ["comment-in-value"])
    #expect(findings.first?.location?.start.line == 3)
  }

  @Test(arguments: ["accent:", "accent: # later", "accent: ''"])
  func `an empty colour is none`(line: String) {
    #expect(brand(line + "\nlogoText: A").settings?.accent == nil)
  }

  @Test(arguments: [
    ("rgb(28, 90, 90)", "write \"#1c5a5a\""), ("'rgb( 28 90 90 )'", "write \"#1c5a5a\""),
    ("'rgba(28,90,90,0.5)'", "write \"#1c5a5a\""), ("'#1c5a5aff'", "write \"#1c5a5a\""),
    ("'0x1c5a5a'", "write \"#1c5a5a\""),
    ("'#1c5a5g'", "write # and six digits in quotation marks, as in \"#1c5a5a\""),
    ("'#12'", "write # and six digits in quotation marks, as in \"#1c5a5a\""),
    ("'hsl(180 53% 23%)'", "write # and six digits in quotation marks, as in \"#1c5a5a\""),
    ("'rgb(300, 0, 0)'", "write # and six digits in quotation marks, as in \"#1c5a5a\""),
    ("teal-ish", "write # and six digits in quotation marks, as in \"#1c5a5a\""),
  ])
  func `what is no colour is answered with one`(value: String, help: String) {
    let findings = brand("accent: \(value)").findings
    #expect(findings.map(\.rule.id) == ["invalid-colour"])
    #expect(findings.first?.help == help)
  }

  @Test func `the picture of the home page needs its words`() {
    #expect(brand("hero: house.jpg").findings.map(\.rule.id) == ["missing-field"])
    #expect(brand("hero: house.jpg\nheroText: Our house").findings == [])
  }

  @Test func `a logo for dark pages needs one for light pages`() {
    #expect(brand("logoDark: a.svg").findings.map(\.rule.id) == ["missing-field"])
    #expect(brand("logo: b.svg\nlogoDark: a.svg").findings == [])
  }

  @Test func `a misspelt name is answered with the right one`() {
    let findings = brand("acent: '#1c5a5a'").findings
    #expect(findings.map(\.rule.id) == ["unknown-key"])
    #expect(findings.first?.help?.contains("‘accent’") == true)
  }
}
