extension Array where Element: Sendable {
  /// Maps runs of neighbours on all processors and keeps their order.
  ///
  /// A run is handed over whole, so that the body can keep an open folder or a cache for it.
  /// The first failure, by place in the array, is the one thrown.
  package func concurrentMapRuns<Result: Sendable, Failure: Error>(
    atLeast shortest: Int = 32,
    _ body: @escaping @Sendable (ArraySlice<Element>) throws(Failure) -> [Result]
  ) async throws(Failure) -> [Result] {
    // Enough runs that an unlucky one does not keep the others waiting, few enough to cost nothing.
    let length = Swift.max(shortest, (count + 31) / 32)
    guard count > length else { return try body(self[...]) }

    typealias Run = (start: Int, result: Swift.Result<[Result], Failure>)
    let runs = await withTaskGroup(of: Run.self) { group in
      for start in stride(from: 0, to: count, by: length) {
        let slice = self[start..<Swift.min(start + length, count)]
        group.addTask {
          do throws(Failure) {
            return (start, .success(try body(slice)))
          } catch {
            return (start, .failure(error))
          }
        }
      }
      return await group.reduce(into: [Run]()) { $0.append($1) }
    }
    var results: [Result] = []
    results.reserveCapacity(count)
    for run in runs.sorted(by: { $0.start < $1.start }) {
      results += try run.result.get()
    }
    return results
  }
}
