/// The visible text of a page, with NUL between blocks.
///
/// Its memory is allocated once for the largest page, so that text is copied without further
/// checks.
struct AuditText: Sendable {
  private var memory: [UInt8] = []
  private(set) var count = 0

  /// Empties the text, which will be of at most so many bytes.
  mutating func begin(capacity: Int) {
    count = 0
    if memory.count < capacity {
      memory = [UInt8](repeating: 0, count: max(capacity, 2 * memory.count))
    }
  }

  mutating func append(_ byte: UInt8) {
    memory[count] = byte
    count += 1
  }

  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    memory.withUnsafeMutableBytes { memory in
      UnsafeMutableRawBufferPointer(rebasing: memory[count..<count + bytes.count])
        .copyMemory(from: UnsafeRawBufferPointer(bytes))
    }
    count += bytes.count
  }

  func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    memory.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[..<count])) }
  }
}
