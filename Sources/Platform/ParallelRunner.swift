/// Does work on several processors at once, and keeps the order of its results.
///
/// Work is dealt out in runs of neighbours, several for each core and none of them long, so that
/// neither one long article nor the last run leaves the other cores idle. A width of one runs
/// everything in turn.
package struct ParallelRunner: Sendable {
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

  /// Hands over whole runs, so that what is learnt from one input, or an open folder, can serve the
  /// next. The results of all runs are joined in their order. Of several failures the first, by its
  /// place among the inputs, is thrown.
  ///
  /// - Parameter shortest: inputs in one run at least, where each of them is little work.
  package func mapRuns<Input: Sendable, Output: Sendable, Failure: Error>(
    _ inputs: [Input], atLeast shortest: Int = 1,
    _ transform: @escaping @Sendable (ArraySlice<Input>) throws(Failure) -> [Output]
  ) async throws(Failure) -> [Output] {
    let length = min(max(shortest, inputs.count / (width * 8)), Self.longestRun)
    guard width > 1, inputs.count > length else { return try transform(inputs[...]) }

    typealias Run = (start: Int, result: Result<[Output], Failure>)
    let runs = await withTaskGroup(of: Run.self) { group in
      for start in stride(from: 0, to: inputs.count, by: length) {
        let run = inputs[start..<min(start + length, inputs.count)]
        group.addTask {
          do throws(Failure) {
            return (start, .success(try transform(run)))
          } catch {
            return (start, .failure(error))
          }
        }
      }
      return await group.reduce(into: [Run]()) { $0.append($1) }
    }
    var outputs: [Output] = []
    outputs.reserveCapacity(inputs.count)
    for run in runs.sorted(by: { $0.start < $1.start }) { outputs += try run.result.get() }
    return outputs
  }
}
