import Foundation
import TestSupport
import Testing

/// What fuzzing kept, in the ordinary tests: no input that was mended may break anything again, and
/// none that is nearly like one.
///
/// A broken promise ends the process; `scripts/fuzz replay FILE TARGET` says more of a file.
@Suite struct ReplayTests {
  private static let corpus = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Corpus")

  @Test(arguments: FuzzTarget.all)
  func `inputs that fuzzing kept break no promise`(target: FuzzTarget) async throws {
    await run(try kept(of: target), target)
  }

  @Test(arguments: FuzzTarget.all)
  func `damaged copies of them break no promise`(target: FuzzTarget) async throws {
    let kept = try kept(of: target)
    var generator = SeededGenerator(seed: 1)
    let damaged = (0..<target.damagedCopies).map { number in
      var input = kept[number % kept.count]
      for _ in 0...Int.random(in: 0...2, using: &generator) {
        input.damage(with: kept[Int.random(in: kept.indices, using: &generator)], &generator)
      }
      return input
    }
    await run(damaged, target)
  }

  private func kept(of target: FuzzTarget) throws -> [[UInt8]] {
    let folder = Self.corpus.appending(path: target.name)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path()).sorted()
    try #require(!names.isEmpty)
    return try names.map { Array(try Data(contentsOf: folder.appending(path: $0))) }
  }

  /// Targets wait for builds, which a thread of the pool that builds may not.
  private func run(_ inputs: [[UInt8]], _ target: FuzzTarget) async {
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

  /// Fewer where each is a build of a site.
  fileprivate var damagedCopies: Int { name == "site" ? 60 : 600 }
}

extension [UInt8] {
  /// Changes a byte, leaves out a part, repeats one, or takes one from another input.
  fileprivate mutating func damage(with other: [UInt8], _ generator: inout SeededGenerator) {
    let part = part(&generator)
    switch Int.random(in: 0..<4, using: &generator) {
    case 0:
      let byte = UInt8.random(in: .min ... .max, using: &generator)
      replaceSubrange(part.prefix(1), with: [byte])
    case 1: removeSubrange(part)
    case 2: insert(contentsOf: repeatElement(self[part], count: 20).joined(), at: part.lowerBound)
    default: replaceSubrange(part, with: other[other.part(&generator)])
    }
  }

  private func part(_ generator: inout SeededGenerator) -> Range<Int> {
    let start = Int.random(in: 0...count, using: &generator)
    return start..<Swift.min(count, start + Int.random(in: 0...40, using: &generator))
  }
}
