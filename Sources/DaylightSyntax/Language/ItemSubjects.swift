/// The words with which an item of a checklist may begin.
package struct ItemSubjects: Sendable {
  /// In lower case, as “i”.
  let words: Set<String>
  /// Words for the other person, in lower case, which “they” can replace.
  let others: Set<String>
  /// The first words of questions that are answered with yes or no.
  let askingVerbs: Set<String>
  /// How an item may begin that is about somebody else, and one that is not.
  let exampleOfOther: String
  let example: String

  package func begin(_ word: Substring) -> Bool { words.contains(Self.bare(word)) }

  /// Whether a question asks about somebody else, as in “Does he …?”.
  package func isAskedAbout(_ question: [Substring]) -> Bool {
    guard question.count > 2, askingVerbs.contains(Self.bare(question[0])) else { return false }
    let subject = Self.bare(question[1])
    return others.contains(subject) || others.contains(subject + " " + Self.bare(question[2]))
  }

  package func suggestion(_ first: Substring) -> String {
    others.contains(Self.bare(first)) || askingVerbs.contains(Self.bare(first))
      ? exampleOfOther : example
  }

  /// A word in lower case, without what is joined to it: “I’m” is “i”.
  private static func bare(_ word: Substring) -> String {
    word.drop { !$0.isLetter }.prefix { $0.isLetter }.lowercased()
  }

  static let english = ItemSubjects(
    words: ["i", "you", "they"],
    others: [
      "he", "she", "they", "my", "his", "her", "their", "someone", "somebody", "your partner",
      "your husband", "your wife", "your boyfriend", "your girlfriend", "your ex", "your mother",
      "your father", "your parent", "your friend", "this person", "the person", "the other",
    ],
    askingVerbs: [
      "do", "does", "did", "has", "have", "had", "is", "are", "was", "were", "will", "would", "can",
      "could",
    ],
    exampleOfOther: "They read my messages.", example: "I watch what I say.")
}
