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

  private func finished(_ path: String) -> News {
    var news = News(ChangeSet([path]))
    news.unfinished = []
    return news
  }

  private func settled(_ paths: Set<String> = []) -> Notice {
    Notice(changes: ChangeSet(paths), isSettled: true)
  }

  @Test func `changes settle once nothing more has come for the quiet time`() {
    var settling = settling()
    settling.gather(News(ChangeSet(["a"])), at: after(0))
    settling.gather(News(ChangeSet(["b"])), at: after(20))
    #expect(settling.take(at: after(44)) == nil)
    #expect(settling.take(at: after(45)) == settled(["a", "b"]))
  }

  @Test func `one file that is finished is built at once and settles after a short time`() {
    var settling = settling()
    settling.gather(finished("a"), at: after(0))
    #expect(settling.take(at: after(0)) == Notice(changes: ChangeSet(["a"]), isSettled: false))
    #expect(settling.take(at: after(3)) == nil)
    #expect(settling.take(at: after(4)) == settled())
    #expect(settling.deadline == nil)
  }

  @Test func `a file that is saved again before it has settled is told of again, once`() {
    var settling = settling()
    settling.gather(finished("a"), at: after(0))
    #expect(settling.take(at: after(0))?.isSettled == false)
    settling.gather(finished("a"), at: after(2))
    #expect(settling.take(at: after(5)) == nil)
    #expect(settling.take(at: after(6)) == settled(["a"]))
  }

  @Test func `a file that is taken away and put back is finished when it is whole`() {
    var settling = settling()
    settling.gather(News(ChangeSet(["a"])), at: after(0))
    #expect(settling.take(at: after(1)) == nil)
    settling.gather(finished("a"), at: after(2))
    #expect(settling.take(at: after(2)) == Notice(changes: ChangeSet(["a"]), isSettled: false))
    #expect(settling.take(at: after(6)) == settled())
  }

  @Test func `a second file, or one that may not be finished, takes the whole quiet time`() {
    for second in [finished("b"), News(ChangeSet(["a"])), News(.everything)] {
      var settling = settling()
      settling.gather(finished("a"), at: after(0))
      #expect(settling.take(at: after(0))?.isSettled == false)
      settling.gather(second, at: after(1))
      #expect(settling.take(at: after(25)) == nil)
      #expect(settling.take(at: after(26)) == Notice(changes: second.changes, isSettled: true))
    }
  }

  @Test func `a burst is never begun in its midst`() {
    var settling = settling()
    for time in 0..<20 {
      settling.gather(finished("\(time)"), at: after(time))
      #expect((settling.take(at: after(time)) == nil) == (time > 0))
    }
    #expect(settling.take(at: after(44))?.changes.paths.count == 19)
  }

  @Test func `what never gets quiet goes out when patience ends`() {
    var settling = settling()
    var settled: [Int] = []
    for time in stride(from: 0, through: 1_100, by: 10) {
      settling.gather(News(ChangeSet(["\(time)"])), at: after(time))
      if settling.take(at: after(time)) != nil { settled.append(time) }
    }
    #expect(settled == [500, 1_010])
  }

  @Test func `without changes there is nothing to wait for`() {
    var settling = settling()
    settling.gather(News(), at: after(0))
    #expect(settling.deadline == nil)
    #expect(settling.take(at: after(1_000)) == nil)
  }

  @Test func `changes that were taken are forgotten`() {
    var settling = settling()
    settling.gather(News(.everything), at: after(0))
    #expect(settling.take(at: after(100))?.changes == .everything)
    settling.gather(News(ChangeSet(["a"])), at: after(200))
    #expect(settling.take(at: after(300)) == settled(["a"]))
  }
}
