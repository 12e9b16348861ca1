import DaylightSyntax
import Testing

/// `|` is where a stretch begins, `^` the mark of a citation.
@Suite struct SentenceTests {
  @Test(arguments: [
    ("One. |Two three. Four.", "Two three."), ("|One. Two.", "One."),
    ("One. Two |three", "Two three"),
    ("One ^. Two|. Three.", "Two."), ("One. |Two. ^ Three.", "Two. ^"),
    ("One. ^ |Two.", "Two."), ("^ |One two. Three.", "^ One two."),
    ("Dr. A. Smith et al. said |so. Two.", "Dr. A. Smith et al. said so."),
    ("It is 4.5 |times. Two.", "It is 4.5 times."), ("“One |two.” Three.", "“One two.”"),
    ("One |two … and three. Four.", "One two … and three."), ("Is it |so? Yes.", "Is it so?"),
    ("Ask e.g. |here. Two.", "Ask e.g. here."),
  ])
  func `the sentence around a place is found`(text: String, expected: String) throws {
    let marked = Array(text.replacing("^", with: "\0").utf8)
    let place = try #require(marked.firstIndex(of: UInt8(ascii: "|")))
    let bytes = marked.filter { $0 != UInt8(ascii: "|") }
    let range = Sentence.range(around: place..<place + 1, in: bytes[...])
    #expect(
      String(decoding: bytes[range], as: UTF8.self).replacing("\0", with: "^")
        .drop { $0 == " " } == expected)
  }
}
