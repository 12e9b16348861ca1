import DaylightSyntax

extension HTML.StringInterpolation {
  mutating func appendInterpolation(_ number: Double) { appendInterpolation(number.oneDecimal) }
}

extension Double {
  /// With one decimal, or none where it is zero: `6.4`, `7`.
  var oneDecimal: String {
    let tenths = Int((self * 10).rounded())
    let sign = tenths < 0 ? "-" : ""
    let (whole, rest) = tenths.magnitude.quotientAndRemainder(dividingBy: 10)
    return rest == 0 ? "\(sign)\(whole)" : "\(sign)\(whole).\(rest)"
  }
}

extension Int {
  /// With its noun: `1 page`, `2 pages`.
  func counted(_ one: String, _ many: String? = nil) -> String {
    "\(self) \(self == 1 ? one : many ?? one + "s")"
  }
}
