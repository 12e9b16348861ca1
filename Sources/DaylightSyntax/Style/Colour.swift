/// A colour of sRGB.
package struct Colour: Sendable, Hashable {
  let red: Double
  let green: Double
  let blue: Double

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
  }

  /// WCAG 2.2, “relative luminance”.
  private var luminance: Double {
    func linear(_ part: Double) -> Double {
      part <= 0.04045 ? part / 12.92 : Self.power((part + 0.055) / 1.055)
    }
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }

  /// WCAG 2.2, “contrast ratio”: from 1 to 21.
  package func contrast(with other: Colour) -> Double {
    let (light, dark) = (max(luminance, other.luminance), min(luminance, other.luminance))
    return (light + 0.05) / (dark + 0.05)
  }

  /// x to the power of 2.4: the square times the fifth root of the square, by Newton's method, which
  /// saves a library for one number.
  private static func power(_ x: Double) -> Double {
    let square = x * x
    var root = 1.0
    for _ in 0..<60 {
      root -= (root * root * root * root * root - square) / (5 * root * root * root * root)
    }
    return square * root
  }
}
