/// Reads a line of the language of phrases.
///
///     line     = sequence { "|" sequence }
///     sequence = part { part }
///     part     = word [ "+" ] | "(" line ")" | "[" line "]" | "..." | "{" name "}" | "^"
struct PhraseParser {
  /// How many brackets may be open at once: what reads a phrase calls itself for each.
  static let mostOpenBrackets = 16
  /// A phrase is tried in a sentence by as many steps as it has parts, for each of up to 63 words.
  static let mostParts = 100

  private let text: [UInt8]
  private var offset = 0
  private var openBrackets = 0

  init(_ text: String) { self.text = Array(text.utf8) }

  mutating func line() throws(PhraseProblem) -> [[PhrasePattern.Part]] {
    let found = try alternatives(closing: nil)
    return found
  }

  /// Sequences up to a closing bracket, or to the end of the line.
  private mutating func alternatives(
    closing: (byte: UInt8, opened: Int)?
  ) throws(PhraseProblem) -> [[PhrasePattern.Part]] {
    var found: [[PhrasePattern.Part]] = []
    var sequence: [PhrasePattern.Part] = []
    func finish(_ end: Int) throws(PhraseProblem) {
      if sequence.isEmpty {
        throw PhraseProblem(
          message: "there are no words before this place",
          help: "write words on both sides of ‘|’ and in all brackets, or delete the sign",
          range: max(0, end - 1)..<max(1, end))
      }
      if sequence.count > Self.mostParts {
        throw PhraseProblem(
          message: "a phrase has at most \(Self.mostParts) words and brackets, and this has more",
          help: "write ‘|’ between the phrases, or each on a line of its own",
          range: max(0, end - 1)..<max(1, end))
      }
      found.append(sequence)
      sequence = []
    }
    while offset < text.count {
      let byte = text[offset]
      switch byte {
      case UInt8(ascii: " "), UInt8(ascii: "\t"): offset += 1
      case UInt8(ascii: "|"):
        offset += 1
        try finish(offset)
      case UInt8(ascii: "("), UInt8(ascii: "["):
        let opened = offset
        guard openBrackets < Self.mostOpenBrackets else {
          throw PhraseProblem(
            message: "more than \(Self.mostOpenBrackets) brackets are open here",
            help: "make a list of the inner words, and write its name, as in {partner}",
            range: opened..<opened + 1)
        }
        offset += 1
        openBrackets += 1
        let isOptional = byte == UInt8(ascii: "[")
        let inner = try alternatives(
          closing: (isOptional ? UInt8(ascii: "]") : UInt8(ascii: ")"), opened))
        openBrackets -= 1
        sequence.append(isOptional ? .optional(inner) : .choice(inner))
      case UInt8(ascii: ")"), UInt8(ascii: "]"):
        guard let closing, closing.byte == byte else {
          throw PhraseProblem(
            message: "‘\(Character(Unicode.Scalar(byte)))’ closes a bracket that is not open here",
            help: "write ‘(’ and ‘)’ or ‘[’ and ‘]’ in pairs", range: offset..<offset + 1)
        }
        offset += 1
        try finish(offset)
        return found
      case UInt8(ascii: "^"):
        offset += 1
        sequence.append(.start)
      case UInt8(ascii: "{"): sequence.append(try list())
      default:
        if let length = gapLength {
          offset += length
          if case .gap(let words)? = sequence.last {
            sequence[sequence.count - 1] = .gap(words + 3)
          } else {
            sequence.append(.gap(3))
          }
        } else {
          sequence.append(try word())
        }
      }
    }
    if let closing {
      throw PhraseProblem(
        message: "this bracket is not closed",
        help: "write ‘\(Character(Unicode.Scalar(closing.byte)))’ where the choice ends",
        range: closing.opened..<closing.opened + 1)
    }
    try finish(offset)
    return found
  }

  /// The length of `...` or `…` here.
  private var gapLength: Int? {
    guard text[offset] == UInt8(ascii: ".") || text[offset] == 0xE2 else { return nil }
    if text[offset...].starts(with: "...".utf8) { return 3 }
    return text[offset...].starts(with: "…".utf8) ? "…".utf8.count : nil
  }

  private mutating func list() throws(PhraseProblem) -> PhrasePattern.Part {
    let start = offset
    let name = text[(start + 1)...].prefix { $0.isASCIISmallLetter || $0 == UInt8(ascii: "-") }
    guard !name.isEmpty, name.endIndex < text.count, text[name.endIndex] == UInt8(ascii: "}")
    else {
      throw PhraseProblem(
        message: "this is not the name of a list",
        help: "write the name in small letters between { and }, such as {partner}",
        range: start..<start + 1)
    }
    offset = name.endIndex + 1
    return .list(String(decoding: name, as: UTF8.self))
  }

  private mutating func word() throws(PhraseProblem) -> PhrasePattern.Part {
    let start = offset
    while offset < text.count, Self.isOfWord(text[offset]), gapLength == nil { offset += 1 }
    let word = String(decoding: text[start..<offset], as: UTF8.self)
    let sign = offset < text.count ? text[offset] : UInt8(ascii: " ")
    if word.isEmpty || !Self.endsWord(sign) {
      let isStar = sign == UInt8(ascii: "*")
      throw PhraseProblem(
        message: "‘\(Character(Unicode.Scalar(sign)))’ has no meaning in a phrase",
        help: isStar && !word.isEmpty
          ? "write ‘\(word)+’ for all forms of a whole word"
          : "phrases are words; leave the sign out", range: offset..<offset + 1)
    }
    if word.utf8.contains(where: { $0 >= 0x80 }),
      let mark = word.first(where: { "“”„«»‘–—".contains($0) })
    {
      throw PhraseProblem(
        message: "‘\(mark)’ has no meaning in a phrase",
        help: "phrases are words; leave the sign out", range: start..<offset)
    }
    guard sign == UInt8(ascii: "+") else { return .word(word, isInflected: false) }
    offset += 1
    return .word(word, isInflected: true)
  }

  private static func isOfWord(_ byte: UInt8) -> Bool {
    byte.isWordByte || byte == UInt8(ascii: "'") || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: "%") || byte == UInt8(ascii: "_")
  }

  private static func endsWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "|"), UInt8(ascii: "("),
      UInt8(ascii: ")"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"),
      UInt8(ascii: "^"), UInt8(ascii: "+"), UInt8(ascii: "."):
      true
    default: byte >= 0x80
    }
  }
}
