import DaylightSyntax
import Testing

@Suite struct NearestMatchTests {
  @Test func `a name with a letter missing, added, changed or exchanged is near`() {
    let keys = ["title", "summary", "reviewer", "reviewed"]
    #expect(nearestMatch(to: "titel", in: keys) == "title")
    #expect(nearestMatch(to: "sumary", in: keys) == "summary")
    #expect(nearestMatch(to: "summmary", in: keys) == "summary")
    #expect(nearestMatch(to: "reviewen", in: keys) == "reviewed")
  }

  @Test func `a name that is only in another case is nearest`() {
    #expect(nearestMatch(to: "shorttitle", in: ["shortTitle", "shorttitles"]) == "shortTitle")
    #expect(nearestMatch(to: "ID", in: ["id", "is"]) == "id")
  }

  @Test func `the case that fits best wins among equals`() {
    #expect(nearestMatch(to: "Titl", in: ["title", "Title", "TITLE"]) == "Title")
  }

  @Test func `more than one edit in three letters is not near`() {
    #expect(nearestMatch(to: "colour", in: ["title", "order"]) == nil)
    #expect(nearestMatch(to: "ab", in: ["ac"]) == nil)
    #expect(nearestMatch(to: "", in: ["a"]) == nil)
  }

  @Test func `equally near candidates are chosen by spelling and not by order`() {
    #expect(nearestMatch(to: "cat", in: ["car", "bat"]) == "bat")
    #expect(nearestMatch(to: "cat", in: ["bat", "car"]) == "bat")
  }

  @Test func `letters outside ASCII are compared as letters`() {
    #expect(nearestMatch(to: "trauma-bönd", in: ["trauma-bond"]) == "trauma-bond")
  }

  @Test func `a very long name has no near match`() {
    let long = String(repeating: "a", count: 100_000)
    #expect(nearestMatch(to: long, in: [long]) == nil)
  }
}
