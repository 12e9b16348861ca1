import Synchronization
import Testing

@testable import daylight

@Suite struct ProgressLineTests {
  /// A terminal and a clock that the test sets.
  private final class Bench: Sendable {
    private let state = Mutex((seconds: 0.0, written: [String]()))

    var seconds: Double { state.withLock(\.seconds) }
    func wait(_ seconds: Double) { state.withLock { $0.seconds += seconds } }

    /// What has been written since the last time.
    func written() -> [String] {
      state.withLock { state in
        defer { state.written = [] }
        return state.written
      }
    }

    func line(isOn: Bool = true, width: Int = 80) -> ProgressLine {
      ProgressLine(
        isOn: isOn, seconds: { self.seconds }, width: { width },
        write: { text in self.state.withLock { $0.written.append(text) } })
    }
  }

  private let bench = Bench()
  private let erase = "\r\u{1B}[K"

  @Test func `a short run draws nothing`() {
    let line = bench.line()
    line.show("Reading …")
    bench.wait(0.4)
    line.show("Writing …")
    line.clear()
    #expect(bench.written() == [])
  }

  @Test func `a run that takes long draws what was said last, without anything new being said`() {
    let line = bench.line()
    line.show("Reading …")
    bench.wait(0.3)
    line.update()
    #expect(bench.written() == [])
    bench.wait(0.3)
    line.update()
    #expect(bench.written() == [erase + "Reading …"])
    line.update()
    #expect(bench.written() == [])
  }

  @Test func `a new line takes the place of the old one, but not more often than can be read`() {
    let line = bench.line()
    line.show("1 of 3")
    bench.wait(0.6)
    line.show("2 of 3")
    line.show("3 of 3")
    #expect(bench.written() == [erase + "2 of 3"])
    bench.wait(0.2)
    line.update()
    #expect(bench.written() == [erase + "3 of 3"])
  }

  @Test func `the line is gone in the end`() {
    let line = bench.line()
    line.show("Reading …")
    bench.wait(1)
    line.update()
    _ = bench.written()
    line.clear()
    #expect(bench.written() == [erase])
    #expect(!line.isBusy)
    bench.wait(1)
    line.update()
    line.clear()
    #expect(bench.written() == [])
  }

  @Test func `a line is never longer than the terminal is wide`() {
    let line = bench.line(width: 10)
    line.show("0123456789 and more")
    bench.wait(1)
    line.update()
    #expect(bench.written() == [erase + "01234567…"])
  }

  @Test func `where there is no terminal nothing is drawn`() {
    let line = bench.line(isOn: false)
    line.show("Reading …")
    bench.wait(1)
    line.update()
    line.clear()
    #expect(bench.written() == [] && !line.isBusy)
  }
}
