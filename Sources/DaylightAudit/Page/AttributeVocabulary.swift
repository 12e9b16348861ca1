package import DaylightSyntax

/// Harmless attributes that need no check of their own. As with elements, one that is not listed is
/// refused, so that what browsers add in the future is refused too. New names consist of letters
/// only; others are for drawings, scripts and people.
enum AttributeVocabulary {
  static func knows(_ name: String) -> Bool {
    names.contains(name)
      || !name.utf8.allSatisfy { ($0 | 0x20) &- 0x61 < 26 || $0 &- 0x30 < 10 }
  }

  private static let names = Set(
    """
    abbr accent accentunder accesskey action align alink alttext amplitude as async axis azimuth
    basefrequency baseprofile bgcolor bias border bordercolor cellpadding cellspacing char charoff
    clear clip clippathunits close color colspan columnalign columnlines columnspacing columnspan
    compact coords crossorigin cx cy datatype decoding defer depth diffuseconstant direction disabled
    display displaystyle divisor draggable dx dy edgemode elevation encoding exponent face fence
    fetchpriority filterunits focusable form fr frame framespacing fx fy gradienttransform
    gradientunits headers height high hreflang hspace in in2 inlist integrity intercept itemref
    itemscope k1 k2 k3 k4 kernelmatrix kernelunitlength kerning language largeop lengthadjust
    limitingconeangle linethickness link low lquote lspace markerheight markerunits markerwidth
    maskcontentunits maskunits mathbackground mathcolor mathsize mathvariant max maxsize min minsize
    mode movablelimits nohref noshade notation nowrap numoctaves offset opacity open operator optimum
    order orient overflow path pathlength patterncontentunits patterntransform patternunits points
    pointsatx pointsaty pointsatz popovertargetaction preservealpha
    preserveaspectratio primitiveunits profile r radius refx refy requiredextensions
    requiredfeatures result rev reversed role rotate rowalign rowlines rowspacing rowspan rquote
    rspace rules rx ry scale scheme scope scriptlevel seed separator separators shape side size sizes
    slope spacing span specularconstant specularexponent spellcheck spreadmethod start startoffset
    stddeviation stitchtiles stretchy subscriptshift superscriptshift surfacescale symmetric
    systemlanguage tablevalues targetx targety text textlength transform translate usemap valign
    values version viewtarget visibility vlink voffset vspace width x x1 x2 xchannelselector y y1 y2
    ychannelselector z zoomandpan
    """.split(whereSeparator: \.isWhitespace).map(String.init))
}

extension PageAudit {
  /// What an attribute does, by its name alone; nil if it is harmless.
  func violation(ofAttribute name: String) -> AuditFinding.Violation? {
    switch name {
    case "command", "commandfor", "interestfor", "interesttarget": .opens(name)
    case "xlink:show": .newWindow
    case "ismap": .pointedPicture
    default: AttributeVocabulary.knows(name) ? nil : .unknownAttribute(name)
    }
  }

  /// A name gives scripts another way to an element, also where the name is that of what they need: a
  /// picture called `body` takes the place of the page’s body.
  mutating func checkName(_ attribute: HTMLAttribute, _ tag: HTMLTag) {
    switch tag.name {
    // Checkboxes have a check of their own; the names of maps and the others are not sent.
    case .meta, .details, .map, .a, .input: break
    default: report.add(.takenName("name"), at: attribute.range, in: tag.range)
    }
  }

  /// In a form, ids do the same; no name that a script needs has a hyphen or a digit in it.
  mutating func checkFormID(_ attribute: HTMLAttribute, _ tag: HTMLTag) {
    switch tag.name {
    case .button, .img, .image, .output:
      let isTaken = scanner.value(attribute).allSatisfy { ($0 | 0x20) &- 0x61 < 26 }
      if isTaken, landmarks.isInForm || scanner.attributes.contains(where: { $0.name == .form }) {
        report.add(.takenName("id"), at: attribute.range, in: tag.range)
      }
    default: break
    }
  }

  /// Readers who press Tab reach the exits first only if nothing asks for an earlier turn (SAF-02).
  mutating func checkTurn(_ attribute: HTMLAttribute, _ tag: HTMLTag) {
    let value = scanner.value(attribute).drop { $0 <= 0x20 || $0 == UInt8(ascii: "+") }
    let digits = value.prefix { $0 &- UInt8(ascii: "0") < 10 }
    if digits.contains(where: { $0 != UInt8(ascii: "0") }) {
      report.add(.earlierTurn, at: attribute.range, in: tag.range)
    }
  }
}

extension AuditRule {
  package static let unknownAttribute = Rule(
    "unknown-attribute", .error, "An attribute that is not known to be harmless.",
    why:
      "Its effect in browsers is not known: it could open something over the exit, keep what "
      + "a reader does, or send it.",
    bad: #"<img src="{{root}}assets/bench.jpg" alt="A bench" browsingtopics>"#,
    good: #"<img src="{{root}}assets/bench.jpg" alt="A bench" width="640" height="480">"#,
    fix: "Remove it. For notes of your own use names that begin with `data-`.", in: .finished)
}

extension AuditFinding.Violation {
  fileprivate static func unknownAttribute(_ name: String) -> Self {
    Self(
      AuditRule.unknownAttribute, "‘\(quoted(name.utf8))’ is not known to be harmless to a reader",
      help: "remove it; for a note of your own write a name that begins with ‘data-’")
  }

  fileprivate static var pointedPicture: Self {
    Self(
      AuditRule.readerDependentStyle,
      "‘ismap’ tells the host where in the picture a reader clicked",
      help: "remove it; for links on a picture use ‘usemap’ and ‘<area>’")
  }

  fileprivate static func takenName(_ attribute: String) -> Self {
    Self(
      AuditRule.exitLink,
      "this ‘\(attribute)’ can replace something that the exit needs, which then fails",
      help: "remove it, or give the element an id with a hyphen or a digit in it")
  }

  fileprivate static var earlierTurn: Self {
    Self(
      AuditRule.exitLink,
      "this comes before the exits when a reader presses Tab, so they do not find the exit first",
      help: "write tabindex=\"0\", or remove it")
  }

  static func coversAll(_ name: String) -> Self {
    Self(
      AuditRule.exitLink,
      "‘\(name)’ hides the exits from screen readers",
      help: "remove it")
  }
}
