import DaylightSyntax
import Testing

@Suite struct PhrasePatternTests {
  @Test(arguments: [
    ("tell (him|her", 5..<6, "this bracket is not closed"),
    ("tell [him)", 9..<10, "‘)’ closes a bracket that is not open here"),
    ("tell)", 4..<5, "‘)’ closes a bracket that is not open here"),
    ("tell | | show", 7..<8, "there are no words before this place"),
    ("tell ()", 6..<7, "there are no words before this place"),
    ("provok*", 6..<7, "‘*’ has no meaning in a phrase"),
    ("and/or", 3..<4, "‘/’ has no meaning in a phrase"),
    ("tell {Him}", 5..<6, "this is not the name of a list"),
    ("tell {him", 5..<6, "this is not the name of a list"),
  ])
  func `a line that is no phrase says where and why`(
    line: String, range: Range<Int>, message: String
  ) {
    do throws(PhraseProblem) {
      _ = try PhrasePattern(line)
      Issue.record("‘\(line)’ was read")
    } catch {
      #expect(error.message == message)
      #expect(error.range == range)
    }
  }

  @Test func `a star asks for a whole word and a plus`() {
    do throws(PhraseProblem) {
      _ = try PhrasePattern("provok*")
      Issue.record("it was read")
    } catch {
      #expect(error.help == "write ‘provok+’ for all forms of a whole word")
    }
  }

  @Test func `a line names the lists that it uses, but not the one that is built in`() throws {
    let pattern = try PhrasePattern("({you}|tell [{partner}]) {number}")
    #expect(pattern.lists == ["partner", "you"])
  }

  @Test(arguments: ["... tell", "tell ...", "a | tell …"])
  func `a gap at an end is noticed`(line: String) throws {
    #expect(try PhrasePattern(line).hasGapAtEnd)
  }
}
