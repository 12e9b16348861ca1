import Testing

@testable import DaylightSyntax

@Suite struct TextTrailTests {
  @Test func `no more than 256 bytes of a text are compared again`() throws {
    // As cmark keeps it, with a NUL at its end.
    let text = [UInt8](repeating: 0x61, count: 10_000) + [0]
    try text.withUnsafeBytes { bytes in
      let literal = UnsafeBufferPointer(
        rebasing: bytes.assumingMemoryBound(to: UInt8.self)[..<10_000])
      let node = try #require(OpaquePointer(bitPattern: 1))
      var trail = TextTrail(of: node, literal, from: 7)
      for read in 0..<10_000 { trail.note(read, at: read + 7) }
      for index in stride(from: 9_999, through: 0, by: -13) {
        let mark = trail.nearest(before: index)
        #expect(mark.read <= index && index - mark.read <= 256 && mark.offset == mark.read + 7)
      }
      let start = bytes.assumingMemoryBound(to: CChar.self).baseAddress
      #expect(trail.literal(of: node, at: start)?.count == 10_000)
      #expect(trail.literal(of: node, at: start.map { $0 + 1 }) == nil)
      #expect(trail.literal(of: try #require(OpaquePointer(bitPattern: 2)), at: start) == nil)
    }
  }

  @Test(arguments: ["", "\\", "&amp;"])
  func `positions are the same in whatever order they are asked`(sign: String) throws {
    let text = String(repeating: "word \(sign)* ", count: 300)
    let all = try MarkdownTree.withTree(parsing: Array(text.utf8)) { tree -> [[SourcePosition?]] in
      let node = try #require(tree.root.firstChild?.firstChild)
      let indices = Array(node.literal.indices)
      let ascending = indices.map { node.position(ofByte: $0) }
      let descending = Array(indices.reversed().map { node.position(ofByte: $0) }.reversed())
      return [ascending, descending]
    }
    #expect(all[0] == all[1])
    #expect(all[0].count > 300)
  }
}
