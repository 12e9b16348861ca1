/// An address that could run a program or open a reader's own files.
package struct UnsafeAddress: Sendable, Hashable {
  package var url: [UInt8]
  package var position: SourcePosition
}

extension MarkdownTree {
  /// The links and images to `javascript:`, `vbscript:`, `data:` and `file:` addresses.
  ///
  /// cmark prints them with an empty address, except some images in `data:`.
  package func unsafeAddresses() -> [UnsafeAddress] {
    var found: [UnsafeAddress] = []
    for case .enter(let node) in events() where node.kind == .link || node.kind == .image {
      if isUnsafe(node.url) {
        found.append(UnsafeAddress(url: Array(node.url), position: node.place))
      }
    }
    return found
  }
}

/// Browsers ignore control characters and spaces before and inside a scheme, so this does too.
private func isUnsafe(_ url: UnsafeBufferPointer<UInt8>) -> Bool {
  var scheme: [UInt8] = []
  for byte in url where byte > UInt8(ascii: " ") {
    scheme.append(byte | 0x20)
    if byte == UInt8(ascii: ":") || scheme.count == 11 { break }
  }
  return ["javascript:", "vbscript:", "data:", "file:"].contains { $0.utf8.elementsEqual(scheme) }
}
