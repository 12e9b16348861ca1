extension HTMLEscaper {
  /// Text that is safe both between tags and in an attribute.
  package static func escaped(_ text: String) -> String {
    var bytes: [UInt8] = []
    appendAttribute(text, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}
