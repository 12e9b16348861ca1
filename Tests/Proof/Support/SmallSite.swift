import DaylightBuild
import DaylightModel
package import DaylightSite
package import DaylightSyntax
import Dispatch
import Platform
import Synchronization

/// The small site of `Tests/Proof/Site`, built: what most of the program needs before it can read
/// anything.
package struct SmallSite: Sendable {
  package static let pipeline = SitePipeline(runner: ParallelRunner(width: 1), remembers: true)

  package let build: SiteBuild

  package static let shared: SmallSite = {
    guard let now = CalendarDate(iso: "2026-06-15") else {
      preconditionFailure("there is this day")
    }
    let folder = #filePath.split(separator: "/").dropLast(2).map { "/" + $0 }.joined() + "/Site"
    let builder = SiteBuilder(site: folder, options: BuildOptions(now: now), pipeline: pipeline)
    let build = blocking { try? await builder.build() }
    guard let build, !build.hasErrors else {
      preconditionFailure("the site in \(folder) has errors, or cannot be read")
    }
    return SmallSite(build: build)
  }()

  /// A page of the site with another body.
  package func file(_ path: String, body: some Sequence<UInt8>) -> SourceFile {
    guard let document = build.document(path) else { preconditionFailure("no page \(path)") }
    return SourceFile(
      path: path, bytes: Array(document.file.bytes[..<document.body.lowerBound]) + body)
  }
}

/// The result of work that may wait, for callers that may not.
package func blocking<Result: Sendable>(
  _ work: @escaping @Sendable () async -> Result
) -> Result {
  let result = Slot<Result>()
  let done = DispatchSemaphore(value: 0)
  Task.detached {
    result.fill(await work())
    done.signal()
  }
  done.wait()
  guard let value = result.value else { preconditionFailure("the work has ended") }
  return value
}

private final class Slot<Value: Sendable>: Sendable {
  private let content = Mutex<Value?>(nil)

  var value: Value? { content.withLock { $0 } }

  func fill(_ value: Value) { content.withLock { $0 = value } }
}
