/// A colour of sRGB.
package struct Colour: Sendable, Hashable {
  let red: Double
  let green: Double
  let blue: Double
  /// WCAG 2.2, “relative luminance”.
  private let luminance: Double

  /// Reads `#rgb`, `#rrggbb`, or a name such as `hotpink`.
  package init?(_ text: String) {
    let text = ColourNames.values[text.lowercased()] ?? text
    guard text.hasPrefix("#"), let value = UInt32(text.dropFirst(), radix: 16) else { return nil }
    func part(_ shift: UInt32, _ bits: UInt32) -> Double {
      let mask: UInt32 = (1 << bits) - 1
      return Double(value >> shift & mask) / Double(mask)
    }
    switch text.utf8.count {
    case 4: (red, green, blue) = (part(8, 4), part(4, 4), part(0, 4))
    case 7: (red, green, blue) = (part(16, 8), part(8, 8), part(0, 8))
    default: return nil
    }
    luminance = Self.luminance(red, green, blue)
  }

  package init(red: UInt8, green: UInt8, blue: UInt8) {
    self.red = Double(red) / 255
    self.green = Double(green) / 255
    self.blue = Double(blue) / 255
    luminance = Self.luminance(self.red, self.green, self.blue)
  }

  /// `#` and six digits.
  package var hexadecimal: String {
    "#"
      + [red, green, blue].map { part in
        let digits = String(Int((part * 255).rounded()), radix: 16)
        return digits.utf8.count < 2 ? "0" + digits : digits
      }.joined()
  }

  private static func luminance(_ red: Double, _ green: Double, _ blue: Double) -> Double {
    0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }

  /// The light of a part of sRGB (IEC 61966-2-1).
  static func linear(_ part: Double) -> Double {
    part <= 0.04045 ? part / 12.92 : power((part + 0.055) / 1.055)
  }

  /// The part of sRGB that gives as much light.
  static func part(_ linear: Double) -> Double {
    linear <= 0.0031308 ? linear * 12.92 : 1.055 * root(12, of: power(5, of: linear)) - 0.055
  }

  /// WCAG 2.2, “contrast ratio”: from 1 to 21.
  package func contrast(with other: Colour) -> Double {
    let (light, dark) = (max(luminance, other.luminance), min(luminance, other.luminance))
    return (light + 0.05) / (dark + 0.05)
  }

  /// x to the power of 2.4.
  private static func power(_ x: Double) -> Double { x * x * root(5, of: x * x) }

  /// By Newton's method, which saves a library for a few numbers and is the same on every machine.
  static func root(_ degree: Int, of x: Double) -> Double {
    guard x > 0 else { return 0 }
    var root = 1.0
    for _ in 0..<60 {
      let power = power(degree - 1, of: root)
      let next = root - (power * root - x) / (Double(degree) * power)
      if next == root { break }
      root = next
    }
    return root
  }

  private static func power(_ degree: Int, of x: Double) -> Double {
    (0..<degree).reduce(1) { product, _ in product * x }
  }
}
