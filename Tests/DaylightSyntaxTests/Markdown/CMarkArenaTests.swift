import CMarkArena
import DaylightSyntax
import Testing

@Suite struct CMarkArenaTests {
  @Test func `reading 10,000 texts holds no more memory than reading one`() {
    let text = Array(
      String(repeating: "A *word* and ~~another~~, [a link](b).\n\n", count: 20).utf8)
    func read() { MarkdownTree.withTree(parsing: text) { _ = $0.html() } }
    read()
    let before = daylight_arena_get_usage()
    for _ in 0..<10_000 { read() }
    let after = daylight_arena_get_usage()
    #expect(after.chunks == before.chunks)
    #expect(after.capacity == before.capacity)
    #expect(after.depth == 0)
  }

  @Test func `after a large text only a bounded amount of memory is kept`() {
    let text = Array(String(repeating: "*a* b\n\n", count: 100_000).utf8)
    MarkdownTree.withTree(parsing: text) { _ in
      #expect(daylight_arena_get_usage().capacity > daylight_arena_retained)
    }
    #expect(daylight_arena_get_usage().capacity <= daylight_arena_retained)
  }
}
