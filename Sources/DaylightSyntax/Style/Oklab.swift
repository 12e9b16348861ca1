/// A colour by how people see it: lightness, and how far it is from grey towards two pairs of
/// opposite colours (Björn Ottosson, “A perceptual color space for image processing”, 2020).
///
/// Colours with the same proportion of `a` and `b` have the same hue; their distance from grey is
/// the chroma.
package struct Oklab: Sendable {
  /// From 0, black, to 1, white.
  package var lightness: Double
  package var a: Double
  package var b: Double

  package init(lightness: Double, a: Double, b: Double) {
    self.lightness = lightness
    self.a = a
    self.b = b
  }

  package init(_ colour: Colour) {
    let (red, green, blue) = (
      Colour.linear(colour.red), Colour.linear(colour.green), Colour.linear(colour.blue)
    )
    let l = Colour.root(3, of: 0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    let m = Colour.root(3, of: 0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    let s = Colour.root(3, of: 0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    lightness = 0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s
    a = 1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s
    b = 0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s
  }

  package var chroma: Double { (a * a + b * b).squareRoot() }

  /// The same hue and lightness with another chroma. A grey has no hue and stays grey.
  package func with(chroma: Double) -> Self {
    let own = self.chroma
    guard own > 0.002 else { return Self(lightness: lightness, a: 0, b: 0) }
    return Self(lightness: lightness, a: a * chroma / own, b: b * chroma / own)
  }

  /// The colour on a screen, with as much of the chroma as a screen can show at this lightness.
  package var colour: Colour {
    let own = min(max(lightness, 0), 1)
    var (least, most) = (0.0, 1.0)
    if let colour = Self(lightness: own, a: a, b: b).shown { return colour }
    for _ in 0..<20 {
      let middle = (least + most) / 2
      if Self(lightness: own, a: a * middle, b: b * middle).shown == nil {
        most = middle
      } else {
        least = middle
      }
    }
    return Self(lightness: own, a: a * least, b: b * least).shown
      ?? (own < 0.5
        ? Colour(red: 0, green: 0, blue: 0) : Colour(red: 255, green: 255, blue: 255))
  }

  /// Nil if no screen shows it.
  private var shown: Colour? {
    func cube(_ x: Double) -> Double { x * x * x }
    let l = cube(lightness + 0.3963377774 * a + 0.2158037573 * b)
    let m = cube(lightness - 0.1055613458 * a - 0.0638541728 * b)
    let s = cube(lightness - 0.0894841775 * a - 1.2914855480 * b)
    let parts = [
      4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
      -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
      -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s,
    ]
    guard parts.allSatisfy({ (-0.0005...1.0005).contains($0) }) else { return nil }
    let bytes = parts.map { UInt8((Colour.part(min(max($0, 0), 1)) * 255).rounded()) }
    return Colour(red: bytes[0], green: bytes[1], blue: bytes[2])
  }
}

extension Colour {
  /// The colour of the same hue and chroma that fits, with its lightness moved least; itself if it
  /// fits, and nil if none does.
  package func nearest(where fits: (Colour) -> Bool) -> Colour? {
    if fits(self) { return self }
    let own = Oklab(self)
    for step in 1...400 {
      let distance = Double(step) / 400
      for lightness in [own.lightness - distance, own.lightness + distance]
      where (0...1).contains(lightness) {
        let colour = Oklab(lightness: lightness, a: own.a, b: own.b).colour
        if fits(colour) { return colour }
      }
    }
    return nil
  }
}
