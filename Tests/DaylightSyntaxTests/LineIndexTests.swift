import DaylightSyntax
import Testing

@Suite struct LineIndexTests {
  @Test func `positions count lines from one and columns in bytes`() {
    let index = LineIndex(Array("é1\r\n2\r3\n".utf8))
    #expect(index.position(at: 0) == SourcePosition(line: 1, column: 1))
    #expect(index.position(at: 2) == SourcePosition(line: 1, column: 3))
    #expect(index.position(at: 5) == SourcePosition(line: 2, column: 1))
    #expect(index.position(at: 7) == SourcePosition(line: 3, column: 1))
    #expect(index.lineCount == 4)
  }

  @Test(arguments: ["one\n\ntwo\r\nthree", "one\n\ntwo\nthree\n", "\n", ""])
  func `offsets and positions convert both ways`(text: String) {
    let bytes = Array(text.utf8)
    let index = LineIndex(bytes)
    for offset in 0...bytes.count {
      #expect(index.offset(of: index.position(at: offset)) == offset)
    }
  }
}
