import DaylightModel
import Platform

/// The colours of a picture as its file describes them (ICC.1:2022).
///
/// Cameras and screens are described by a curve for each of red, green and blue, and the colour of
/// each. Their pictures are published in sRGB, without a profile: all browsers then show the same,
/// and a profile can name the very screen that a picture was made on.
enum ColourProfile {
  /// How to read the pixels; nil if they are sRGB already, as they are if nothing valid says
  /// otherwise.
  static func light(_ bytes: [UInt8]) throws(PictureProblem) -> LinearLight? {
    let file = UntrustedBytes(bytes)
    guard file.has("acsp", at: 36), let tags = Self.tags(file) else { return nil }
    if file.has("GRAY", at: 16) {
      guard let curve = tags["kTRC"].flatMap(curve) else { return nil }
      return isSRGB(curve) ? nil : LinearLight(curves: [curve, curve, curve])
    }
    guard file.has("RGB ", at: 16) else { return nil }
    let curves = ["rTRC", "gTRC", "bTRC"].compactMap { tags[$0].flatMap(curve) }
    let columns = ["rXYZ", "gXYZ", "bXYZ"].compactMap { tags[$0].flatMap(colour) }
    guard curves.count == 3, columns.count == 3 else { throw .unknownColours }
    let isSame = curves.allSatisfy(isSRGB) && columns.isAboutIdentity
    return isSame ? nil : LinearLight(curves: curves, columns: columns)
  }

  private static func tags(_ file: UntrustedBytes) -> [String: UntrustedBytes]? {
    guard let count = file.number(128, 4), count <= 200 else { return nil }
    var tags: [String: UntrustedBytes] = [:]
    for entry in 0..<count {
      let place = 132 + 12 * entry
      guard let name = file.slice(place, 4), let offset = file.number(place + 4, 4),
        let length = file.number(place + 8, 4), let data = file.slice(offset, length)
      else { return nil }
      tags[String(decoding: name.all, as: UTF8.self)] = data
    }
    return tags
  }

  /// The light of each of the 256 values, by a table, a power or a formula (10.6 and 10.18).
  private static func curve(_ tag: UntrustedBytes) -> [Float]? {
    if tag.has("curv") {
      guard let count = tag.number(8, 4) else { return nil }
      if count == 0 { return values { $0 } }
      if count == 1 {
        guard let gamma = tag.number(12, 2) else { return nil }
        return values { pow($0, Double(gamma) / 256) }
      }
      guard tag.slice(12, 2 * count) != nil else { return nil }
      return values { value in
        let place = value * Double(count - 1)
        let below = min(Int(place), count - 2)
        func entry(_ number: Int) -> Double { Double(tag.number(12 + 2 * number, 2) ?? 0) / 65535 }
        let part = place - Double(below)
        return entry(below) * (1 - part) + entry(below + 1) * part
      }
    }
    guard tag.has("para"), let kind = tag.number(8, 2), kind < 5 else { return nil }
    let p = (0..<[1, 3, 4, 5, 7][kind]).compactMap { fraction(tag, 12 + 4 * $0) }
    guard p.count == [1, 3, 4, 5, 7][kind] else { return nil }
    let (a, b) = p.count > 2 ? (p[1], p[2]) : (1, 0)
    let c = p.count > 3 ? p[3] : 0
    return values { value in
      let base = pow(max(0, a * value + b), p[0])
      return switch kind {
      case 0: pow(value, p[0])
      case 1: value >= -b / a ? base : 0
      case 2: value >= -b / a ? base + c : c
      case 3: value >= p[4] ? base : c * value
      default: value >= p[4] ? base + p[5] : c * value + p[6]
      }
    }
  }

  private static func values(_ curve: (Double) -> Double) -> [Float] {
    (0..<256).map {
      let light = curve(Double($0) / 255)
      return light.isFinite ? Float(min(max(light, 0), 1)) : 0
    }
  }

  /// A colour under the light of a printer’s table (D50), as amounts of the colours of sRGB.
  private static func colour(_ tag: UntrustedBytes) -> SIMD4<Float>? {
    guard tag.has("XYZ "), let x = fraction(tag, 8), let y = fraction(tag, 12),
      let z = fraction(tag, 16)
    else { return nil }
    return SIMD4(
      Float(3.133_856_1 * x - 1.616_866_7 * y - 0.490_614_6 * z),
      Float(-0.978_768_4 * x + 1.916_141_5 * y + 0.033_454_0 * z),
      Float(0.071_945_3 * x - 0.228_991_4 * y + 1.405_242_7 * z), 0)
  }

  /// A signed number of 16 bits before and 16 after the point.
  private static func fraction(_ tag: UntrustedBytes, _ offset: Int) -> Double? {
    tag.number(offset, 4).map { Double(Int32(truncatingIfNeeded: $0)) / 65536 }
  }

  /// Whether nobody can see the difference: it is less than half a step of the brightest values.
  private static func isSRGB(_ curve: [Float]) -> Bool {
    zip(curve, LinearLight.curve).allSatisfy { abs($0 - $1) < 0.003 }
  }
}

extension [SIMD4<Float>] {
  fileprivate var isAboutIdentity: Bool {
    enumerated().allSatisfy { row, column in
      (0..<3).allSatisfy { abs(column[$0] - (row == $0 ? 1 : 0)) < 0.01 }
    }
  }
}
