package import DaylightSyntax

/// What something costs: `£60`, `60 EUR`, a range such as `£20–£40`, or words such as “free”.
package struct FeeAmount: Sendable, Hashable {
  /// As the author wrote it.
  package let text: String
  /// The least and the greatest price, which may be the same; none for words.
  package let prices: [Price]

  package struct Price: Sendable, Hashable, Comparable {
    /// A sign, or a code of three letters.
    package let currency: String
    package let text: String
    fileprivate let hundredths: Int

    package static func < (left: Self, right: Self) -> Bool { left.hundredths < right.hundredths }
  }
}

extension FeeAmount {
  /// Why a text is not an amount.
  enum Problem: Error, Hashable {
    case noCurrency
    case unknownCurrency(String, nearest: String?)
    case twoCurrencies
    case notAlone(amount: String?)
    case fallingRange
  }

  init(_ text: String) throws(Problem) {
    self.text = text
    guard text.contains(where: \.isNumber) else {
      prices = []
      return
    }
    var figures: [Figure] = []
    for part in text.split(whereSeparator: \.isDash) {
      guard let figure = Figure(part) else {
        throw .notAlone(amount: Figure.firstAmount(in: text))
      }
      figures.append(figure)
    }
    guard 1...2 ~= figures.count else { throw .notAlone(amount: nil) }
    let currencies = figures.filter { !$0.currency.isEmpty }
    guard let written = currencies.first else { throw .noCurrency }
    for figure in currencies where !Currency.isKnown(figure.currency) {
      // Words beside the figure, of which one may be the currency.
      if figure.currency.contains(where: \.isWhitespace) || !figure.isShort {
        throw .notAlone(amount: Figure.firstAmount(in: text))
      }
      throw .unknownCurrency(figure.currency, nearest: Currency.nearest(to: figure.currency))
    }
    guard currencies.allSatisfy({ $0.currency == written.currency }) else { throw .twoCurrencies }
    let prices = figures.map { $0.price(in: written) }
    guard prices.count == 1 || prices[0] <= prices[1] else { throw .fallingRange }
    self.prices = prices
  }
}

/// A number with what is written before or after it.
private struct Figure {
  let number: Substring
  let hundredths: Int
  /// Empty if there is none.
  let currency: String
  let isBefore: Bool

  /// Nil unless the text is a number and something on one side of it at most.
  init?(_ text: Substring) {
    guard let first = text.firstIndex(where: \.isNumber),
      let last = text.lastIndex(where: \.isNumber)
    else { return nil }
    number = text[first...last]
    let (before, after) = (
      text[..<first].trimmingBlanks, text[text.index(after: last)...].trimmingBlanks
    )
    guard before.isEmpty || after.isEmpty, let value = Self.hundredths(of: number) else {
      return nil
    }
    hundredths = value
    isBefore = !before.isEmpty
    currency = String(isBefore ? before : after)
  }

  var isShort: Bool { currency.count <= 4 }

  /// As it is written, with the currency of the other end of its range if it has none.
  func price(in other: Figure) -> FeeAmount.Price {
    let currency = other.currency
    let space = currency.last?.isLetter == true ? " " : ""
    return .init(
      currency: currency,
      text: other.isBefore ? "\(currency)\(space)\(number)" : "\(number) \(currency)",
      hundredths: hundredths)
  }

  /// The first amount with a known currency in a text of several words.
  static func firstAmount(in text: String) -> String? {
    let words = text.split(separator: " ")
    for length in 1...2 where words.count > length {
      for start in 0...(words.count - length) {
        let part = words[start..<start + length].joined(separator: " ")
        if let figure = Figure(part[...]), Currency.isKnown(figure.currency) { return part }
      }
    }
    return nil
  }

  /// A number with marks between thousands and before one or two decimals: `1,200`, `45.50`.
  private static func hundredths(of number: Substring) -> Int? {
    let groups = number.split(omittingEmptySubsequences: false) { ",. ’'".contains($0) }
    guard groups.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(\.isASCIIDigit) }),
      number.utf8.count <= 12
    else { return nil }
    let last = groups[groups.count - 1].utf8.count
    let hasDecimals = groups.count > 1 && last < 3
    if hasDecimals, !",.".contains(number[number.index(number.endIndex, offsetBy: -last - 1)]) {
      return nil
    }
    let whole = hasDecimals ? groups.dropLast() : groups[...]
    guard whole.dropFirst().allSatisfy({ $0.utf8.count == 3 }),
      let units = Int(whole.joined()),
      let cents = hasDecimals ? Int(groups[groups.count - 1]) : 0
    else { return nil }
    return units * 100 + (last == 1 && hasDecimals ? cents * 10 : cents)
  }
}

extension TextForm {
  /// Words without a figure, or a figure with something on one side.
  fileprivate static let fee = Self(
    "^([^0-9]+|[^0-9]+[0-9].*|[0-9].*[^0-9.,’' ].*)$",
    "Write the amount with its currency, as in £60, or ‘free’.")
}

extension FieldDecoder {
  /// A required amount of money, or words.
  mutating func feeAmount(_ name: String, about: String) -> Located<FeeAmount>? {
    guard let text = text(name, as: .fee, about: about) else {
      reportMissing(name, help: "write what it costs, such as £60, or ‘free’")
      return nil
    }
    do throws(FeeAmount.Problem) {
      return Located(try FeeAmount(text.value), at: text.location)
    } catch {
      report(.invalidFee(text, error))
      return nil
    }
  }
}

extension Rule {
  package static let invalidFee = Rule(
    "invalid-fee", .error, "A fee that is not one amount of money.",
    why: "Readers would not know what they pay, and search engines are told the range of prices.",
    bad: "practice:\n  name: Riverside\n  fees:\n    - {for: 50 minutes, amount: 60}",
    good: "practice:\n  name: Riverside\n  fees:\n    - {for: 50 minutes, amount: £60}",
    fix: "Write the figure with its currency and nothing else: `£60`, `60 EUR` or `£20–£40`. "
      + "What is free is words without a figure.", in: .settings)
}

extension Diagnostic {
  fileprivate static func invalidFee(
    _ text: Located<String>, _ problem: FeeAmount.Problem
  ) -> Self {
    let (message, help): (String, String) =
      switch problem {
      case .noCurrency:
        ("‘\(text.value)’ has no currency", "write it with the figure, as in £60 or 60 EUR")
      case .unknownCurrency(let currency, let nearest):
        (
          "‘\(currency)’ is not a currency",
          nearest.map { "did you mean ‘\($0)’?" } ?? "write a sign or a code, as in £60 or 60 EUR"
        )
      case .twoCurrencies: ("‘\(text.value)’ has two currencies", "write a fee for each of them")
      case .notAlone(let amount):
        (
          "‘\(text.value)’ is not one amount of money",
          (amount.map { "write ‘\($0)’ alone" } ?? "write the amount alone, as in £60")
            + "; what it is for is ‘for’, and the rest is ‘note’"
        )
      case .fallingRange:
        ("‘\(text.value)’ ends with less than it begins with", "write the smaller amount first")
      }
    return Diagnostic(.invalidFee, message, at: text.location, help: help)
  }
}
