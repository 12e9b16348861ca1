import Platform

/// An open file, closed when the value is destroyed.
struct OpenFile: ~Copyable {
  let descriptor: CInt
  /// For messages.
  let path: String

  init(adopting descriptor: CInt, path: String) {
    self.descriptor = descriptor
    self.path = path
  }

  deinit { close(descriptor) }

  func status() throws(FileError) -> FileStatus {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw FileError(.inspect, path, code: errno) }
    return FileStatus(status)
  }

  /// Reads until the buffer is full or the file ends, and returns the number of bytes read.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(FileError) -> Int {
    var filled = 0
    while filled < buffer.count {
      let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[filled...])
      let count = systemRead(descriptor, rest.baseAddress, rest.count)
      if count > 0 {
        filled += count
      } else if count == 0 {
        break
      } else if errno != EINTR {
        throw FileError(.read, path, code: errno)
      }
    }
    return filled
  }

  func write(_ bytes: UnsafeRawBufferPointer) throws(FileError) {
    var written = 0
    while written < bytes.count {
      let rest = UnsafeRawBufferPointer(rebasing: bytes[written...])
      let count = systemWrite(descriptor, rest.baseAddress, rest.count)
      if count >= 0 {
        written += count
      } else if errno != EINTR {
        throw FileError(.write, path, code: errno)
      }
    }
  }

  func write(_ bytes: [UInt8]) throws(FileError) {
    // A typed error does not pass through the closure, so it is carried out by hand.
    let failure = bytes.withUnsafeBytes { (buffer) -> FileError? in
      do throws(FileError) {
        try write(buffer)
        return nil
      } catch {
        return error
      }
    }
    if let failure { throw failure }
  }

  /// Writes at a place of the file, whatever the current position is.
  func write(_ bytes: [UInt8], at start: Int) throws(FileError) {
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        pwrite(
          descriptor, buffer.baseAddress?.advanced(by: written), buffer.count - written,
          off_t(start + written))
      }
      if count >= 0 {
        written += count
      } else if errno != EINTR {
        throw FileError(.write, path, code: errno)
      }
    }
  }

  /// Reads a part of the file, which has to be there, whatever the current position is.
  func read(_ range: Range<Int>) throws(FileError) -> [UInt8] {
    var code: CInt = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: range.count) { buffer, filled in
      while filled < range.count, code == 0 {
        let count = pread(
          descriptor, buffer.baseAddress?.advanced(by: filled), range.count - filled,
          off_t(range.lowerBound + filled))
        if count > 0 {
          filled += count
        } else if count == 0 {
          code = EIO
        } else if errno != EINTR {
          code = errno
        }
      }
    }
    guard code == 0 else { throw FileError(.read, path, code: code) }
    return bytes
  }

  /// Reads at most `count` bytes from the current position.
  func read(upTo count: Int) throws(FileError) -> [UInt8] {
    var failure: FileError?
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      do throws(FileError) {
        filled = try read(into: UnsafeMutableRawBufferPointer(buffer))
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    return bytes
  }

  /// Passes the rest of the file to `body` in pieces, so that memory does not grow with its size.
  func readPieces(
    _ body: (UnsafeRawBufferPointer) throws(FileError) -> Void
  ) throws(FileError) {
    let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: 256 << 10, alignment: 16)
    defer { piece.deallocate() }
    while true {
      let count = try read(into: piece)
      try body(UnsafeRawBufferPointer(rebasing: piece[..<count]))
      if count < piece.count { return }
    }
  }
}

// Inside the type its own `read` and `write` hide the system's.
private func systemRead(_ file: CInt, _ bytes: UnsafeMutableRawPointer?, _ count: Int) -> Int {
  read(file, bytes, count)
}

private func systemWrite(_ file: CInt, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  write(file, bytes, count)
}
