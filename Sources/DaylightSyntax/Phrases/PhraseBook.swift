/// The lists and rules of a `language.yaml`, ready to be looked for in texts.
///
/// A class, because every search holds it, and it has twenty parts.
package final class PhraseBook: Sendable {
  /// What one rule looks for.
  package struct Rule: Sendable {
    package var phrases: [PhrasePattern]
    /// In which the words found are right.
    package var unless: [PhrasePattern]
    /// Other people than the partner. If the text named one of them last, a “her” in the words
    /// found means that person, and the words are right.
    package var unlessAbout: [PhrasePattern]
    /// What does not excuse the words.
    package var even: Set<PhraseExcuse>
    /// Whether the phrases are advice. Another sentence may then excuse those that only name a
    /// thing, by a warning; where they are not advice, it excuses all, by a correction.
    package var isAdvice = false

    package init(
      phrases: [PhrasePattern], unless: [PhrasePattern] = [], unlessAbout: [PhrasePattern] = [],
      even: Set<PhraseExcuse> = [], isAdvice: Bool = false
    ) {
      self.isAdvice = isAdvice
      self.phrases = phrases
      self.unless = unless
      self.unlessAbout = unlessAbout
      self.even = even
    }
  }

  /// The lists that have a meaning of their own.
  package enum Role: String, Sendable, CaseIterable {
    case fillers
    case negation
    case notNegation = "not-negation"
    case warningBefore = "warning-before"
    case warningAfter = "warning-after"
    case takenUpAgain = "taken-up-again"
    case warningAnywhere = "warning-anywhere"
    case correction
    case things
    case report
    case partner
  }

  /// One phrase of a rule, which is tried where the rarest of its words are.
  struct Program: Sendable {
    let rule: Int32
    let node: Int32
    /// The words with which it may begin; nil for any.
    let first: Int32?
    /// Another set of words, one of which must be in the sentence.
    let second: Int32?
  }

  let words: PhraseWords
  let sets: PhraseWordSets
  let nodes: [PhraseNode]
  let children: [Int32]
  /// By number of the list: its node.
  let lists: [Int32]
  let roles: [Role: Int32]
  let fillers: Int32
  let clauses: ClauseSets
  let programs: [Program]
  /// By number of a word: the programs that are tried where it is.
  let programsByWord: NumbersByWord
  /// By number of a word: those of the sets that programs name as `second` which have it.
  let secondsByWord: NumbersByWord
  /// Programs are tried here at every number in figures.
  let figures: PhraseWords.Number
  let unless: [[Int32]]
  let unlessAbout: [Int32?]
  let even: [Set<PhraseExcuse>]
  let isAdvice: [Bool]

  /// - Parameter lists: every list that a phrase or another list uses, none of which contains itself.
  package init(
    lists: [(name: String, phrases: [PhrasePattern])], rules: [Rule], clauses: ClauseWords,
    spelling: Spelling
  ) {
    var compiler = PhraseCompiler(lists, PhraseWords(clauses, spelling))
    let compiled = rules.map { compiler.rule($0) }
    words = compiler.words
    var sets = compiler.sets
    sets.finish()
    self.sets = sets
    nodes = compiler.nodes
    children = compiler.children
    self.lists = compiler.lists
    roles = compiler.roles
    fillers = compiler.fillers
    self.clauses = compiler.clauseSets
    figures = compiler.figures
    unless = compiled.map(\.unless)
    unlessAbout = compiled.map(\.unlessAbout)
    even = rules.map(\.even)
    isAdvice = rules.map(\.isAdvice)
    var programs: [Program] = []
    var programsByWord: [(word: PhraseWords.Number, number: Int32)] = []
    for (rule, parts) in compiled.enumerated() {
      for phrase in parts.phrases {
        programsByWord += phrase.anchor.map { ($0, Int32(programs.count)) }
        programs.append(
          Program(
            rule: Int32(rule), node: phrase.node, first: phrase.first, second: phrase.second))
      }
    }
    self.programs = programs
    self.programsByWord = NumbersByWord(programsByWord, wordCount: compiler.words.count)
    let seconds = Set(programs.compactMap(\.second)).flatMap { set in
      compiler.sets[set].words.map { (word: $0, number: set) }
    }
    secondsByWord = NumbersByWord(seconds, wordCount: compiler.words.count)
  }
}

/// Why words that a rule looks for are right where they were found.
package enum PhraseExcuse: String, Sendable, Hashable, FieldWord {
  /// Between quotation marks, or in a quotation.
  case quoted
  /// In the title of a work, or in italics as a word that is spoken about.
  case titled
  /// After a “not” in the same clause.
  case negated
  /// After or before a warning.
  case warned
  /// What others say.
  case reported

  package var meaning: String {
    switch self {
    case .quoted: "Between quotation marks, or in a quotation."
    case .titled: "In the title of a work, or in italics."
    case .negated: "After a “not” in the same clause."
    case .warned: "After or before a warning."
    case .reported: "As what others say."
    }
  }
}

/// The `ClauseWords` of a language as sets.
struct ClauseSets: Sendable {
  var subjects: Int32 = 0
  var pronouns: Int32 = 0
  var thirdPersons: Int32 = 0
  var people: Int32 = 0
  var prepositions: Int32 = 0
  var subordinate: Int32 = 0
  var subordinateNouns: Int32 = 0
  var listJoiners: Int32 = 0
  var connectives: Int32 = 0
  var joiningClauses: Int32 = 0
  var contrasts: Int32 = 0
  var otherStarts: Int32 = 0
  var reporting: Int32 = 0
  var denials: Int32 = 0
  var numbers: Int32 = 0
  var magnitudes: Int32 = 0
  var halfSubjectVerbs: Int32 = 0
  var halfSubject: PhraseWords.Number = 0
  var contrastBefore: PhraseWords.Number = 0
  var contrastUnlessBefore: PhraseWords.Number = 0
  var numberJoiner: PhraseWords.Number = 0
  var possessive: PhraseWords.Number = 0
}
