import TestSupport
import Testing

@testable import DaylightModel

@Suite struct PersistentArrayTests {
  @Test(arguments: [0, 1, 31, 32, 33, 100])
  func `it holds what it was given, in order`(count: Int) {
    let numbers = Array(0..<count)
    #expect(Array(PersistentArray<Int, Int>(numbers)) == numbers)
    #expect(PersistentArray<Int, Int>(numbers).count == count)
  }

  @Test func `a replaced element leaves copies as they were`() {
    let before = PersistentArray<Int, Int>(Array(0..<100))
    var after = before
    after[40] = -1
    #expect(Array(before) == Array(0..<100))
    #expect(after[40] == -1 && after[39] == 39 && after[41] == 41)
  }

  @Test func `the places that differ are found, whatever is shared`() {
    let before = PersistentArray<Int, Int>(Array(0..<100))
    var after = before
    for place in [99, 3, 64] { after[place] = -1 }
    after[5] = 5
    #expect(after.changes(since: before, where: !=) == [3, 64, 99])
    #expect(before.changes(since: before, where: !=) == [])
    #expect(before.changes(since: PersistentArray(Array(1...100)), where: !=).count == 100)
  }

  @Test func `runs that are shared are not looked into`() {
    let before = PersistentArray<Int, Int>(Array(0..<100))
    var after = before
    after[50] = -1
    var looks = 0
    _ = after.changes(since: before) { _, _ in
      looks += 1
      return false
    }
    #expect(looks < 100)
  }
}
