/// Host names with letters outside ASCII, as browsers send them: `münchen.example` is
/// `xn--mnchen-3ya.example`.
///
/// The encoding is that of RFC 3492, section 6.3, with the parameters of section 5. Letters are
/// converted to lower case; whether a registry allows them is not checked (RFC 5891).
package enum Punycode {
  /// The host in ASCII. Nil if it has a character that hosts cannot have, or a decomposed letter.
  package static func host(_ host: String) -> String? {
    let labels = Composition.composed(host.lowercased()).split(
      separator: ".", omittingEmptySubsequences: false)
    var encoded: [String] = []
    for label in labels {
      guard label.unicodeScalars.allSatisfy(isAllowed) else { return nil }
      if label.utf8.allSatisfy({ $0 < 0x80 }) {
        encoded.append(String(label))
      } else {
        guard let text = encode(Array(label.unicodeScalars)) else { return nil }
        encoded.append("xn--" + text)
      }
    }
    return encoded.joined(separator: ".")
  }

  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return true }
    // An accent that was not composed with a letter.
    if 0x0300...0x036F ~= scalar.value { return false }
    return switch scalar.properties.generalCategory {
    case .lowercaseLetter, .otherLetter, .modifierLetter, .nonspacingMark, .spacingMark,
      .decimalNumber:
      true
    default: false
    }
  }

  private static func encode(_ input: [Unicode.Scalar]) -> String? {
    guard input.count <= longestEncoding else { return nil }
    var output = input.filter(\.isASCII).map { Character($0) }
    let basic = output.count
    if basic > 0 { output.append("-") }
    var (number, delta, bias, handled) = (UInt32(128), UInt32(0), UInt32(72), basic)
    while handled < input.count {
      guard let next = input.map(\.value).filter({ $0 >= number }).min() else { return nil }
      let (step, overflow) = (next - number).multipliedReportingOverflow(by: UInt32(handled + 1))
      guard !overflow, delta.addingReportingOverflow(step).overflow == false else { return nil }
      delta += step
      number = next
      for scalar in input {
        if scalar.value < number { delta += 1 }
        guard scalar.value == number else { continue }
        append(delta, bias, to: &output)
        bias = adapted(delta, points: UInt32(handled + 1), isFirst: handled == basic)
        delta = 0
        handled += 1
      }
      delta += 1
      number += 1
    }
    return output.count <= longestEncoding ? String(output) : nil
  }

  /// DNS limits a label to 63 bytes, of which four are `xn--`. Each character takes at least one.
  private static let longestEncoding = 59

  /// A number of variable length.
  private static func append(_ delta: UInt32, _ bias: UInt32, to output: inout [Character]) {
    let digits = Array("abcdefghijklmnopqrstuvwxyz0123456789")
    var (rest, place) = (delta, UInt32(36))
    while true {
      let threshold = place <= bias ? 1 : min(place - bias, 26)
      guard rest >= threshold else { break }
      output.append(digits[Int(threshold + (rest - threshold) % (36 - threshold))])
      rest = (rest - threshold) / (36 - threshold)
      place += 36
    }
    output.append(digits[Int(rest)])
  }

  private static func adapted(_ delta: UInt32, points: UInt32, isFirst: Bool) -> UInt32 {
    var delta = delta / (isFirst ? 700 : 2)
    delta += delta / points
    var steps: UInt32 = 0
    while delta > 35 * 26 / 2 {
      delta /= 35
      steps += 36
    }
    return steps + 36 * delta / (delta + 38)
  }
}
