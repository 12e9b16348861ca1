import DaylightSyntax

/// Why a text is not a DOI; nil if it is one: `10.`, four to nine digits, `/` and a suffix without
/// blanks (DOI Handbook, section 2.2; the digits as Crossref assigns them).
func problem(ofDOI text: String) -> String? {
  let bytes = Array(text.utf8)
  if bytes.starts(with: "http".utf8) || bytes.starts(with: "doi".utf8) {
    return "it is written with more than the DOI itself"
  }
  guard bytes.starts(with: "10.".utf8) else { return "it does not begin with ‘10.’" }
  let rest = bytes.dropFirst(3)
  guard let slash = rest.firstIndex(of: UInt8(ascii: "/")) else { return "it contains no ‘/’" }
  // A registrant may be divided further, as in 10.1000.10.
  let registrant = rest[..<slash].prefix { $0 != UInt8(ascii: ".") }
  guard 4...9 ~= registrant.count,
    rest[..<slash].allSatisfy({ $0.isASCIIDigit || $0 == UInt8(ascii: ".") })
  else { return "four to nine digits belong before the ‘/’" }
  guard slash + 1 < bytes.count else { return "nothing follows the ‘/’" }
  guard bytes.allSatisfy({ $0 > UInt8(ascii: " ") }) else { return "it contains a space" }
  return nil
}

/// Whether a text is an ISBN of 10 or 13 digits, hyphens and spaces aside, whose check digit is
/// right (ISO 2108).
func isISBN(_ text: String) -> Bool {
  var digits: [Int] = []
  for byte in text.utf8 where byte != UInt8(ascii: "-") && byte != UInt8(ascii: " ") {
    switch byte {
    case 0x30...0x39: digits.append(Int(byte) - 0x30)
    case UInt8(ascii: "X"), UInt8(ascii: "x"):
      guard digits.count == 9 else { return false }
      digits.append(10)
    default: return false
    }
  }
  switch digits.count {
  case 10: return digits.enumerated().reduce(0) { $0 + $1.element * (10 - $1.offset) } % 11 == 0
  case 13:
    return digits.enumerated().reduce(0) { $0 + $1.element * ($1.offset % 2 == 0 ? 1 : 3) } % 10
      == 0
  default: return false
  }
}
