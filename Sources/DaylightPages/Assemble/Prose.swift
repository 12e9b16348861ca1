import DaylightModel
import DaylightSyntax

/// The words and sentences of a page's text, counted once for all rules that ask for them. Words of
/// others, in quotations, are not counted.
struct Prose {
  /// By block of the text; headings and quotations have none.
  private(set) var blocks: [Readability.Block] = []
  private(set) var sections: [Section] = []
  private(set) var longSentences: [LongSentence] = []
  /// The words in capitals, in text order.
  private(set) var capitals: [Capitals] = []

  /// What is under one heading, or before the first.
  struct Section {
    /// The number of its heading; nil before the first.
    let heading: Int?
    let firstBlock: Int
    var measure = Readability()
    /// All its words.
    var words = 0
  }

  struct LongSentence {
    let block: Int
    let range: Range<Int>
    let words: Int
  }

  /// A run of words in capitals.
  struct Capitals {
    let block: Int
    var range: Range<Int>
    var words: Int
  }

  var words: Int { sections.reduce(0) { $0 + $1.words } }

  /// Reads the text of another page, reusing the memory of the last one.
  mutating func read(_ text: PageText, _ counter: SyllableCounter) {
    blocks.removeAll(keepingCapacity: true)
    sections.removeAll(keepingCapacity: true)
    longSentences.removeAll(keepingCapacity: true)
    capitals.removeAll(keepingCapacity: true)
    var terms = text.termUses[...]
    var ranges: [Range<Int>] = []
    text.bytes.withUnsafeBufferPointer { bytes in
      for (number, block) in text.blocks.enumerated() {
        let start = block.bytes.lowerBound
        ranges.removeAll(keepingCapacity: true)
        while let use = terms.first, use.range.lowerBound < block.bytes.upperBound {
          ranges.append(use.range.lowerBound - start..<use.range.upperBound - start)
          terms.removeFirst()
        }
        let own = UnsafeBufferPointer(rebasing: bytes[block.bytes])
        blocks.append(Readability.Block())
        if block.setting.isQuotation { continue }
        var measure = Readability()
        if !block.setting.isHeading {
          if sections.last.map({ $0.heading != block.setting.heading }) ?? true {
            sections.append(Section(heading: block.setting.heading, firstBlock: number))
          }
          measure = sections[sections.count - 1].measure
        }
        let count = measure.add(
          block: own, counter, without: ranges[...], longerThan: Self.longSentence
        ) { range, words in
          longSentences.append(
            LongSentence(
              block: number, range: start + range.lowerBound..<start + range.upperBound,
              words: words))
        } capitals: { range in
          noteCapitals(start + range.lowerBound..<start + range.upperBound, number, bytes)
        }
        if block.setting.isHeading { continue }
        blocks[number] = count
        sections[sections.count - 1].measure = measure
        sections[sections.count - 1].words += count.words
      }
    }
  }

  /// The most words of a sentence that is not long.
  static let longSentence = 25

  /// Adds a word to the run that it follows, with nothing but a space, comma or the like between.
  private mutating func noteCapitals(
    _ word: Range<Int>, _ block: Int, _ bytes: UnsafeBufferPointer<UInt8>
  ) {
    let last = capitals.count - 1
    if last >= 0, capitals[last].block == block,
      bytes[capitals[last].range.upperBound..<word.lowerBound].allSatisfy({ !$0.isWordByte })
    {
      capitals[last].range = capitals[last].range.lowerBound..<word.upperBound
      capitals[last].words += 1
    } else {
      capitals.append(Capitals(block: block, range: word, words: 1))
    }
  }
}
