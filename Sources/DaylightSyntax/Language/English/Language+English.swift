extension Language {
  package static let english: Self = {
    var english = Self(subtag: "en")
    english.forms = EnglishForms.forms
    english.clauses = .english
    english.falsePromises = .english
    english.revealingWords = PhraseMatcher(anyOf: EnglishWords.revealing)
    english.verdicts = PhraseMatcher(anyOf: EnglishWords.verdicts)
    english.vagueLinks = [
      "here", "click here", "read more", "more", "this", "this page", "link", "this link",
      "see here", "learn more", "press here", "tap here", "go here", "look here", "over here",
      "right here", "there", "this one", "this article", "this site", "this website", "this post",
      "this list", "this document", "that page", "the page", "the link", "the article", "website",
      "site", "web page", "webpage", "page", "article", "click", "click this", "click this link",
      "follow this link", "link here", "find out more", "find more", "see more", "know more",
      "tell me more", "more info", "more information", "further information", "more details",
      "more here", "read more here", "learn more here", "find out more here", "details", "info",
      "information", "read on", "read this", "continue", "continue reading", "go", "open", "next",
      "visit", "source", "url", "read the full article", "full article",
    ]
    english.statistics = StatisticWords(
      units: [" percent", " per cent", " times more", " times as", " times less"],
      ratios: [" in ", " out of ", " of every "])
    english.readingFormula = .fleschKincaid
    english.plainWords = .english
    english.nextSteps = [
      "next step", "first step", "small step", "what to do", "what you can do", "you could do",
      "what you could", "what you might", "what can help", "what may help", "what helps",
      "what might help", "what now", "now what", "where to go", "where to turn", "getting help",
      "finding help", "finding support", "get support", "who can help", "if you want to", "to try",
      "try this", "something you can", "before you go",
    ]
    english.emphasised = [
      "NOT", "NEVER", "ALWAYS", "MUST", "ONLY", "EVERY", "NOTHING", "NOBODY", "EVERYONE", "YOU",
      "YOUR", "VERY", "CANNOT", "IMPORTANT", "WARNING", "PLEASE", "IMMEDIATELY", "ABSOLUTELY",
      "REALLY", "EVER", "ANY",
    ]
    english.itemSubjects = .english
    english.dangers = EnglishDangers.matcher
    english.callWords = .english
    english.conjunctions = ["and", "or"]
    return english
  }()
}

extension Negation {
  static let english = Negation(
    words: [
      "not", "never", "no", "cannot", "nothing", "nobody", "none", "neither", "nor", "without",
    ], endings: ["n't", "n’t"])
}

/// The longer lists of English words.
enum EnglishWords {
  static let revealing: [String] = {
    var phrases = """
      abuse abuses abused abuser abusers abuser's abusing abusive violence violent victim victims
      victim's narcissist narcissists narcissistic narcissism escape escapes escaped escaping
      assault assaults assaulted stalk stalked stalker stalkers stalking rape raped rapist battered
      beaten strangled strangulation perpetrator perpetrators survivor survivors
      """.split(whereSeparator: \.isWhitespace).map(String.init)
    phrases += pairs("trauma", ["bond", "bonds", "bonded", "bonding"])
    phrases += ["trauma-bond", "trauma-bonds", "trauma-bonded", "trauma-bonding"]
    for verb in ["leave", "leaving", "left", "divorcing"] {
      phrases += pairs(
        verb, ["him", "her", "them", "your partner", "your husband", "your wife", "my partner"])
    }
    return phrases
  }()

  static let verdicts = """
    score scores scored scoring scorecard result results point points percent percentage % risk risks
    risky likelihood test tests tested testing self-test quiz quizzes assessment assessments diagnose
    diagnosed diagnosis diagnostic rating ratings severity total totals level levels
    """.split(whereSeparator: \.isWhitespace).map(String.init)

  /// A word before each of others.
  static func pairs(_ first: String, _ others: [String]) -> [String] {
    others.map { first + " " + $0 }
  }
}

extension PhraseMatcher {
  /// A matcher that tells whether there is one of a list, not which.
  fileprivate init(anyOf phrases: [String]) {
    self.init(phrases.map { Phrase($0, id: 0) })
  }
}
