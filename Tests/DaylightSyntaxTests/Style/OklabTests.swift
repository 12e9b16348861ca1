import DaylightSyntax
import TestSupport
import Testing

@Suite struct OklabTests {
  @Test(arguments: 0..<20)
  func `a colour comes back as it was`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<50 {
      let colour = Colour.random(using: &random)
      #expect(Oklab(colour).colour == colour)
    }
  }

  @Test func `lightness goes from black to white`() {
    #expect(Oklab(Colour(red: 0, green: 0, blue: 0)).lightness == 0)
    #expect(abs(Oklab(Colour(red: 255, green: 255, blue: 255)).lightness - 1) < 0.0001)
    // As the author of the space gives it for pure red.
    let red = Oklab(Colour(red: 255, green: 0, blue: 0))
    #expect(abs(red.lightness - 0.628) < 0.001)
    #expect(abs(red.a - 0.225) < 0.001)
    #expect(abs(red.b - 0.126) < 0.001)
  }

  @Test(arguments: ["#ffd700", "#00ffff", "#ff00ff", "#1c5a5a", "#000000"])
  func `more chroma than a screen can show becomes what it can`(hex: String) throws {
    var colour = Oklab(try #require(Colour(hex)))
    for lightness in [0.15, 0.3, 0.6, 0.95] {
      colour.lightness = lightness
      #expect(abs(Oklab(colour.colour).lightness - lightness) < 0.02)
    }
  }

  @Test func `the nearest colour is the colour itself if it fits`() throws {
    let teal = try #require(Colour("#1c5a5a"))
    #expect(teal.nearest { _ in true } == teal)
    #expect(teal.nearest { _ in false } == nil)
  }

  @Test func `the nearest colour keeps its hue, and no nearer one fits`() throws {
    let yellow = try #require(Colour("#ffd700"))
    let white = Colour(red: 255, green: 255, blue: 255)
    let found = try #require(yellow.nearest { $0.contrast(with: white) >= 4.5 })
    #expect((4.5..<4.7).contains(found.contrast(with: white)))
    let (own, other) = (Oklab(yellow), Oklab(found))
    #expect(abs(own.a / own.b - other.a / other.b) < 0.05)
  }
}

extension Colour {
  fileprivate static func random(using random: inout SeededGenerator) -> Self {
    Self(
      red: .random(in: 0...255, using: &random), green: .random(in: 0...255, using: &random),
      blue: .random(in: 0...255, using: &random))
  }
}
