/// Runs a stage over many inputs at once and keeps their order.
///
/// Work is dealt out in runs of neighbours, several for each core and none of them long, so that
/// neither one long article nor the last run leaves the other cores idle. A width of one runs
/// everything in turn.
package struct StageRunner: Sendable {
  /// Inputs in one run at most: long enough that what is learnt in a run pays.
  private static let longestRun = 128

  /// How many inputs are worked on at the same time.
  package let width: Int

  package init(width: Int) { self.width = max(1, width) }

  package func map<Input: Sendable, Output: Sendable>(
    _ inputs: [Input], _ transform: @escaping @Sendable (Input) -> Output
  ) async -> [Output] {
    await mapRuns(inputs) { $0.map(transform) }
  }

  /// Does two pieces of work that know nothing of each other.
  package func both<First: Sendable, Second: Sendable>(
    _ first: @escaping @Sendable () async -> First,
    and second: @escaping @Sendable () async -> Second
  ) async -> (First, Second) {
    guard width > 1 else { return (await first(), await second()) }
    async let other = second()
    return (await first(), await other)
  }

  /// Hands over whole runs, so that what is learnt from one input can serve the next. The body gives
  /// back one output for each input, in order.
  package func mapRuns<Input: Sendable, Output: Sendable>(
    _ inputs: [Input], _ transform: @escaping @Sendable (ArraySlice<Input>) -> [Output]
  ) async -> [Output] {
    guard width > 1, inputs.count > 1 else { return transform(inputs[...]) }
    let run = min(max(1, inputs.count / (width * 8)), Self.longestRun)
    return await withTaskGroup(of: (Int, [Output]).self) { group in
      for start in stride(from: 0, to: inputs.count, by: run) {
        group.addTask { (start, transform(inputs[start..<min(start + run, inputs.count)])) }
      }
      var runs: [(Int, [Output])] = []
      for await finished in group { runs.append(finished) }
      return runs.sorted { $0.0 < $1.0 }.flatMap(\.1)
    }
  }
}
