extension SourceFile {
  /// What makes the file unreadable as text: no bytes at all, a byte that is not UTF-8, or a NUL.
  ///
  /// At most one finding, at the first such byte. Costs a pass over the file, eight bytes a step.
  package func encodingDiagnostics() -> [Diagnostic] {
    guard !bytes.isEmpty else { return [.emptyFile(path)] }
    guard let offset = firstUnreadableByte(in: bytes) else { return [] }
    let position = LineIndex(bytes[..<offset]).position(at: offset)
    let location = SourceLocation(
      path: path, start: position,
      end: SourcePosition(line: position.line, column: position.column + 1))
    return [bytes[offset] == 0 ? .nulByte(at: location) : .invalidUTF8(bytes[offset], at: location)]
  }
}

/// The first byte that begins no well-formed UTF-8 sequence (Unicode 15, table 3-7), or is NUL.
private func firstUnreadableByte(in bytes: [UInt8]) -> Int? {
  bytes.withUnsafeBytes { buffer -> Int? in
    let count = buffer.count
    func isContinuation(_ offset: Int, _ range: ClosedRange<UInt8> = 0x80...0xBF) -> Bool {
      offset < count && range ~= buffer[offset]
    }
    var offset = 0
    while offset < count {
      if offset + 8 <= count {
        let word = buffer.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        // All eight below 0x80, and none of them zero: subtracting one borrows into the top bit.
        let borrowed = word &- 0x0101_0101_0101_0101
        if (word | borrowed) & 0x8080_8080_8080_8080 == 0 {
          offset += 8
          continue
        }
      }
      let length: Int
      switch buffer[offset] {
      case 0x01...0x7F: length = 1
      case 0xC2...0xDF: length = isContinuation(offset + 1) ? 2 : 0
      case 0xE0...0xEF:
        let second: ClosedRange<UInt8> =
          switch buffer[offset] {
          case 0xE0: 0xA0...0xBF
          case 0xED: 0x80...0x9F
          default: 0x80...0xBF
          }
        length = isContinuation(offset + 1, second) && isContinuation(offset + 2) ? 3 : 0
      case 0xF0...0xF4:
        let second: ClosedRange<UInt8> =
          switch buffer[offset] {
          case 0xF0: 0x90...0xBF
          case 0xF4: 0x80...0x8F
          default: 0x80...0xBF
          }
        length =
          isContinuation(offset + 1, second) && isContinuation(offset + 2)
            && isContinuation(offset + 3) ? 4 : 0
      default: length = 0
      }
      guard length > 0 else { return offset }
      offset += length
    }
    return nil
  }
}

extension Rule {
  package static let emptyFile = Rule(
    "empty-file", .error, "A file with nothing in it.",
    why: "Nobody can tell whether a file with nothing in it lost its text or was never written.",
    bad: "content/healing/rest.md, 0 bytes long",
    good: "content/healing/rest.md, with front matter and text",
    fix: "Write the page, or delete the file.", in: .described)
  package static let invalidUTF8 = Rule(
    "invalid-utf8", .error, "A file that is not text in the UTF-8 encoding.",
    why: "Letters outside English would come out as question marks, or the page would end in the "
      + "middle of a word.",
    bad: "a page saved as “Western (Windows 1252)”",
    good: "the same page saved as “UTF-8”",
    fix: "Save the file again in your editor and choose the encoding UTF-8.", in: .described)
  package static let nulByte = Rule(
    "nul-byte", .error, "A file that contains a NUL byte.",
    why: "A file with such a byte is not plain text. Browsers and editors show different parts "
      + "of it.",
    bad: "a page saved as “Unicode (UTF-16)”, or a Word file renamed to .md",
    good: "a page saved as plain text in “UTF-8”",
    fix: "Save the file as plain text in UTF-8.", in: .described)
}

extension Diagnostic {
  fileprivate static func emptyFile(_ path: String) -> Self {
    Diagnostic(
      .emptyFile, "this file is empty", at: .file(path), help: "write the page, or delete the file")
  }

  fileprivate static func invalidUTF8(_ byte: UInt8, at location: SourceLocation) -> Self {
    let digits = String(byte, radix: 16, uppercase: true)
    return Diagnostic(
      .invalidUTF8, "the byte ‘\(digits)’ here is not UTF-8 text", at: location,
      help: "save the file again with the encoding UTF-8")
  }

  fileprivate static func nulByte(at location: SourceLocation) -> Self {
    Diagnostic(
      .nulByte, "there is a NUL byte here, which no text has", at: location,
      help: "delete it, or save the file again as plain text")
  }
}
