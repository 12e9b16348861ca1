import Testing

@testable import DaylightSyntax

@Suite struct TextTrailTests {
  @Test func `no more than 256 bytes of a text are compared again`() throws {
    let literal = [UInt8](repeating: 0x61, count: 10_000)
    try literal.withUnsafeBufferPointer { literal in
      let node = try #require(OpaquePointer(bitPattern: 1))
      var trail = TextTrail(of: node, literal, from: 7)
      for read in 0..<10_000 { trail.note(read, at: read + 7) }
      for index in stride(from: 9_999, through: 0, by: -13) {
        let mark = trail.nearest(before: index)
        #expect(mark.read <= index && index - mark.read <= 256 && mark.offset == mark.read + 7)
      }
      #expect(trail.isOf(node, literal))
      #expect(!trail.isOf(node, .init(rebasing: literal[1...])))
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
