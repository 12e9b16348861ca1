/// Reads what is compressed with zlib (RFC 1950 and 1951), as most parts of a PDF are.
struct Inflate {
  private let bytes: ArraySlice<UInt8>
  private var offset: Int
  /// Bits of the byte before `offset` that were not used yet.
  private var bits = 0
  private var bitCount = 0
  private let limit: Int
  private var output: [UInt8] = []

  /// Nil for data with a mistake, and for what would be longer than the limit.
  static func inflated(_ bytes: ArraySlice<UInt8>, limit: Int) -> [UInt8]? {
    guard bytes.count > 2, let first = bytes.first, first & 15 == 8 else { return nil }
    var inflate = Inflate(bytes.dropFirst(2), limit: limit)
    return inflate.run() ? inflate.output : nil
  }

  private init(_ bytes: ArraySlice<UInt8>, limit: Int) {
    self.bytes = bytes
    self.limit = limit
    offset = bytes.startIndex
  }

  private mutating func run() -> Bool {
    while true {
      guard let isLast = take(1), let kind = take(2) else { return false }
      let isGood =
        switch kind {
        case 0: copyStored()
        case 1: readBlock(Self.fixedLengths, Self.fixedDistances)
        case 2: readTables().map { readBlock($0.lengths, $0.distances) } ?? false
        default: false
        }
      guard isGood else { return false }
      if isLast == 1 { return true }
    }
  }

  private mutating func take(_ count: Int) -> Int? {
    while bitCount < count {
      guard offset < bytes.endIndex else { return nil }
      bits |= Int(bytes[offset]) << bitCount
      offset += 1
      bitCount += 8
    }
    let value = bits & (1 << count - 1)
    bits >>= count
    bitCount -= count
    return value
  }

  private mutating func copyStored() -> Bool {
    (bits, bitCount) = (0, 0)
    guard bytes.endIndex - offset >= 4 else { return false }
    let length = Int(bytes[offset]) | Int(bytes[offset + 1]) << 8
    offset += 4
    guard bytes.endIndex - offset >= length, output.count + length <= limit else { return false }
    output += bytes[offset..<offset + length]
    offset += length
    return true
  }

  private mutating func readBlock(_ lengths: Code, _ distances: Code) -> Bool {
    while true {
      guard let symbol = decode(lengths) else { return false }
      if symbol < 256 {
        guard output.count < limit else { return false }
        output.append(UInt8(symbol))
        continue
      }
      if symbol == 256 { return true }
      guard symbol - 257 < Self.lengthBases.count, let extra = take(Self.lengthBits[symbol - 257]),
        let place = decode(distances), place < Self.distanceBases.count,
        let more = take(Self.distanceBits[place])
      else { return false }
      let length = Self.lengthBases[symbol - 257] + extra
      let distance = Self.distanceBases[place] + more
      guard distance <= output.count, output.count + length <= limit else { return false }
      for _ in 0..<length { output.append(output[output.count - distance]) }
    }
  }

  private mutating func readTables() -> (lengths: Code, distances: Code)? {
    guard let literals = take(5), let distances = take(5), let codes = take(4) else { return nil }
    let (literalCount, distanceCount) = (literals + 257, distances + 1)
    var order = [Int](repeating: 0, count: 19)
    for index in 0..<codes + 4 {
      guard let length = take(3) else { return nil }
      order[Self.codeOrder[index]] = length
    }
    guard let code = Code(order) else { return nil }
    var lengths: [Int] = []
    while lengths.count < literalCount + distanceCount {
      guard let symbol = decode(code) else { return nil }
      switch symbol {
      case 16:
        guard let last = lengths.last, let count = take(2) else { return nil }
        lengths += [Int](repeating: last, count: count + 3)
      case 17, 18:
        guard let count = take(symbol == 17 ? 3 : 7) else { return nil }
        lengths += [Int](repeating: 0, count: count + (symbol == 17 ? 3 : 11))
      default: lengths.append(symbol)
      }
    }
    guard lengths.count == literalCount + distanceCount,
      let literal = Code(Array(lengths[..<literalCount])),
      let distance = Code(Array(lengths[literalCount...]))
    else { return nil }
    return (literal, distance)
  }

  private mutating func decode(_ code: Code) -> Int? {
    var (value, first, index) = (0, 0, 0)
    for length in 1...15 {
      guard let bit = take(1) else { return nil }
      value |= bit
      let count = code.counts[length]
      if value - first < count { return code.symbols[index + value - first] }
      index += count
      first = (first + count) << 1
      value <<= 1
    }
    return nil
  }

  /// A prefix code: the symbols in the order of their codes, and how many there are of each length.
  private struct Code {
    var counts = [Int](repeating: 0, count: 16)
    var symbols: [Int] = []

    /// Nil if there are more codes than bits for them.
    init?(_ lengths: [Int]) {
      for length in lengths { counts[length] += 1 }
      counts[0] = 0
      var left = 1
      for length in 1...15 {
        left = left << 1 - counts[length]
        if left < 0 { return nil }
      }
      for length in 1...15 where counts[length] > 0 {
        symbols += lengths.indices.filter { lengths[$0] == length }
      }
    }

    init() {}
  }

  private static let fixedLengths =
    Code((0..<288).map { $0 < 144 ? 8 : $0 < 256 ? 9 : $0 < 280 ? 7 : 8 }) ?? Code()
  private static let fixedDistances = Code([Int](repeating: 5, count: 30)) ?? Code()
  private static let codeOrder = [
    16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15,
  ]
  private static let lengthBases = [
    3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131,
    163, 195, 227, 258,
  ]
  private static let lengthBits = [
    0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0,
  ]
  private static let distanceBases = [
    1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049,
    3073, 4097, 6145, 8193, 12289, 16385, 24577,
  ]
  private static let distanceBits = [
    0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13,
    13,
  ]
}
