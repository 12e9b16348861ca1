/// The forms of English words, and their British and American spellings.
///
/// Nobody says whether a word is a noun or a verb: forms that do not exist match nothing.
enum EnglishInflection {
  /// The plural of a noun; the third person, past, participle and -ing form of a verb.
  static func forms(of word: [UInt8]) -> [[UInt8]] {
    if let irregular = irregular[word] { return irregular }
    let stem = Array(word.dropLast())
    let endsInConsonantY = word.hasEnd("y") && !(stem.last.map(isVowel) ?? true)
    var forms = [word]
    if sibilants.contains(where: word.hasEnd) {
      forms.append(word + "es".utf8)
    } else {
      forms.append(endsInConsonantY ? stem + "ies".utf8 : word + "s".utf8)
    }
    if word.hasEnd("ee") {
      forms += [word + "d".utf8, word + "ing".utf8]
    } else if word.hasEnd("e") {
      forms += [word + "d".utf8, stem + "ing".utf8]
    } else if endsInConsonantY {
      forms += [stem + "ied".utf8, word + "ing".utf8]
    } else {
      forms += [word + "ed".utf8, word + "ing".utf8]
      if endsInDoubledConsonant(word) {
        let doubled = word + word.suffix(1)
        forms += [doubled + "ed".utf8, doubled + "ing".utf8]
      }
    }
    return forms
  }

  private static let sibilants: [StaticString] = ["s", "x", "z", "ch", "sh"]

  private static func isVowel(_ letter: UInt8) -> Bool { letter.isOne(of: "aeiou") }

  /// Whether the last letter may be doubled before an ending, as in “stopped”.
  private static func endsInDoubledConsonant(_ word: [UInt8]) -> Bool {
    let end = word.suffix(3)
    guard end.count == 3, let first = end.first, let last = end.last else { return false }
    return !isVowel(first) && isVowel(end[end.startIndex + 1]) && last.isOne(of: "bdgklmnprtv")
  }

  /// A word in both spellings, where it may have two. A spelling that nobody writes finds nothing.
  static func spellings(of word: [UInt8]) -> [[UInt8]] {
    var spellings = [word]
    for start in word.indices {
      for (one, other) in pairs where word[start] == one[0] && word[start...].starts(with: one) {
        let ending = word[(start + one.count)...]
        if endings.contains(where: ending.elementsEqual) {
          spellings.append(word[..<start] + other + ending)
        }
      }
    }
    return spellings
  }

  /// British and American, and the other way round.
  private static let pairs = [("is", "iz"), ("our", "or"), ("ll", "l")]
    .flatMap { [($0, $1), ($1, $0)] }
    .map { (Array($0.utf8), Array($1.utf8)) }
  private static let endings = [
    "", "e", "es", "ed", "ing", "er", "ers", "or", "ors", "ation", "ite", "ites", "s",
  ].map { Array($0.utf8) }

  private static let irregular: [[UInt8]: [[UInt8]]] = {
    var forms: [[UInt8]: [[UInt8]]] = [:]
    for line in Array(table.utf8).split(separator: UInt8(ascii: "\n")) {
      let words = line.split(separator: UInt8(ascii: " ")).map { Array($0) }
      forms[words[0]] = words
    }
    return forms
  }()

  private static let table = """
    be am is are was were been being
    become becomes became becoming
    begin begins began begun beginning
    bear bears bore borne bearing
    beat beats beaten beating
    bend bends bent bending
    bind binds bound binding
    bite bites bit bitten biting
    bleed bleeds bled bleeding
    blow blows blew blown blowing
    break breaks broke broken breaking
    bring brings brought bringing
    build builds built building
    burn burns burned burnt burning
    burst bursts bursting
    buy buys bought buying
    catch catches caught catching
    child children
    choose chooses chose chosen choosing
    come comes came coming
    cost costs costing
    cut cuts cutting
    deal deals dealt dealing
    die dies died dying
    dig digs dug digging
    do does did done doing
    draw draws drew drawn drawing
    dream dreams dreamed dreamt dreaming
    drink drinks drank drunk drinking
    drive drives drove driven driving
    eat eats ate eaten eating
    fall falls fell fallen falling
    feed feeds fed feeding
    feel feels felt feeling
    fight fights fought fighting
    find finds found finding
    flee flees fled fleeing
    fly flies flew flown flying
    foot feet
    forbid forbids forbade forbidden forbidding
    forget forgets forgot forgotten forgetting
    forgive forgives forgave forgiven forgiving
    freeze freezes froze frozen freezing
    get gets got gotten getting
    give gives gave given giving
    go goes went gone going
    grow grows grew grown growing
    half halves
    hang hangs hung hanged hanging
    have has had having
    hear hears heard hearing
    hide hides hid hidden hiding
    hit hits hitting
    hold holds held holding
    hurt hurts hurting
    keep keeps kept keeping
    knife knives
    know knows knew known knowing
    lay lays laid laying
    lead leads led leading
    leave leaves left leaving
    let lets letting
    lie lies lied lying
    life lives
    lose loses lost losing
    make makes made making
    man men
    mean means meant meaning
    meet meets met meeting
    pay pays paid paying
    person people persons
    prove proves proved proven proving
    put puts putting
    quit quits quitting
    quiz quizzes
    read reads reading
    ride rides rode ridden riding
    ring rings rang rung ringing
    rise rises rose risen rising
    run runs ran running
    say says said saying
    see sees saw seen seeing
    seek seeks sought seeking
    self selves
    sell sells sold selling
    send sends sent sending
    set sets setting
    shake shakes shook shaken shaking
    shed sheds shedding
    shoot shoots shot shooting
    show shows showed shown showing
    shut shuts shutting
    sing sings sang sung singing
    sink sinks sank sunk sinking
    sit sits sat sitting
    sleep sleeps slept sleeping
    slit slits slitting
    speak speaks spoke spoken speaking
    spend spends spent spending
    spin spins spun spinning
    spread spreads spreading
    stand stands stood standing
    steal steals stole stolen stealing
    stick sticks stuck sticking
    strike strikes struck striking
    swear swears swore sworn swearing
    take takes took taken taking
    teach teaches taught teaching
    tear tears tore torn tearing
    tell tells told telling
    think thinks thought thinking
    thief thieves
    throw throws threw thrown throwing
    tie ties tied tying
    understand understands understood understanding
    undergo undergoes underwent undergone undergoing
    wake wakes woke woken waking
    wear wears wore worn wearing
    weep weeps wept weeping
    wife wives
    win wins won winning
    woman women
    write writes wrote written writing
    """
}

extension [UInt8] {
  fileprivate func hasEnd(_ end: StaticString) -> Bool {
    count >= end.utf8CodeUnitCount
      && end.withUTF8Buffer { suffix($0.count).elementsEqual($0) }
  }
}
