internal import CLibYAML

/// Converts libyaml's marks, which count characters, to byte offsets.
struct YAMLMarks {
  private let text: UnsafeBufferPointer<UInt8>
  /// The character of the last mark, and its offset.
  private var character = 0
  private var offset = 0

  /// The text must outlive this value.
  init(_ text: UnsafeBufferPointer<UInt8>) { self.text = text }

  /// The offset in the text. The cost is the distance from the last mark; for an earlier mark,
  /// that from the start of the text.
  mutating func offset(of mark: yaml_mark_t) -> Int {
    if mark.index < character { self = Self(text) }
    while character < mark.index, offset < text.count {
      offset += 1
      while offset < text.count, text[offset] & 0xC0 == 0x80 { offset += 1 }
      character += 1
    }
    return offset
  }
}
