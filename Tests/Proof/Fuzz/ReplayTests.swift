import Foundation
import Testing

/// What fuzzing kept, in the ordinary tests: no input that was mended may break anything again.
///
/// A broken promise ends the process; `scripts/fuzz replay FILE TARGET` says more of a file.
@Suite struct ReplayTests {
  private static let corpus = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Corpus")

  @Test(arguments: FuzzTarget.all)
  func `inputs that fuzzing kept break no promise`(target: FuzzTarget) async throws {
    let folder = Self.corpus.appending(path: target.name)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path()).sorted()
    try #require(!names.isEmpty)
    let inputs = try names.map { Array(try Data(contentsOf: folder.appending(path: $0))) }
    // Targets wait for builds, which a thread of the pool that builds may not.
    await withCheckedContinuation { done in
      Thread.detachNewThread {
        inputs.forEach(target.run)
        done.resume()
      }
    }
  }
}

extension FuzzTarget: CustomTestStringConvertible {
  var testDescription: String { name }
}
