import DaylightSyntax

/// What people dial in an emergency, by country.
///
/// Only countries whose own authorities publish the numbers are listed; for others, any number of
/// the usual form is accepted.
package enum EmergencyNumber {
  private static let known: [String: [String]] = [
    // The guidance “999 and 112: the UK's national emergency numbers” of the British government.
    "gb": ["999", "112"], "uk": ["999", "112"],
    // http://www.112.ie/What_happens_/128
    "ie": ["112", "999"],
    // https://www.fcc.gov/consumer-information
    "us": ["911"],
    // https://crtc.gc.ca/eng/archive/2014/2014-342.htm
    "ca": ["911"],
    // http://www.acma.gov.au/theACMA/emergency-call-service-faq-i-acma says that 112 works on mobile
    // phones only, so it is no number for everybody.
    "au": ["000"],
    // https://www.police.govt.nz/contact-us/calling-emergency-111
    "nz": ["111"],
  ]

  /// The numbers of the country that a region’s id begins with, as in `gb-eng`; nil if they are not
  /// known.
  package static func numbers(ofRegion id: String) -> [String]? {
    let country = id.lowercased().prefix { $0.isLetter }
    return known[String(country)]
  }

  /// Why a number cannot be the emergency number of a region; nil if it can.
  package static func problem(of number: String, inRegion id: String) -> String? {
    let digits = number.utf8
    guard digits.allSatisfy({ $0.isASCIIDigit }), 2...5 ~= digits.count else {
      return "it is not a number of two to five digits"
    }
    guard let numbers = numbers(ofRegion: id), !numbers.contains(number) else { return nil }
    return "people there dial \(numbers.joined(separator: " or "))"
  }
}
