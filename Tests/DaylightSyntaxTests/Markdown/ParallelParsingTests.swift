import DaylightSyntax
import Dispatch
import Synchronization
import Testing

@Suite struct ParallelParsingTests {
  /// Short texts with the characters in the library's shared table, and the same without a `~`.
  static let texts: [[UInt8]] = [
    "One ~~two~~ www.example.com https://a.example/x ~six~.",
    "Write to me@a.example or see http://b.example, *now*.",
    "~~a **b ~~c~~ d** www.c.example~~ e@f.example",
    "*a*~b~*c* ***www.d.example***",
    "~ alone, and w: in words with www",
    "| a | ~~b~~ |\n|---|---|\n| www.e.example | me@a.example |",
    "Plain *text* where w and : stand, **www.f.example**",
    "[~~x~~](y) ![z](w) `~~` and [@key] _~_",
  ].map { Array($0.utf8) }

  static func html(_ text: [UInt8]) -> [UInt8] {
    MarkdownTree.withTree(parsing: text) { $0.html().bytes }
  }

  @Test func `texts read on many threads print as they do one after another`() {
    let expected = Self.texts.map(Self.html)
    let threads = 8
    let rounds = 1_600
    let wrong = Atomic(0)
    DispatchQueue.concurrentPerform(iterations: threads) { thread in
      for round in 0..<rounds {
        // Each thread starts at a different text, so that different texts are parsed at the same
        // time.
        for offset in Self.texts.indices {
          let index = (offset + thread + round) % Self.texts.count
          if Self.html(Self.texts[index]) != expected[index] { wrong.add(1, ordering: .relaxed) }
        }
      }
    }
    #expect(threads * rounds * Self.texts.count >= 100_000)
    #expect(wrong.load(ordering: .relaxed) == 0)
  }

  @Test func `texts read on many threads print the markup they should`() {
    #expect(
      String(decoding: Self.html(Self.texts[0]), as: UTF8.self) == """
        <p>One <del>two</del> <a href="http://www.example.com">www.example.com</a> \
        <a href="https://a.example/x">https://a.example/x</a> ~six~.</p>

        """)
  }
}
