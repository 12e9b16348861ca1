import DaylightSyntax

/// The starters are written in British English; in other Englishes some of their words are spelled in
/// another way.
enum SiteSpelling {
  /// A British word, the tags of the languages that spell it differently, and how they do.
  private static let words: [(british: String, others: Set<String>, other: String)] = [
    ("centre", ["en-US"], "center"), ("colour", ["en-US"], "color"),
    ("colours", ["en-US"], "colors"),
    ("favour", ["en-US"], "favor"), ("favourite", ["en-US"], "favorite"),
    ("judgement", ["en-US", "en-CA"], "judgment"), ("licence", ["en-US"], "license"),
    ("neighbour", ["en-US"], "neighbor"), ("neighbours", ["en-US"], "neighbors"),
    ("practise", ["en-US"], "practice"), ("practised", ["en-US"], "practiced"),
    ("programme", ["en-US", "en-CA", "en-AU"], "program"),
    ("programmes", ["en-US", "en-CA", "en-AU"], "programs"),
    ("recognise", ["en-US", "en-CA"], "recognize"),
    ("recognised", ["en-US", "en-CA"], "recognized"),
    ("recognising", ["en-US", "en-CA"], "recognizing"), ("rumour", ["en-US"], "rumor"),
    ("rumours", ["en-US"], "rumors"),
  ]

  /// The text of a page as the language spells it.
  static func spelled(_ bytes: [UInt8], in language: String) -> [UInt8] {
    let table = words.filter { $0.others.contains(language) }
    guard !table.isEmpty else { return bytes }
    let spellings = Dictionary(
      table.flatMap { [($0.british, $0.other), ($0.british.capital, $0.other.capital)] },
      uniquingKeysWith: { first, _ in first })
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    var word: [UInt8] = []
    func end() {
      let text = String(decoding: word, as: UTF8.self)
      output += spellings[text].map { Array($0.utf8) } ?? word
      word.removeAll(keepingCapacity: true)
    }
    for byte in bytes {
      if byte.isASCIILetterOrDigit || byte >= 0x80 {
        word.append(byte)
      } else {
        end()
        output.append(byte)
      }
    }
    end()
    return output
  }
}

extension String {
  fileprivate var capital: String { prefix(1).uppercased() + dropFirst() }
}
