import Platform
import Testing

@Suite struct ParallelRunnerTests {
  private struct Failure: Error, Equatable { let input: Int }

  @Test(arguments: [.min, 1, 2, 7, .max]) func `results come in the order of the inputs`(width: Int)
    async
  {
    let inputs = Array(0..<1000)
    #expect(await ParallelRunner(width: width).map(inputs) { $0 * 2 } == inputs.map { $0 * 2 })
  }

  @Test func `every input is handed over once, in runs of neighbours`() async {
    let runs = await ParallelRunner(width: 3).mapRuns(Array(0..<500)) { [Array($0)] }
    #expect(runs.count > 3)
    #expect(runs.flatMap(\.self) == Array(0..<500))
  }

  @Test func `no run but the last is shorter than asked for`() async {
    let lengths = await ParallelRunner(width: 4).mapRuns(Array(0..<70), atLeast: 32) { [$0.count] }
    #expect(lengths == [32, 32, 6])
  }

  @Test func `of several failures the first by place is thrown`() async {
    await #expect(throws: Failure(input: 40)) {
      try await ParallelRunner(width: 4).mapRuns(Array(0..<300)) { (run) throws(Failure) -> [Int] in
        for input in run where input >= 40 { throw Failure(input: input) }
        return Array(run)
      }
    }
  }

  @Test func `a width of one hands all inputs over at once`() async {
    #expect(await ParallelRunner(width: 1).mapRuns(Array(0..<500)) { [$0.count] } == [500])
  }
}
