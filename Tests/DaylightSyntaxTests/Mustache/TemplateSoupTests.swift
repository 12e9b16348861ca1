import DaylightSyntax
import Testing

@Suite struct TemplateSoupTests {
  /// Reproducible pseudorandom numbers (a linear congruential generator).
  private struct Dice: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 33)
    }
  }

  private let pieces = [
    "{{a}}", "{{{b}}}", "{{&b}}", "{{.}}", "{{a.b}}", "{{#a}}", "{{^a}}", "{{/a}}", "{{#b}}",
    "{{/b}}", "{{> p}}", "{{> page}}", "{{<p}}", "{{/p}}", "{{$x}}", "{{/x}}", "{{$y}}", "{{/y}}",
    "{{! c }}", "{{=<% %>=}}", "<%={{ }}=%>", "{{strings.s}}", "{{", "}}", "{", "\n", "\r\n", "  ",
    "\t", "text", "é",
  ]

  @Test func `any mix of tags loads, checks and renders deterministically`() {
    var dice = Dice(state: 7)
    let shape: TemplateShape = ["a": .list(["b": .html]), "b": .html]
    let value = TemplateValue.object([
      "a": .list([.object(["b": .html("1")]), .object(["a": .list([])])]), "b": .html("2"),
    ])
    for _ in 0..<400 {
      let soups = (0..<2).map { _ in
        (0..<Int.random(in: 0..<30, using: &dice))
          .map { _ in pieces.randomElement(using: &dice) ?? "" }.joined()
      }
      func make() -> ([Diagnostic], String, String) {
        let set = loadTemplates(
          ["page": soups[0], "partials/p": soups[1]], strings: ["s": "{{a}}{{b}}"])
        let checked = set.value.checked(against: ["page": shape])
        return (
          set.diagnostics + checked.diagnostics, set.value.renderPage(value),
          checked.value.renderPage(value)
        )
      }
      let (once, again) = (make(), make())
      #expect(once == again, "\(soups)")
    }
  }
}
