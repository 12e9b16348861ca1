/// A published formula for how hard a text is to read.
package enum ReadingFormula: Sendable, Hashable, CaseIterable {
  /// English: the grade of Flesch and Kincaid, 0.39 × words per sentence + 11.8 × syllables per word −
  /// 15.59 (Kincaid and others, 1975).
  case fleschKincaid
  /// German: the fourth Wiener Sachtextformel, 0.2656 × words per sentence + 0.2744 × words of three
  /// or more syllables in a hundred − 1.693, a year of school (Bamberger and Vanecek, 1984).
  case wienerSachtext
  /// Spanish: the perspicuity of Szigriszt Pazos, 206.835 − 62.3 × syllables per word − words per
  /// sentence (Szigriszt Pazos, 1993). Below 55 is hard on the Inflesz scale, which was made with
  /// texts for patients (Barrio-Cantalejo and others, 2008).
  case szigriszt
  /// French: Flesch’s reading ease as adapted by Kandel and Moles, 207 − 1.015 × words per sentence −
  /// 73.6 × syllables per word (Kandel and Moles, 1958). Below 60 is harder than standard on Flesch’s
  /// scale.
  case kandelMoles

  /// Nil for a text of fewer than thirty words, which says too little.
  package func score(of text: Readability) -> Double? {
    guard text.words >= 30, text.sentences > 0 else { return nil }
    let words = Double(text.words)
    let length = words / Double(text.sentences)
    let syllables = Double(text.syllables) / words
    return switch self {
    case .fleschKincaid: 0.39 * length + 11.8 * syllables - 15.59
    case .wienerSachtext: 0.2656 * length + 27.44 * Double(text.longWords) / words - 1.693
    case .szigriszt: 206.835 - 62.3 * syllables - length
    case .kandelMoles: 207 - 1.015 * length - 73.6 * syllables
    }
  }

  /// Whether the score is a year of school, and not a scale on which more is easier.
  package var isGrade: Bool { self == .fleschKincaid || self == .wienerSachtext }

  /// The highest grade, or the lowest ease, that is not hard.
  package var limit: Double {
    switch self {
    case .fleschKincaid, .wienerSachtext: 8
    case .szigriszt: 55
    case .kandelMoles: 60
    }
  }

  package func isHard(_ score: Double) -> Bool { isGrade ? score > limit : score < limit }

  /// A score in words, after “reads”.
  package func description(of score: Double) -> String {
    let tenths = Int((score * 10).rounded())
    let number = "\(tenths < 0 ? "−" : "")\(abs(tenths) / 10).\(abs(tenths) % 10)"
    return isGrade
      ? "at grade \(number)"
      : "at \(number) of 100 on the scale of \(author), where less than \(Int(limit)) is hard"
  }

  private var author: String {
    switch self {
    case .fleschKincaid: "Flesch and Kincaid"
    case .wienerSachtext: "Bamberger and Vanecek"
    case .szigriszt: "Szigriszt Pazos"
    case .kandelMoles: "Kandel and Moles"
    }
  }

  /// How the formula counts syllables.
  package var syllables: SyllableCounter {
    switch self {
    case .fleschKincaid: .english
    case .wienerSachtext: .german
    case .szigriszt: .spanish
    case .kandelMoles: .french
    }
  }
}
