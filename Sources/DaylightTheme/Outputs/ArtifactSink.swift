package import DaylightSyntax

/// Stores finished files while others are still being made, so that not all of them are in memory.
package protocol ArtifactSink: Sendable {
  /// Stores the bytes of a file, or returns them. Called from many threads at once, and once for
  /// each path. It publishes nothing: that is decided once everything is made and checked.
  func store(_ bytes: [UInt8], for path: String) -> Artifact.Content

  /// Where the texts of pages wait until all of them are known.
  var scratch: any ByteStore { get }
}
