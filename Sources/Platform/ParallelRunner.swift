import Synchronization

/// Runs work on several processors at once and keeps the order of the results.
///
/// Inputs are split into runs of neighbours, several per core and none of them long, so that
/// neither one long article nor the last run leaves the other cores idle. With a width of one,
/// everything runs in sequence.
package struct ParallelRunner: Sendable {
  /// The most inputs in one run: enough that sharing state within a run pays off.
  private static let longestRun = 128

  /// How many inputs are processed at the same time.
  package let width: Int

  /// More than any machine has processors, and few enough to count with.
  private static let greatestWidth = 1024

  package init(width: Int) { self.width = min(max(1, width), Self.greatestWidth) }

  package func map<Input: Sendable, Output: Sendable>(
    _ inputs: [Input], _ transform: @escaping @Sendable (Input) -> Output
  ) async -> [Output] {
    await mapRuns(inputs) { $0.map(transform) }
  }

  /// Runs two independent pieces of work.
  package func both<First: Sendable, Second: Sendable>(
    _ first: @escaping @Sendable () async -> First,
    and second: @escaping @Sendable () async -> Second
  ) async -> (First, Second) {
    guard width > 1 else { return (await first(), await second()) }
    async let other = second()
    return (await first(), await other)
  }

  /// Transforms whole runs, so that state such as an open folder is shared within a run. The
  /// results are joined in order. If several runs fail, the error of the first in order is thrown.
  ///
  /// - Parameter shortest: the fewest inputs in one run, if each of them is little work.
  package func mapRuns<Input: Sendable, Output: Sendable, Failure: Error>(
    _ inputs: [Input], atLeast shortest: Int = 1,
    _ transform: @escaping @Sendable (ArraySlice<Input>) throws(Failure) -> [Output]
  ) async throws(Failure) -> [Output] {
    let length = min(max(shortest, inputs.count / (width * 8)), Self.longestRun)
    guard width > 1, inputs.count > length else { return try transform(inputs[...]) }

    typealias Run = (start: Int, result: Result<[Output], Failure>)
    let starts = RunStarts(upTo: inputs.count, by: length)
    // Not a task group: a child that ended late once found the group’s memory gone (Swift 6.3.1).
    let work = { @Sendable () -> [Run] in
      var runs: [Run] = []
      while let start = starts.next() {
        let run = inputs[start..<min(start + length, inputs.count)]
        do throws(Failure) {
          runs.append((start, .success(try transform(run))))
        } catch {
          runs.append((start, .failure(error)))
        }
      }
      return runs
    }
    let others = (1..<min(width, starts.count)).map { _ in Task { work() } }
    var runs = work()
    for other in others { runs += await other.value }
    var outputs: [Output] = []
    outputs.reserveCapacity(inputs.count)
    for run in runs.sorted(by: { $0.start < $1.start }) { outputs += try run.result.get() }
    return outputs
  }
}

/// Where runs of inputs begin, each handed out once, to whoever is free first.
private final class RunStarts: Sendable {
  let count: Int
  private let length: Int
  private let taken = Atomic(0)

  init(upTo end: Int, by length: Int) {
    count = (end + length - 1) / length
    self.length = length
  }

  /// Nil if none is left.
  func next() -> Int? {
    let number = taken.add(1, ordering: .relaxed).oldValue
    return number < count ? number * length : nil
  }
}
