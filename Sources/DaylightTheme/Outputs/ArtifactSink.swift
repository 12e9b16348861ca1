/// Takes finished files while others are still being made, so that memory need not hold them all.
package protocol ArtifactSink: Sendable {
  /// Takes the bytes of a file, or leaves them where they are. Called from many threads at once, and
  /// once for each path. Nothing is published by it: that is decided when all is made and checked.
  func take(_ bytes: [UInt8], for path: String) -> Artifact.Content
}
