/// Calls `work` with the bytes in contiguous memory, copying them only if necessary.
func withContiguousBytes<Result, Failure>(
  _ bytes: some Collection<UInt8>, _ work: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
) throws(Failure) -> Result {
  // `withContiguousStorageIfAvailable` loses the type of an error, so it is returned as a value.
  let result = bytes.withContiguousStorageIfAvailable { storage in
    Swift.Result { () throws(Failure) in try work(storage) }
  }
  if let result { return try result.get() }
  let copy = Array(bytes)
  return try copy.withUnsafeBufferPointer { storage throws(Failure) in try work(storage) }
}

/// Calls `work` with the bytes as a NUL-terminated string. A NUL among them becomes U+FFFD.
func withCString(_ bytes: some Collection<UInt8>, _ work: (UnsafePointer<CChar>) -> Void) {
  withContiguousBytes(bytes) { withCString($0, work) }
}

/// The same for contiguous bytes.
func withCString(_ bytes: UnsafeBufferPointer<UInt8>, _ work: (UnsafePointer<CChar>) -> Void) {
  if bytes.has(0) {
    let replaced = bytes.flatMap { $0 == 0 ? [0xEF, 0xBF, 0xBD] : [$0] }
    return replaced.withUnsafeBufferPointer { withCString($0, work) }
  }
  withUnsafeTemporaryAllocation(of: CChar.self, capacity: bytes.count + 1) { buffer in
    let raw = UnsafeMutableRawBufferPointer(buffer)
    raw.copyMemory(from: UnsafeRawBufferPointer(bytes))
    raw[bytes.count] = 0
    if let start = buffer.baseAddress { work(start) }
  }
}
