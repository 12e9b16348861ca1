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

  @Test func `brackets are open in each other up to a limit`() throws {
    func line(_ depth: Int) -> String {
      String(repeating: "(", count: depth) + "tell" + String(repeating: ")", count: depth)
    }
    #expect(try PhrasePattern(line(16)).alternatives.count == 1)
    do throws(PhraseProblem) {
      _ = try PhrasePattern(line(200_000))
      Issue.record("it was read")
    } catch {
      #expect(error.message == "more than 16 brackets are open here")
      #expect(error.range == 16..<17)
    }
  }

  @Test func `a phrase may be long, but not endless`() throws {
    func line(_ count: Int) -> String { Array(repeating: "a", count: count).joined(separator: " ") }
    #expect(try PhrasePattern(line(100)).alternatives.first?.count == 100)
    do throws(PhraseProblem) {
      _ = try PhrasePattern(line(101))
      Issue.record("it was read")
    } catch {
      #expect(error.message == "a phrase has at most 100 words and brackets, and this has more")
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
