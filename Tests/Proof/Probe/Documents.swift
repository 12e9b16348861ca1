import Platform

/// The documents on standard input.
enum Documents {
  /// Nil at the end.
  static func next() -> [UInt8]? {
    guard let length = read(4) else { return nil }
    return read(length.reduce(0) { $0 << 8 | Int($1) })
  }

  static func answer(_ line: [UInt8]) {
    write(line + [0x0A])
  }

  private static func read(_ count: Int) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: count)
    var filled = 0
    while filled < count {
      let read = bytes.withUnsafeMutableBytes { memory in
        Platform.read(STDIN_FILENO, memory.baseAddress.map { $0 + filled }, count - filled)
      }
      guard read > 0 else { return nil }
      filled += read
    }
    return bytes
  }

  private static func write(_ bytes: [UInt8]) {
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { memory in
        Platform.write(
          STDOUT_FILENO, memory.baseAddress.map { $0 + written }, bytes.count - written)
      }
      guard count > 0 else { exit(2) }
      written += count
    }
  }
}
