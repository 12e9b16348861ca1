import Testing

@testable import DaylightSyntax

/// Texts in which what is found is between ⟦ and ⟧.
@Suite struct PhraseSearchTests {
  private static let lists = [
    "fillers": ["just | really | calmly"],
    "negation": ["not | never | no | nobody | without"],
    "not-negation": ["no doubt", "not only"],
    "warning-before": ["avoid+ | warn+ against"],
    "warning-after": ["(is|can be) (dangerous|unsafe)", "is not"],
    "taken-up-again": ["none of this is true"],
    "report": ["(friends|people) [often|may] (say|tell you)", "he said"],
    "partner": ["(your|her) [former] (partner+|wife+)", "the other person"],
    "things": ["mediation"],
    "warning-anywhere": ["at risk"],
    "correction": ["this is a myth"],
  ]

  private static let innocent = ["leave a note", "sick leave", "... on leave"]

  private func found(
    _ phrases: String..., unless: [String] = [], unlessAbout: [String] = [],
    even: Set<PhraseExcuse> = [], isAdvice: Bool = false, in text: String, language: String = "en",
    isQuotation: Bool = false
  ) throws -> [String] {
    let bytes = Array(text.utf8)
    let natural = Language(tag: language)
    let book = PhraseBook(
      lists: try Self.lists.sorted { $0.key < $1.key }.map { name, lines in
        (name, try lines.map { try PhrasePattern($0) })
      },
      rules: [
        .init(
          phrases: try phrases.map { try PhrasePattern($0) },
          unless: try unless.map { try PhrasePattern($0) },
          unlessAbout: try unlessAbout.map { try PhrasePattern($0) }, even: even,
          isAdvice: isAdvice)
      ], clauses: natural.clauses, spelling: natural.spelling)
    var search = PhraseSearch(book)
    return bytes.withUnsafeBufferPointer { bytes in
      search.matches(in: bytes, 0..<bytes.count, [true]).filter {
        search.verdict(on: $0, in: bytes, .init(isQuotation: isQuotation)) == .found
      }.map { String(decoding: bytes[$0.range], as: UTF8.self) }
    }
  }

  @Test(arguments: [
    ("leave", "LEAVE", ["LEAVE"]), ("leave", "leaves", []), ("leave+", "She left.", ["left"]),
    ("stop+", "stopped", ["stopped"]), ("try+", "tried", ["tried"]),
    ("wife+", "two wives", ["wives"]), ("wife+ car", "his wife's car", ["wife's car"]),
    ("parent+ home", "her parents’ home", ["parents’ home"]),
    ("you are", "You’re here", ["You’re"]), ("do not go", "don't go", ["don't go"]),
    ("you can not", "you cannot", ["you cannot"]), ("she is", "She's in.", ["She's"]),
    ("recognise+", "recognized", ["recognized"]), ("counsellor", "counselor", ["counselor"]),
    ("behaviour", "behavior", ["behavior"]), ("self-harm", "self harm", ["self harm"]),
    ("self harm", "self-harm", ["self-harm"]), ("PTSD", "PTSD ptsd", ["PTSD"]),
    ("OCD", "so ocd", []), ("fiancé", "FIANCÉ", ["FIANCÉ"]),
    ("40 %", "40% of them", ["40%"]), ("{number} days", "thirty-one days", ["thirty-one days"]),
    ("{number} people", "2 million people", ["2 million people"]),
    ("{number} days", "a few days", []),
    ("{number-in-words} days", "ten days, 10 days", ["ten days"]),
    ("(domestic|lovers') row", "a lovers' row", ["lovers' row"]),
  ])
  func `words are found in the forms that were asked for`(
    phrase: String, text: String, expected: [String]
  ) throws {
    #expect(try found(phrase, in: text) == expected)
  }

  @Test(arguments: [
    ("tell (him|her mother)", "Tell her mother.", ["Tell her mother"]),
    ("tell [all] him", "Tell him, tell all him.", ["Tell him", "tell all him"]),
    (
      "((((tell|show (him|her)) [all])) how) now", "Show her all how now.", ["Show her all how now"]
    ),
    ("((((tell|show (him|her)) [all])) how) now", "Tell how now, tell her now.", ["Tell how now"]),
    ("tell {partner}", "Tell her former wife.", ["Tell her former wife"]),
    ("tell him", "Tell him. Calmly tell really just him.", ["Tell him", "tell really just him"]),
    ("tell him", "tell just just just him", []), ("tell him", "Tell, him", []),
    ("tell him", "tell “him”", []), ("tell him", "tell\nhim", ["tell\nhim"]),
    ("tell ... how", "Tell him, calmly, how", ["Tell him, calmly, how"]),
    ("tell ... how", "tell a b c d how", []), ("tell ... how", "tell him: how", []),
    ("do ... tell", "do not tell", []), ("tell ... how", "Tell him. And how?", []),
    ("^ block her", "Block her. You may block her.", ["Block her"]),
    ("^ block her", "If she shouts, block her.", ["block her"]),
    ("^ block her", "They shout, or block her.", []),
    ("^ block her", "Delete it and block her.", ["block her"]),
    ("he | he said", "He said", ["He said"]), ("tell him", "", []),
  ])
  func `parts follow each other within a sentence`(
    phrase: String, text: String, expected: [String]
  ) throws {
    #expect(try found(phrase, even: [.reported], in: text) == expected)
  }

  @Test(arguments: [
    "You should never leave.", "You do not have to leave, or leave.", "Avoid to leave.",
    "To leave can be dangerous.", "To leave is not an answer.", "“Leave,” she wrote.",
    "\"Leave\", she wrote.", "‘Leave’, she wrote.", "Friends often say that you can leave.",
    "Leave, he said.", "That you leave: none of this is true.",
    "People say that it takes two and that you leave.",
  ])
  func `a phrase is right where it is quoted, denied, warned against or reported`(
    text: String
  ) throws {
    #expect(try found("leave", in: text) == [])
    #expect(try found("leave", even: Set(PhraseExcuse.allCases), in: text) != [])
  }

  @Test(arguments: [
    "It is not your fault, but leave.", "It is not safe; leave.", "There is no doubt: leave.",
    "No doubt you can leave.", "You are not weak and you leave.", "Not now. Leave.",
    "Leave before it is unsafe.", "Leave, because it is dangerous.", "“No” is right: leave.",
    "It is never right, because she can leave.", "As people say, leave.",
    "Her parents’ home, leave.", "Don't say ‘no. Leave.",
  ])
  func `an excuse in another clause does not count`(text: String) throws {
    #expect(try found("leave", in: text).count == 1)
  }

  @Test(arguments: [
    ("Ask your doctor. Tell her how you sleep.", false),
    ("Your doctor helps, and your partner shouts. Tell her how you sleep.", true),
    ("Tell her how you sleep. Ask your doctor.", true),
    ("Ask your doctor. Tell your partner how you sleep.", true),
  ])
  func `a pronoun means the person who was named last`(text: String, isFound: Bool) throws {
    let found = try found(
      "tell (her|{partner}) how", unlessAbout: ["your doctor"], in: text)
    #expect(found.isEmpty == !isFound)
  }

  @Test(arguments: [
    ("Mediation can help. It may put you at risk.", []),
    ("You are at risk. Blocking him stops the calls.", []),
    ("Block him. You may be at risk.", ["Block him"]),
    ("Mediation can help. This is a myth.", ["Mediation can help"]),
  ])
  func `a warning in another sentence excuses what names a thing, and no order`(
    text: String, expected: [String]
  ) throws {
    #expect(
      try found("(block|blocking) him", "mediation can help", isAdvice: true, in: text) == expected)
  }

  @Test func `a correction in another sentence excuses what is not advice`() throws {
    #expect(try found("she asked for it", in: "She asked for it. This is a myth.") == [])
    #expect(try found("she asked for it", in: "She asked for it, and this is a myth.").count == 1)
  }

  @Test func `a block of quotation excuses, unless the rule says otherwise`() throws {
    #expect(try found("leave", in: "Leave.", isQuotation: true) == [])
    #expect(try found("leave", even: [.quoted], in: "Leave.", isQuotation: true) == ["Leave"])
  }

  @Test func `phrases in which the words are right are named`() throws {
    #expect(try found("leave", unless: Self.innocent, in: "Leave now.") == ["Leave"])
    for text in ["Leave a note.", "Take sick leave.", "She is out on leave."] {
      #expect(try found("leave", unless: Self.innocent, in: text) == [])
    }
  }

  @Test func `the longest of overlapping matches is taken`() throws {
    #expect(try found("leave", "leave him", "him now", in: "Leave him now.") == ["Leave him"])
  }

  @Test func `a long sentence is read to its end`() throws {
    let words = String(repeating: "word, ", count: 500)
    #expect(try found("tell him", in: words + "tell him") == ["tell him"])
  }

  @Test func `a phrase with many gaps stays quick`() throws {
    let phrase = "a " + String(repeating: "... a ", count: 12) + "b"
    #expect(try found(phrase, in: String(repeating: "a ", count: 100) + "b").count == 1)
  }

  @Test func `other languages are read by whole words`() throws {
    #expect(try found("emprise", in: "C'est l'emprise.", language: "fr") == ["emprise"])
    #expect(try found("创伤", in: "这是创伤联结", language: "zh") == ["创伤"])
    #expect(try found("صدمة", in: "والصدمة", language: "ar") == ["صدمة"])
  }
}
