import DaylightSyntax

/// The ways to write a currency.
enum Currency {
  static func isKnown(_ text: String) -> Bool {
    codes.contains(text) || signs.contains(text)
      || text.unicodeScalars.contains { $0.properties.generalCategory == .currencySymbol }
        && text.count <= 3
  }

  static func nearest(to text: String) -> String? {
    codes.contains(text.uppercased()) ? text.uppercased() : nearestMatch(to: text, in: codes)
  }

  /// Of ISO 4217, those of countries in which sites of this kind are known to be made.
  private static let codes = [
    "AED", "ARS", "AUD", "BDT", "BGN", "BRL", "CAD", "CHF", "CLP", "CNY", "COP", "CZK", "DKK",
    "EGP", "EUR", "GBP", "GEL", "GHS", "HKD", "HUF", "IDR", "ILS", "INR", "ISK", "JPY", "KES",
    "KRW", "LKR", "MAD", "MXN", "MYR", "NGN", "NOK", "NPR", "NZD", "PEN", "PHP", "PKR", "PLN",
    "RON", "RSD", "SAR", "SEK", "SGD", "THB", "TRY", "TWD", "TZS", "UAH", "UGX", "USD", "UYU",
    "VND", "ZAR",
  ]

  private static let signs: Set<String> = [
    "Fr.", "Ft", "Kč", "R", "R$", "kr", "kr.", "lei", "zł",
  ]
}
