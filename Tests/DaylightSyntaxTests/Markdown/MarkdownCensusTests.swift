import TestSupport
import Testing

@testable import DaylightSyntax

@Suite struct MarkdownCensusTests {
  /// Whether the byte counts alone accept a text, and whether the line scan accepts it.
  private func judge(_ text: String) -> (byBytes: Bool, byLines: Bool) {
    Array(text.utf8).withUnsafeBufferPointer { body in
      var scan = MarkdownScan(body)
      return (MarkdownCensus(body).isWithinLimits, scan.firstExcess()?.offset == nil)
    }
  }

  @Test func `the byte counts of an ordinary text suffice to accept it`() {
    let text = "# A\n\n> b\n\n- [ ] *c* [d](e)\n\n|f|g|\n|-|-|\n|h|i|\n\n[j]: /k\n\n* * *\n"
    #expect(judge(text).byBytes)
    #expect(judge(String(repeating: text, count: 8)).byBytes)
    #expect(judge("").byBytes)
  }

  @Test func `byte counts never accept a text that the line scan refuses`() {
    let pieces = [
      "![", "]", "[a]: /b", "a<?", "<https://a", "*a ", "~", "a@", "a|", "|-|\n", ")", "\n", "\n\n",
      "\r", "> ",
      "- ", "1. ", " ", "word ",
    ]
    var random = SeededGenerator(seed: 11)
    var judgements: [(byBytes: Bool, byLines: Bool)] = []
    for _ in 0..<400 {
      var text = ""
      for _ in 0..<Int.random(in: 1...5, using: &random) {
        let piece = pieces[Int.random(in: pieces.indices, using: &random)]
        let most = 1 << Int.random(in: 0...14, using: &random)
        text += String(repeating: piece, count: Int.random(in: 1...most, using: &random))
      }
      let judgement = judge(text)
      judgements.append(judgement)
      #expect(judgement.byLines || !judgement.byBytes, "\(text.prefix(80))")
    }
    #expect(judgements.contains { $0.byBytes })
    #expect(judgements.contains { !$0.byLines })
  }
}
