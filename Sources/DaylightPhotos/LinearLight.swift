import Platform

/// The way from the numbers in a picture to amounts of light and back, as sRGB
/// (IEC 61966-2-1) with whatever the colours of the picture are now.
///
/// Pixels may only be mixed as amounts of light: a fine pattern of black and white is otherwise
/// too dark when it is made smaller.
struct LinearLight: Sendable {
  /// The light of each of the 256 values of red, green and blue, one table after the other.
  private let light: [Float]
  /// How much each of them adds to red, green and blue of sRGB; nil if that is what they are.
  private let mixing: (red: SIMD4<Float>, green: SIMD4<Float>, blue: SIMD4<Float>)?

  static let sRGB = LinearLight(curves: [curve, curve, curve])

  /// - Parameters:
  ///   - curves: the light of each value of red, green and blue.
  ///   - columns: the sRGB light of full red, green and blue; nil if they are those of sRGB.
  init(curves: [[Float]], columns: [SIMD4<Float>]? = nil) {
    light = curves.flatMap { $0 }
    mixing = columns.map { ($0[0], $0[1], $0[2]) }
  }

  /// The light of each value in sRGB.
  static let curve: [Float] = (0..<256).map { Float(light(ofSRGB: Double($0) / 255)) }

  static func light(ofSRGB value: Double) -> Double {
    value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
  }

  private static func value(ofLight light: Double) -> Double {
    light <= 0.003_130_8 ? light * 12.92 : 1.055 * pow(light, 1 / 2.4) - 0.055
  }

  /// The value in sRGB of each of many amounts of light: enough that dark values are exact.
  private static let values: [UInt8] = (0..<steps).map {
    UInt8((value(ofLight: Double($0) / Double(steps - 1)) * 255).rounded())
  }
  private static let steps = 16_384

  /// A row of pixels as light, each colour by its opacity.
  func read(_ row: ArraySlice<UInt8>, into line: inout [SIMD4<Float>]) {
    light.withUnsafeBufferPointer { light in
      row.withUnsafeBufferPointer { row in
        for x in line.indices {
          let pixel = x * 4
          let opacity = Float(row[pixel + 3]) * (1 / 255)
          line[x] =
            SIMD4(
              light[Int(row[pixel])], light[256 + Int(row[pixel + 1])],
              light[512 + Int(row[pixel + 2])], 1) * opacity
        }
      }
    }
  }

  /// Appends a row of light as pixels.
  func write(_ line: [SIMD4<Float>], to pixels: inout [UInt8]) {
    Self.values.withUnsafeBufferPointer { values in
      for sum in line {
        let opacity = min(max(sum.w, 0), 1)
        var colour = opacity > 0 ? sum / opacity : .zero
        if let mixing {
          colour = mixing.red * colour.x + mixing.green * colour.y + mixing.blue * colour.z
        }
        let place = colour.clamped(lowerBound: .zero, upperBound: .one) * Float(Self.steps - 1)
        for channel in 0..<3 { pixels.append(values[Int(place[channel].rounded())]) }
        pixels.append(UInt8((opacity * 255).rounded()))
      }
    }
  }
}
