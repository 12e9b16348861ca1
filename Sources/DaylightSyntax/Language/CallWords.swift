/// The words of a language by which a number is known to be one to call, whatever its form.
package struct CallWords: Sendable {
  /// Such as “call” and “dial”, in lower case.
  let verbs: Set<String>
  /// What may be between one of them and the number, right before it: “on”, “to”.
  let links: Set<String>
  /// What may follow a short number that is called, as in “call 101 from any phone”. Before any
  /// other word it may count something: “ring 300 people”.
  let followers: Set<String>

  /// Whether the words around a number say that it is one to call.
  package func surround(
    _ number: Range<Int>, in text: UnsafeBufferPointer<UInt8>, _ part: Range<Int>
  ) -> Bool {
    // More than seven words have.
    let reach = max(part.lowerBound, number.lowerBound - 200)
    let sentence = text[reach..<number.lowerBound]
    let start = sentence.lastIndex { $0.isOne(of: ".!?;\0") }.map { $0 + 1 } ?? reach
    let before = words(text[start..<number.lowerBound]).suffix(7)
    guard let last = before.last else { return false }
    guard verbs.contains(last) || links.contains(last) && before.contains(where: verbs.contains)
    else { return false }
    let rest = text[number.upperBound..<part.upperBound]
    guard let next = rest.first, next == UInt8(ascii: " ") || next == UInt8(ascii: "\n"),
      let follower = words(rest.prefix(40)).first
    else { return true }
    return followers.contains(follower)
  }

  private func words(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> [String] {
    text.split { !$0.isWordByte }.map {
      String(decoding: $0.map(\.asciiLowercased), as: UTF8.self)
    }
  }

  static let english = CallWords(
    verbs: [
      "call", "calls", "calling", "called", "ring", "ringing", "phone", "phoning", "dial",
      "dialling", "dialing", "telephone", "tel", "text", "texting", "whatsapp",
      "helpline", "hotline", "number",
      "freephone", "reach",
    ],
    links: ["on", "to", "at", "us", "them", "is", "line", "free"],
    followers: [
      "a", "after", "and", "any", "anytime", "as", "at", "before", "between", "but", "by", "day",
      "during", "every", "for", "free", "from", "if", "in", "is", "it", "now", "on", "or", "seven",
      "so", "straight", "the", "then", "they", "to", "today", "tonight", "until", "when", "where",
      "which", "who", "with", "without", "you",
    ])
}
