/// What needs help at once, in English: weapons, strangling and suicide.
enum EnglishDangers {
  static let matcher = PhraseMatcher(
    phrases.map { PhraseMatcher.Phrase($0, id: Language.dangerID) }
      + figures.map { PhraseMatcher.Phrase($0, id: Language.dangerID + 1) })

  private static let phrases: [String] = {
    var phrases = """
      weapon weapons gun guns firearm firearms rifle rifles shotgun shotguns pistol pistols
      revolver revolvers handgun handguns knife knives machete machetes ammunition bullet bullets
      crossbow crossbows dagger daggers strangle strangles
      strangled strangling strangulation suicide suicidal overdose overdosed
      """.split(whereSeparator: \.isWhitespace).map(String.init)
    for verb in ["choke", "chokes", "choked", "choking", "suffocate", "suffocates", "suffocated"] {
      phrases += EnglishWords.pairs(
        verb, ["me", "you", "him", "her", "them", "somebody", "someone"])
    }
    for part in ["my neck", "your neck", "the neck", "my throat", "your throat", "the throat"] {
      for grip in ["hands around", "hands on", "hand on", "by", "squeezed", "pressed on"] {
        phrases.append(grip + " " + part)
      }
    }
    for verb in ["kill", "kills", "killing", "killed", "hang", "hanging", "shoot", "drown"] {
      phrases += EnglishWords.pairs(
        verb, ["myself", "yourself", "himself", "herself", "themselves", "themself"])
    }
    for verb in ["threaten", "threatens", "threatened", "threatening"] {
      phrases += EnglishWords.pairs(verb, ["to kill", "to shoot", "to stab"])
    }
    for whose in ["my", "your", "his", "her", "their"] {
      for verb in ["end", "ending", "ended"] {
        phrases += EnglishWords.pairs(verb, [whose + " life", whose + " own life"])
      }
      for verb in ["take", "taking", "took"] { phrases.append("\(verb) \(whose) own life") }
    }
    return phrases + [
      "want to die", "wants to die", "wanted to die", "wanting to die", "wish I was dead",
      "wish I were dead", "wished I was dead", "wished I were dead", "better off dead",
      "better off without me", "do not want to live", "don't want to live",
      "no longer want to live", "do not want to be alive", "don't want to be alive",
      "been choked", "was choked", "pillow on my face",
      "pillow over my face", "end it all", "ending it all", "cut myself", "cutting myself",
      "harm myself", "harming myself", "not worth living", "stab me", "stabbed me",
    ]
  }()

  /// Figures of speech, and things that only sound like a weapon.
  private static let figures = [
    "knife edge", "knife and fork", "knives and forks", "under the gun", "jump the gun",
    "jumped the gun", "stick to my guns", "sticking to my guns", "stuck to my guns", "glue gun",
    "water gun", "toy gun", "top gun", "secret weapon", "go under the knife", "bite the bullet",
    "dodged a bullet", "bullet point", "bullet points", "bullet journal", "cut myself off",
    "cutting myself off",
  ]
}
