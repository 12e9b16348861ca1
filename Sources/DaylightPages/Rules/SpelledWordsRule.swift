import DaylightModel
import DaylightSyntax

/// Keeps the words of a page, each with its first place, for `SpellingRule`.
enum SpelledWordsRule: TextRule {
  static func check(_ text: PageText, _ assembly: inout Assembly) {
    guard assembly.proofreads else { return }
    var seen: Set<String> = []
    var words: [Located<String>] = []
    text.bytes.withUnsafeBufferPointer { bytes in
      for block in text.blocks {
        for part in text.prose(of: block) {
          SpelledWord.forEach(in: bytes, part) { word in
            guard seen.insert(word.text).inserted else { return }
            words.append(
              Located(
                word.text, at: text.location(of: word.range, in: block, path: assembly.path)))
          }
        }
      }
    }
    for picture in assembly.pictureTexts {
      let bytes = Array(picture.value.utf8)
      bytes.withUnsafeBufferPointer { bytes in
        SpelledWord.forEach(in: bytes, 0..<bytes.count) { word in
          guard seen.insert(word.text).inserted else { return }
          words.append(Located(word.text, at: picture.location))
        }
      }
    }
    assembly.page.spelledWords = words
  }
}

extension PageText {
  /// The parts of a block between its pieces of code.
  func prose(of block: TextBlock) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = block.bytes.lowerBound
    for number in block.segments where segments[number].node.kind == .code {
      parts.append(start..<segments[number].start)
      start = end(ofSegment: number, in: block)
    }
    return parts + [start..<block.bytes.upperBound]
  }
}
