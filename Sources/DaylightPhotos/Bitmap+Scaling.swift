import DaylightModel

extension Bitmap {
  /// The picture in another size and in the colours of sRGB.
  ///
  /// Each pixel is a weighted sum of those around it, first along rows and then along columns. Only
  /// as many rows as one row of the result needs are in memory.
  func scaled(to size: ImageSize, _ light: LinearLight) -> Bitmap {
    let columns = Taps.all(from: width, to: size.width)
    var result: [UInt8] = []
    result.reserveCapacity(size.width * size.height * 4)
    var line = [SIMD4<Float>](repeating: .zero, count: width)
    var rows: [[SIMD4<Float>]] = []
    var firstRow = 0
    for taps in Taps.all(from: height, to: size.height) {
      let unneeded = min(taps.first - firstRow, rows.count)
      rows.removeFirst(unneeded)
      firstRow += unneeded
      while firstRow + rows.count < taps.end {
        let start = (firstRow + rows.count) * width * 4
        light.read(pixels[start..<start + width * 4], into: &line)
        rows.append(columns.map { $0.sum(of: line) })
      }
      var sum = [SIMD4<Float>](repeating: .zero, count: size.width)
      for (row, weight) in zip(rows[(taps.first - firstRow)...], taps.weights) {
        for x in sum.indices { sum[x] += row[x] * weight }
      }
      light.write(sum, to: &result)
    }
    return Bitmap(width: size.width, height: size.height, pixels: result)
  }
}

/// The neighbours that one pixel of a scaled picture is made of, in one direction.
private struct Taps {
  let first: Int
  /// They add up to one.
  let weights: [Float]

  var end: Int { first + weights.count }

  func sum(of line: [SIMD4<Float>]) -> SIMD4<Float> {
    line.withUnsafeBufferPointer { line in
      weights.withUnsafeBufferPointer { weights in
        var sum = SIMD4<Float>.zero
        for place in weights.indices { sum += line[first + place] * weights[place] }
        return sum
      }
    }
  }

  /// Those of each pixel of the result.
  static func all(from source: Int, to target: Int) -> [Taps] {
    let ratio = Double(source) / Double(target)
    let stretch = max(1, ratio)
    return (0..<target).map { place in
      let centre = (Double(place) + 0.5) * ratio
      let first = max(0, Int((centre - 2 * stretch).rounded(.down)))
      let end = min(source, Int((centre + 2 * stretch).rounded(.up)))
      let weights = (first..<end).map { kernel(abs(Double($0) + 0.5 - centre) / stretch) }
      let total = weights.reduce(0, +)
      return Taps(first: first, weights: weights.map { Float($0 / total) })
    }
  }

  /// The cubic curve of Catmull and Rom, which keeps edges sharp with little ringing.
  private static func kernel(_ distance: Double) -> Double {
    if distance < 1 { return (1.5 * distance - 2.5) * distance * distance + 1 }
    if distance < 2 { return ((2.5 - 0.5 * distance) * distance - 4) * distance + 2 }
    return 0
  }
}
