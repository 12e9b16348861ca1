import DaylightSyntax

/// What browsers and a scanner could read differently, apart from the nesting of elements.
extension PageAudit {
  /// A NUL is dropped from a text, so that words come together which were not checked together; an
  /// escape could begin another encoding; and what turns the direction of letters shows other words.
  mutating func checkControls() {
    for control: UInt8 in [0x00, 0x1B] {
      if let offset = scanner.bytes.offset(of: control, from: 0) {
        report.add(.controlCharacter, at: offset..<offset + 1)
      }
    }
    if let offset = scanner.bytes.startOfTurn { report.add(.turnedText, at: offset..<offset + 3) }
  }

  mutating func checkDoctype(_ range: Range<Int>) {
    let words = words(of: Array(scanner.bytes[range]))
    let isModern =
      words == ["doctype", "html"]
      || words.prefix(3) == ["doctype", "html", "system"]
        && words.last?.contains("about:legacy-compat") == true
    if !isModern || open.hasBegun { open.fail(.otherDoctype, at: range) }
  }

  /// `<![CDATA[` is text in a drawing, and a comment up to the next `>` elsewhere.
  mutating func checkCharacterData(_ range: Range<Int>) {
    guard open.isInDrawing else { return }
    let mark = scanner.bytes[..<range.upperBound].dropFirst(max(0, range.lowerBound - 7)).prefix(14)
    if Array(mark).asciiLowercase.contains(text: "[cdata[") {
      open.fail(.characterDataInPage, at: range)
    }
  }

  /// An element that nobody but a script knows, and without one is a `<span>`: its name has a hyphen.
  func customElement(_ tag: HTMLTag) -> HTMLVocabulary.Element? {
    guard tag.name == .unknown else { return nil }
    let name = scanner.bytes[tag.spelling]
    guard name.contains(UInt8(ascii: "-")),
      name.allSatisfy({
        $0.asciiLowercased &- UInt8(ascii: "a") < 26 || $0 &- UInt8(ascii: "0") < 10
          || $0 == UInt8(ascii: "-")
      }),
      !Self.reservedNames.contains(where: { scanner.name(tag.spelling).hasPrefix($0) })
    else { return nil }
    return .init(role: .plain, isInline: true)
  }

  /// Names with a hyphen that SVG and MathML know.
  private static let reservedNames = ["font-face", "color-profile", "missing-glyph"]

  /// Which of several pictures is fetched, and which style applies, may depend only on the window
  /// and the colour scheme, because the pictures of a style are fetched when it applies.
  mutating func checkMedia(_ attribute: HTMLAttribute, _ tag: HTMLTag) {
    guard tag.name == .source || tag.name == .link else { return }
    var style = StyleScanner(scanner.value(attribute))
    var pieces: [StyleScanner.Piece] = []
    while let piece = style.next() { pieces.append(piece) }
    if StyleCondition(media: pieces[...]).contains(.device) {
      let sources = scanner.value(.srcset) ?? scanner.value(.href) ?? []
      report.add(.telltaleAddress(quoted(sources)), at: attribute.range, in: tag.range)
    }
  }

  /// A picture that is loaded when it becomes visible tells the host when a reader opens what
  /// contains it.
  mutating func checkWaiting(_ attribute: HTMLAttribute, _ tag: HTMLTag) {
    if open.isInClosed, isWord(scanner.value(attribute), "lazy") {
      report.add(.waitingPicture, at: attribute.range, in: tag.range)
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The offset of a character that turns the direction of letters: U+202D or U+202E.
  var startOfTurn: Int? {
    var start = 0
    while let found = offset(of: 0xE2, from: start) {
      if found + 2 < count, self[found + 1] == 0x80, [0xAD, 0xAE].contains(self[found + 2]) {
        return found
      }
      start = found + 1
    }
    return nil
  }
}

extension NestingProblem {
  fileprivate static var otherDoctype: Self {
    Self(
      "the page does not begin with ‘<!doctype html>’, so browsers read it by the rules of old pages",
      help: "write <!doctype html> first")
  }

  fileprivate static var characterDataInPage: Self {
    Self(
      "‘<![CDATA[’ is text in one place and hides markup in another, so nobody can check what shows",
      help: "write the text directly, with &lt; for <")
  }
}

extension AuditFinding.Violation {
  fileprivate static var controlCharacter: Self {
    Self(
      .pageNesting,
      "a control character here is dropped or read in different ways by browsers",
      help: "remove it; it is often left over from copying")
  }

  static var turnedText: Self {
    Self(
      .pageNesting,
      "here letters are shown in another order than they are written, so that nobody can check what "
        + "a reader sees",
      help:
        "remove ‘<bdo>’ and the characters U+202D and U+202E; for names in another script use ‘<bdi>’"
    )
  }

  fileprivate static var waitingPicture: Self {
    Self(
      AuditRule.readerDependentStyle,
      "this picture is fetched only when a reader opens what contains it, so the host learns of it",
      help: "remove loading=\"lazy\" here")
  }
}
