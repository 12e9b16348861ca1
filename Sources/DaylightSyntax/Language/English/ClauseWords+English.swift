extension ClauseWords {
  static let english: Self = {
    var words = Self()
    words.pronouns = list("i you he she it we they")
    words.thirdPersons = list("he him his she her they them their")
    words.subjects = words.pronouns + list("this there these those")
    words.people = list("i you he she we they who someone people")
    words.prepositions = list("about of on with to for from at in by")
    words.contrasts = list("but yet however although though until unless whereas")
    words.subordinate =
      list("if when whenever once while after before until unless as because")
      + list("although though since where")
    words.subordinateNouns = list("time moment minute second day")
    words.listJoiners = list("or")
    words.connectives = list("and or then so but first next instead")
    words.joiningClauses = list("and so then")
    words.otherStarts =
      words.contrasts
      + list("that which who whom when if because while since so before as where what")
    words.reporting = list("that what how why if")
    words.contrastBefore = ("instead", unlessBefore: "of")
    words.halfSubject = ("that", before: list("is 's was means can may will has"))
    words.denials = list("not never no")
    words.numbers =
      list("one two three four five six seven eight nine ten eleven twelve thirteen fourteen")
      + list("fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy")
      + list("eighty ninety hundred hundreds thousand thousands million millions billion dozen")
      + list("dozens")
    words.numberJoiner = "and"
    words.magnitudes = list("hundred thousand million billion")
    words.abbreviations = Set(
      list("dr mr mrs ms prof st vs g e etc approx no p pp fig vol ed eds cf al"))
    words.contractions = [
      "can't": ["can", "not"], "cannot": ["can", "not"], "won't": ["will", "not"],
      "shan't": ["shall", "not"], "let's": ["let", "us"],
    ]
    words.contractedEndings = [
      ("n't", "not"), ("'ll", "will"), ("'re", "are"), ("'ve", "have"), ("'m", "am"),
    ]
    words.ambiguousEndings = [("'s", ["is", "has"]), ("'d", ["would", "had"])]
    words.frequencies = frequencies
    words.forms = EnglishInflection.forms
    words.spellings = EnglishInflection.spellings
    return words
  }()

  private static func list(_ words: String) -> [String] {
    words.split(separator: " ").map(String.init)
  }

  private static let frequencies: [String: Int] = {
    var frequencies: [String: Int] = [:]
    for (frequency, words) in [
      (40, "the you to a and"),
      (20, "of it is not in that or for can"),
      (10, "are be on with may have what they who as your was this do will if one i at by from"),
      (
        5,
        """
        an he she her his their them him about has had when no but other person people some which
        how there would all out up my we so than then more after someone need could should say
        said says know
        """
      ),
      (
        3,
        """
        time been were did does where why because into way over also any only never help safe feel
        feels like ask make makes made go goes get gets take takes day keep keeps tell see think
        want find work words word page call harm hurt love abuse back home life even just before
        still first two our most many much own part
        """
      ),
    ] {
      for word in words.split(whereSeparator: \.isWhitespace) {
        frequencies[String(word)] = frequency
      }
    }
    return frequencies
  }()
}
