extension FalsePromises {
  static let english = FalsePromises(
    Vocabulary(
      promises: EnglishPromises.ofAny, promisesOfSite: EnglishPromises.ofSite,
      ambiguous: "anonymous", negation: .english,
      doubts: [
        "hardly", "few", "hard", "difficult", "impossible", "rarely", "seldom", "barely",
        "unlikely", "myth", "false", "wrongly",
      ],
      universalNegation: "no",
      conjunctions: [" and ", " but ", " so ", " because ", " then ", " which "],
      subjects: [
        "site", "website", "page", "pages", "button", "exit", "tool", "app", "checklist", "list",
        "quiz", "we", "our", "us", "visit", "click", "here",
      ],
      ofTheWeb: ["online", "internet", "web", "digital"],
      afterPredicates: [
        "a", "about", "and", "as", "at", "because", "but", "by", "even", "for", "from", "if", "in",
        "it", "on", "or", "so", "that", "the", "there", "this", "to", "too", "until", "when",
        "while", "with", "you", "your", "way", "visitor", "visitors", "reader", "readers",
        "browsing", "reading", "use", "visiting", "service", "help", "chat", "form", "quiz", "test",
      ],
      groups: [
        "alcoholics", "narcotics", "codependents", "gamblers", "overeaters", "addicts", "families",
      ]))
}

private enum EnglishPromises {
  static let ofAny: [String] = {
    var phrases = ["untraceable", "impossible to trace"]
    for word in fully { phrases += EnglishWords.pairs(word, ["private", "confidential"]) }
    for all in ["100%", "100 %", "100 percent", "100 per cent"] {
      phrases += EnglishWords.pairs(all, ["private", "safe", "secure", "confidential"])
    }
    for verb in ["erases", "erase", "deletes", "wipes", "clears", "hides", "removes"] {
      phrases += EnglishWords.pairs(
        verb, ["your history", "your browsing history", "your tracks", "your traces"])
    }
    return phrases
  }()

  static let ofSite: [String] = {
    var phrases = [
      "anonymous", "anonymously", "keeps you safe", "keep you safe", "leaves no trace",
      "leave no trace", "leaving no trace", "nobody can see", "no one can see",
      "nobody will know", "no one will know",
    ]
    for word in fully {
      phrases += EnglishWords.pairs(word, ["safe", "secure", "hidden", "invisible"])
    }
    return phrases
  }()

  private static let fully = [
    "completely", "totally", "fully", "perfectly", "absolutely", "entirely",
  ]
}
