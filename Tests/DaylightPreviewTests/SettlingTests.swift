import Testing

@testable import DaylightPreview

@Suite struct SettlingTests {
  private let start = ContinuousClock.now

  private func after(_ milliseconds: Int) -> ContinuousClock.Instant {
    start + .milliseconds(milliseconds)
  }

  private func settling() -> Settling {
    Settling(
      quiet: .milliseconds(25), shortQuiet: .milliseconds(4), patience: .milliseconds(500))
  }

  @Test func `changes settle once nothing more has come for the quiet time`() {
    var settling = settling()
    settling.gather(News(changes: ChangeSet(["a"])), at: after(0))
    settling.gather(News(changes: ChangeSet(["b"])), at: after(20))
    #expect(settling.take(at: after(44)) == nil)
    #expect(settling.take(at: after(45)) == ChangeSet(["a", "b"]))
  }

  @Test func `one file that is finished settles after a short quiet time`() {
    var settling = settling()
    settling.gather(News(changes: ChangeSet(["a"]), isFinished: true), at: after(0))
    #expect(settling.take(at: after(3)) == nil)
    #expect(settling.take(at: after(4)) == ChangeSet(["a"]))
  }

  @Test func `a second file, or one that may not be finished, takes the whole quiet time`() {
    for second in [
      News(changes: ChangeSet(["b"]), isFinished: true), News(changes: ChangeSet(["a"])),
      News(changes: .everything, isFinished: true),
    ] {
      var settling = settling()
      settling.gather(News(changes: ChangeSet(["a"]), isFinished: true), at: after(0))
      settling.gather(second, at: after(1))
      #expect(settling.take(at: after(25)) == nil)
      #expect(settling.take(at: after(26)) != nil)
    }
  }

  @Test func `what never gets quiet goes out when patience ends`() {
    var settling = settling()
    var settled: [Int] = []
    for time in stride(from: 0, through: 1_100, by: 10) {
      settling.gather(News(changes: ChangeSet(["\(time)"])), at: after(time))
      if settling.take(at: after(time)) != nil { settled.append(time) }
    }
    #expect(settled == [500, 1_010])
  }

  @Test func `without changes there is nothing to wait for`() {
    var settling = settling()
    settling.gather(News(changes: ChangeSet()), at: after(0))
    #expect(settling.deadline == nil)
    #expect(settling.take(at: after(1_000)) == nil)
  }

  @Test func `changes that were taken are forgotten`() {
    var settling = settling()
    settling.gather(News(changes: .everything), at: after(0))
    #expect(settling.take(at: after(100)) == .everything)
    settling.gather(News(changes: ChangeSet(["a"])), at: after(200))
    #expect(settling.take(at: after(300)) == ChangeSet(["a"]))
  }
}
