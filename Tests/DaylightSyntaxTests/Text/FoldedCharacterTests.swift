import Testing

@testable import DaylightSyntax

@Suite struct FoldedCharacterTests {
  @Test func `the fast test for marks agrees with Unicode's categories`() {
    let wrong = (0...UInt32(0x2FFFF)).compactMap(Unicode.Scalar.init).filter { scalar in
      let category = scalar.properties.generalCategory
      let isMark = [.nonspacingMark, .spacingMark, .enclosingMark].contains(category)
      return isMark != scalar.isMark
    }
    #expect(wrong == [])
  }

  @Test func `no mark or invisible character has a lower lead byte than the first`() {
    let first = (0...UInt32(0x2FFFF)).lazy.compactMap(Unicode.Scalar.init).first {
      $0.isMark || $0.isIgnorable
    }
    #expect(first.map { Array(String($0).utf8)[0] } == FoldedCharacter.firstLeadByteOfMarks)
  }

  @Test func `what is ignored is what Unicode ignores, and the vowel signs of two scripts`() {
    let hangulFillers: Set<UInt32> = [0x115F, 0x1160, 0x3164, 0xFFA0]
    let wrong = (0...UInt32(0xE0FFF)).compactMap(Unicode.Scalar.init).filter { scalar in
      scalar.properties.isDefaultIgnorableCodePoint && !hangulFillers.contains(scalar.value)
        && !scalar.isIgnorable
        || scalar.isIgnorable && !scalar.properties.isDefaultIgnorableCodePoint
          && !(scalar.isMark && (0x591...0x8FF).contains(scalar.value))
    }
    // The Arabic tatweel and the Hebrew varika.
    #expect(wrong == ["\u{640}", "\u{FB1E}"])
  }

  @Test func `a character is a letter with its marks`() {
    let text = Array("e\u{301}\u{323}a’".utf8)
    let first = FoldedCharacter(in: text.span, at: 0)
    #expect(first.kind == .word)
    #expect(first.length == 5)
    #expect(first.ascii == nil)
    let last = FoldedCharacter(in: text.span, at: 6)
    #expect(last.kind == .joiner)
    #expect(last.ascii == UInt8(ascii: "'"))
  }

  @Test func `text is compared with its white space as single spaces`() {
    let text = Array(" \u{A0}ONE\n\ttwo‐Three ".utf8)
    #expect(FoldedCharacter.text(text.span) == "one two-three")
    #expect(FoldedCharacter.text(text.span, folding: .none) == "ONE two-Three")
  }
}
