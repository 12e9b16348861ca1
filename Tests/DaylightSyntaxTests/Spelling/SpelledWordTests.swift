import DaylightSyntax
import Testing

@Suite struct SpelledWordTests {
  private func words(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    return bytes.withUnsafeBufferPointer { bytes in
      var words: [String] = []
      SpelledWord.forEach(in: bytes, 0..<bytes.count) { words.append($0.text) }
      return words
    }
  }

  @Test(arguments: [
    ("You can, too: “rest” (now)…", ["You", "can", "too", "rest", "now"]),
    ("don’t o'clock the boys’ beds", ["don't", "o'clock", "the", "boys", "beds"]),
    ("‘quoted’ 'words' -dash", ["quoted", "words", "dash"]),
    ("self-blame, well\u{2011}being and so—on", ["self-blame", "well-being", "and", "so", "on"]),
    ("hyphen\u{AD}ated", ["hyphenated"]),
    ("café naïve cafe\u{301}", ["café", "naïve", "cafe\u{301}"]),
    ("he/she and/or", ["he", "she", "and", "or"]),
    ("Größe и 心理", ["Größe", "心理"]),
    ("one\ntwo\u{0}three", ["one", "two", "three"]),
  ]) func `words are read as they are spelt`(text: String, expected: [String]) {
    #expect(words(text) == expected)
  }

  @Test(arguments: [
    "jo@example.org", "www.example.org", "https://example.org/a-b", "example.org/page",
    "e.g. i.e.", "5th 1990s COVID-19 3pm", "PTSD DARVO", "a I", "C:\\Users\\jo", "file_name",
    "notes.txt", "", "- ’ ' …",
  ]) func `what is not a word of the language is left out`(text: String) {
    #expect(words(text) == [])
  }

  @Test func `a word has its place in the text`() {
    let bytes = Array("“Über” don’t-".utf8)
    bytes.withUnsafeBufferPointer { bytes in
      var found: [String] = []
      SpelledWord.forEach(in: bytes, 0..<bytes.count) {
        found.append(String(decoding: bytes[$0.range], as: UTF8.self))
      }
      #expect(found == ["Über", "don’t"])
    }
  }

  @Test func `bytes that are not UTF-8 end the word`() {
    let bytes: [UInt8] = Array("good ".utf8) + [0xFF] + Array("bad".utf8)
    bytes.withUnsafeBufferPointer { bytes in
      var count = 0
      SpelledWord.forEach(in: bytes, 0..<bytes.count) { _ in count += 1 }
      #expect(count == 1)
    }
  }
}
