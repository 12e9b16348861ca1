import Testing

@testable import DaylightPreview

@Suite struct ChangeDebouncerTests {
  private let start = ContinuousClock.now

  private func after(_ milliseconds: Int) -> ContinuousClock.Instant {
    start + .milliseconds(milliseconds)
  }

  private func debouncer() -> ChangeDebouncer {
    ChangeDebouncer(
      quietPeriod: .milliseconds(25), shortQuietPeriod: .milliseconds(4),
      maximumDelay: .milliseconds(500))
  }

  private func finished(_ path: String) -> ObservedChanges {
    var observed = ObservedChanges(ChangeSet([path]))
    observed.unfinished = []
    return observed
  }

  private func settled(_ paths: Set<String> = []) -> ChangeNotice {
    ChangeNotice(changes: ChangeSet(paths), isSettled: true)
  }

  private func unsettled(_ path: String) -> ChangeNotice {
    ChangeNotice(changes: ChangeSet([path]), isSettled: false)
  }

  @Test func `changes settle when no more arrive for the quiet period`() {
    var debouncer = debouncer()
    debouncer.gather(ObservedChanges(ChangeSet(["a"])), at: after(0))
    debouncer.gather(ObservedChanges(ChangeSet(["b"])), at: after(20))
    #expect(debouncer.take(at: after(44)) == nil)
    #expect(debouncer.take(at: after(45)) == settled(["a", "b"]))
  }

  @Test func `a single finished file is built at once and settles after the short period`() {
    var debouncer = debouncer()
    debouncer.gather(finished("a"), at: after(0))
    #expect(debouncer.take(at: after(0)) == unsettled("a"))
    #expect(debouncer.take(at: after(3)) == nil)
    #expect(debouncer.take(at: after(4)) == settled())
    #expect(debouncer.deadline == nil)
  }

  @Test func `a file saved again before it has settled is reported once more`() {
    var debouncer = debouncer()
    debouncer.gather(finished("a"), at: after(0))
    #expect(debouncer.take(at: after(0))?.isSettled == false)
    debouncer.gather(finished("a"), at: after(2))
    #expect(debouncer.take(at: after(5)) == nil)
    #expect(debouncer.take(at: after(6)) == settled(["a"]))
  }

  @Test func `a file that is removed and restored is finished once it is complete`() {
    var debouncer = debouncer()
    debouncer.gather(ObservedChanges(ChangeSet(["a"])), at: after(0))
    #expect(debouncer.take(at: after(1)) == nil)
    debouncer.gather(finished("a"), at: after(2))
    #expect(debouncer.take(at: after(2)) == unsettled("a"))
    #expect(debouncer.take(at: after(6)) == settled())
  }

  @Test func `a second file, or one that may be unfinished, needs the full quiet period`() {
    for second in [finished("b"), ObservedChanges(ChangeSet(["a"])), ObservedChanges(.everything)] {
      var debouncer = debouncer()
      debouncer.gather(finished("a"), at: after(0))
      #expect(debouncer.take(at: after(0))?.isSettled == false)
      debouncer.gather(second, at: after(1))
      #expect(debouncer.take(at: after(25)) == nil)
      let notice = debouncer.take(at: after(26))
      #expect(notice == ChangeNotice(changes: second.changes, isSettled: true))
    }
  }

  @Test func `no build starts in the middle of a burst`() {
    var debouncer = debouncer()
    for time in 0..<20 {
      debouncer.gather(finished("\(time)"), at: after(time))
      #expect((debouncer.take(at: after(time)) == nil) == (time > 0))
    }
    #expect(debouncer.take(at: after(44))?.changes.paths.count == 19)
  }

  @Test func `changes that never get quiet are passed on after the maximum delay`() {
    var debouncer = debouncer()
    var settled: [Int] = []
    for time in stride(from: 0, through: 1_100, by: 10) {
      debouncer.gather(ObservedChanges(ChangeSet(["\(time)"])), at: after(time))
      if debouncer.take(at: after(time)) != nil { settled.append(time) }
    }
    #expect(settled == [500, 1_010])
  }

  @Test func `without changes there is no deadline`() {
    var debouncer = debouncer()
    debouncer.gather(ObservedChanges(), at: after(0))
    #expect(debouncer.deadline == nil)
    #expect(debouncer.take(at: after(1_000)) == nil)
  }

  @Test func `changes that were taken are not reported again`() {
    var debouncer = debouncer()
    debouncer.gather(ObservedChanges(.everything), at: after(0))
    #expect(debouncer.take(at: after(100))?.changes == .everything)
    debouncer.gather(ObservedChanges(ChangeSet(["a"])), at: after(200))
    #expect(debouncer.take(at: after(300)) == settled(["a"]))
  }
}
