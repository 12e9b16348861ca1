import DaylightModel
import DaylightSyntax
import TestSupport
import Testing

@Suite struct FeeAmountTests {
  private func decode(
    _ amount: String, _ rules: [String] = [], at place: Testing.SourceLocation = #_sourceLocation
  ) -> (amount: FeeAmount?, help: String?) {
    let source = BracketedSource(
      "name: A\npractice:\n  name: B\n  fees:\n    - for: A talk\n      amount: \(amount)\n",
      path: "content/site.yaml")
    let decoded = SiteConfiguration.decode(source.file)
    expect(decoded.diagnostics, rules, in: source, sourceLocation: place)
    return (decoded.value.practice?.fees.first?.amount?.value, decoded.diagnostics.first?.help)
  }

  @Test(arguments: [
    ("£60", ["£60"]), ("60 €", ["60 €"]), ("€45.50", ["€45.50"]), ("45,50 €", ["45,50 €"]),
    ("60 EUR", ["60 EUR"]), ("GBP 60", ["GBP 60"]), ("US$150", ["US$150"]),
    ("£1,200", ["£1,200"]), ("1’200 CHF", ["1’200 CHF"]), ("450 kr", ["450 kr"]),
    ("£20–£40", ["£20", "£40"]), ("£20-40", ["£20", "£40"]), ("20–40 €", ["20 €", "40 €"]),
    ("₹1500", ["₹1500"]), ("£0", ["£0"]),
  ])
  func `an amount is a figure with its currency`(text: String, prices: [String]) {
    #expect(decode(text).amount?.prices.map(\.text) == prices)
  }

  @Test(arguments: ["free", "by arrangement", "kostenlos", "£"])
  func `words are no price`(text: String) {
    #expect(decode(text).amount?.prices.isEmpty == true)
  }

  @Test(arguments: [
    "60", "60.00", "20–40", "60 GPB", "60 quid", "£60 per session", "£60/hour", "from £60",
    "£20–€40", "£40–£20", "£20–£30–£40", "£6,0,0", "£60 €70", "60 pounds",
    "£12345678901234567890",
  ])
  func `what is not one amount is a finding`(text: String) {
    _ = decode("⟦\(text)⟧", ["invalid-fee"])
  }

  @Test func `a fee without an amount is a finding`() {
    let source = BracketedSource(
      "name: A\npractice:\n  name: B\n  fees:\n    - ⟦⟦amuont⟧: £60\n      for: A talk⟧\n",
      path: "content/site.yaml")
    let rules = SiteConfiguration.decode(source.file).diagnostics.map(\.rule.id)
    #expect(rules.sorted() == ["missing-field", "unknown-key"])
  }

  @Test(arguments: [
    ("60 GPB", "did you mean ‘GBP’?"), ("60 eur", "did you mean ‘EUR’?"),
    ("£60 per session", "write ‘£60’ alone; what it is for is ‘for’, and the rest is ‘note’"),
    ("60", "write it with the figure, as in £60 or 60 EUR"),
    ("£40–£20", "write the smaller amount first"),
  ])
  func `the message says what to write`(text: String, help: String) {
    #expect(decode("⟦\(text)⟧", ["invalid-fee"]).help == help)
  }
}
