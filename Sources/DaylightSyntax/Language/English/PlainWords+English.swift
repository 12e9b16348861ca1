extension PlainWords {
  static let english = PlainWords(
    idioms: idioms, doubleNegatives: doubleNegatives,
    passive: PassiveWords(
      auxiliaries: [
        "is", "are", "was", "were", "be", "been", "isn't", "aren't", "wasn't", "weren't",
      ],
      adverbs: [
        "not", "never", "also", "often", "always", "being", "been", "still", "even", "just", "only",
        "already", "then", "later", "once", "soon", "sometimes", "ever", "more", "most", "now",
      ],
      participles: words(
        """
        beaten bitten blamed bound broken brought built bought caught chosen cut done drawn driven
        eaten fed felt forbidden forced forgotten forgiven found frozen given heard held hidden hit
        hurt kept kicked laid led left lost made meant met paid put raised read said seen sent set
        shaken shot shown shut spent spoken stolen struck taken taught thrown told torn understood
        woken won worn written
        """),
      ending: "ed",
      states: words(
        """
        afraid alarmed allowed amazed annoyed ashamed attached based bored broken called complicated
        composed concerned confused connected convinced crowded dedicated delighted depressed
        detailed determined devoted disabled disappointed dissociated distressed divided embarrassed
        entitled excited exhausted experienced frightened frustrated gifted gone happened horrified
        indeed inclined intended interested involved isolated limited linked located lost
        married meant mixed named need needed numbed opposed outdated overwhelmed pleased prepared
        qualified red related relieved relaxed retired sacred satisfied scared settled shaped
        shocked skilled startled supposed surprised terrified tired torn traumatised traumatized
        troubled trusted unfinished united unsettled unwanted upset used varied wanted wicked
        worried wounded worn
        """),
      phrases: [
        "made of", "made up", "made for", "built on", "known as", "known for", "known to",
        "used to", "written in", "hit by", "left over",
      ],
      relatives: ["who", "that", "which", "what", "whatever"], agent: "by"))

  private static func words(_ text: String) -> Set<String> {
    Set(text.split(whereSeparator: \.isWhitespace).map(String.init))
  }

  private static let doubleNegatives: [String] = {
    let negated = """
      uncommon unusual unlikely unknown unreasonable unhelpful unimportant unfamiliar unaware unfair
      unkind unwise unwilling unable unrelated unhappy unheard unthinkable unaffected unlike
      unnatural unsafe impossible improbable inappropriate inconceivable insignificant inconsiderable
      incapable infrequent irrelevant illegal dissimilar dishonest nothing
      """.split(whereSeparator: \.isWhitespace)
    let negations = [
      "not", "not at all", "not so", "not entirely", "not always", "never", "isn't", "wasn't",
      "aren't", "weren't",
    ]
    var phrases: [String] = []
    for negation in negations {
      phrases += negated.map { "\(negation) \($0)" }
      phrases += ["an", "a"].flatMap { article in
        negated.filter { $0 != "nothing" }.map { "\(negation) \(article) \($0)" }
      }
    }
    for negation in ["not", "never", "cannot", "rarely"] {
      phrases += ["\(negation) without", "\(negation) be without", "\(negation) fail to"]
    }
    let auxiliaries = ["don't", "doesn't", "didn't", "do not", "did not"]
    for auxiliary in auxiliaries {
      for verb in ["do", "say", "know", "have", "want", "need", "tell"] {
        for negation in ["nothing", "nobody", "no one", "none", "never"] {
          phrases.append("\(auxiliary) \(verb) \(negation)")
        }
      }
    }
    return phrases + ["cannot not", "can not not", "could not not", "no one never", "nobody never"]
  }()

  private static let idioms: KeyValuePairs<String, [String]> = [
    "in the end": ["at the end of the day"],
    "say or do exactly the right thing": [
      "hit the nail on the head", "hits the nail on the head", "hitting the nail on the head",
    ],
    "what nobody talks about": ["the elephant in the room", "an elephant in the room"],
    "a small part of it": ["the tip of the iceberg", "tip of the iceberg"],
    "a sign that it gets better": [
      "light at the end of the tunnel", "silver lining", "silver linings",
    ],
    "ups and downs": [
      "roller coaster", "rollercoaster", "roller-coaster", "roller coasters", "rollercoasters",
    ],
    "easy": ["a piece of cake", "a walk in the park", "plain sailing"],
    "do it although it is hard": ["bite the bullet", "bites the bullet", "biting the bullet"],
    "begin again": [
      "turn over a new leaf", "turning over a new leaf", "a clean slate", "start from scratch",
      "starting from scratch", "wipe the slate clean",
    ],
    "a secret": ["skeletons in the closet", "skeleton in the closet", "skeletons in the cupboard"],
    "at once, for little reason": ["at the drop of a hat"],
    "ill": ["under the weather"],
    "in danger of trouble": ["on thin ice", "in hot water", "playing with fire", "play with fire"],
    "agree": ["on the same page", "see eye to eye", "sees eye to eye"],
    "find new ideas": ["think outside the box", "thinking outside the box"],
    "you decide": ["the ball is in your court"],
    "end it so that there is no way back": [
      "burn your bridges", "burning your bridges", "burnt your bridges", "burned your bridges",
      "burn bridges", "burning bridges",
    ],
    "something good that looked bad": ["a blessing in disguise", "blessing in disguise"],
    "one thing too many": [
      "the last straw", "the final straw", "the straw that broke the camel's back",
      "the straw that broke the camel's back",
    ],
    "the worst point": ["rock bottom"],
    "a warning sign": ["red flag", "red flags"],
    "a good sign": ["green flag", "green flags"],
    "take no notice": [
      "turn a blind eye", "turns a blind eye", "turned a blind eye", "turning a blind eye",
      "fall on deaf ears", "falls on deaf ears", "fell on deaf ears", "the cold shoulder",
    ],
    "hide": [
      "sweep under the rug", "sweep under the carpet", "swept under the rug",
      "swept under the carpet", "sweep it under the rug", "sweep it under the carpet",
      "sweep things under the rug", "sweep things under the carpet",
    ],
    "cause more trouble": ["a can of worms", "can of worms", "pandora's box"],
    "with two bad choices": [
      "between a rock and a hard place", "between the devil and the deep blue sea",
    ],
    "very rarely": ["once in a blue moon"],
    "something with good and bad sides": [
      "a double-edged sword", "double-edged sword", "double edged sword", "a mixed blessing",
    ],
    "belonging together": ["two sides of the same coin", "the other side of the coin"],
    "back at the beginning": ["back to square one", "back at square one", "square one"],
    "suddenly": ["out of the blue", "like a bolt from the blue"],
    "in short": ["in a nutshell"],
    "get in touch": ["touch base", "touching base"],
    "relax, or show anger": ["let off steam", "letting off steam", "blow off steam"],
    "wait with it": ["on the back burner"],
    "do not quite believe it": [
      "with a pinch of salt", "with a grain of salt",
    ],
    "do a lot of tiresome things": ["jump through hoops", "jumping through hoops"],
    "change the rules": [
      "move the goalposts", "moves the goalposts", "moved the goalposts", "moving the goalposts",
      "move the goal posts", "moving the goal posts", "shift the goalposts",
      "shifting the goalposts",
    ],
    "give up": [
      "throw in the towel", "threw in the towel", "throwing in the towel", "throw in the sponge",
    ],
    "the small things matter": ["the devil is in the detail", "the devil is in the details"],
    "the easiest things": ["low-hanging fruit", "low hanging fruit"],
    "sound familiar": ["ring a bell", "rings a bell", "rang a bell", "ring any bells"],
    "say it plainly": [
      "cut to the chase", "beat around the bush", "beating around the bush", "beat about the bush",
      "beating about the bush",
    ],
    "begin": ["get the ball rolling", "set the ball rolling", "pave the way", "paves the way"],
    "understand what is not said": ["read between the lines", "reading between the lines"],
    "something that gets worse step by step": ["a slippery slope", "slippery slope"],
    "before a big choice": ["at a crossroads", "on the fence"],
    "in the same situation": ["in the same boat"],
    "get through a hard time": [
      "weather the storm", "weathering the storm", "weathered the storm", "ride out the storm",
      "riding out the storm", "keep your head above water", "keeping your head above water",
    ],
    "a quiet time before trouble": ["the calm before the storm"],
    "a warning": ["a wake-up call", "wake-up call", "wake up call"],
    "over, and no longer important": ["water under the bridge"],
    "think of it when it comes": [
      "cross that bridge when you come to it", "cross that bridge when we come to it",
    ],
    "do more than has to be done": [
      "go the extra mile", "goes the extra mile", "went the extra mile",
    ],
    "very much in love": ["head over heels"],
    "less important": ["play second fiddle", "playing second fiddle"],
    "do what they know will hurt": [
      "push your buttons", "pushes your buttons", "pushing your buttons", "push my buttons",
      "pushes my buttons", "push their buttons", "push his buttons", "push her buttons",
      "press your buttons", "presses your buttons",
    ],
    "show what one feels": [
      "wear your heart on your sleeve", "wears their heart on their sleeve",
      "heart on your sleeve", "heart on their sleeve",
    ],
    "someone who listens": ["a shoulder to cry on", "shoulder to cry on"],
    "very happy": ["on cloud nine", "over the moon", "in seventh heaven"],
    "begin to talk": ["break the ice", "breaking the ice"],
    "begin badly": ["off on the wrong foot"],
    "without conditions": ["no strings attached", "with strings attached"],
    "go on after it": [
      "pick up the pieces", "picking up the pieces", "picked up the pieces",
      "get back on your feet", "back on your feet", "back on their feet",
    ],
    "have enough money": ["make ends meet", "makes ends meet", "making ends meet"],
    "a rough guide": ["rule of thumb", "a rule of thumb"],
    "at the last moment": ["at the eleventh hour"],
    "only just": ["by the skin of your teeth", "by the skin of their teeth"],
    "it takes time": ["Rome was not built in a day", "Rome wasn't built in a day"],
    "be very angry": [
      "hit the roof", "hits the roof", "hit the ceiling", "see red", "sees red", "blow a fuse",
      "blows a fuse", "blow up at", "fly off the handle", "flies off the handle",
      "flew off the handle",
    ],
  ]
}
