import DaylightSyntax
import TestSupport
import Testing

@testable import DaylightPages

@Suite struct ToldPlacesTests {
  private typealias Place = DaylightSyntax.SourceLocation

  private func place(_ line: Int, _ columns: Range<Int>) -> Place {
    Place(
      path: "a", start: .init(line: line, column: columns.lowerBound),
      end: .init(line: line, column: columns.upperBound))
  }

  @Test func `a place is told from its start to before its end`() {
    var told = ToldPlaces()
    told.insert(place(3, 4..<8))
    let columns = (1...10).filter { told.contains(.init(line: 3, column: $0)) }
    #expect(columns == [4, 5, 6, 7])
    #expect(!told.contains(.init(line: 2, column: 5)))
  }

  @Test func `places in any order, also in each other, are told like one after the other`() {
    var random = SeededGenerator(seed: 3)
    for _ in 0..<50 {
      var told = ToldPlaces()
      var all: [Place] = []
      for _ in 0..<Int.random(in: 0...20, using: &random) {
        let start = Int.random(in: 1...30, using: &random)
        all.append(
          place(
            Int.random(in: 1...3, using: &random),
            start..<start + Int.random(in: 0...12, using: &random)))
        told.insert(all[all.count - 1])
      }
      for line in 1...3 {
        for column in 1...45 {
          let position = SourcePosition(line: line, column: column)
          #expect(
            told.contains(position) == all.contains { $0.start <= position && position < $0.end })
        }
      }
    }
  }
}
