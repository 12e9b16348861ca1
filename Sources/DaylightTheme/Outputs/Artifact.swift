package import DaylightModel
package import DaylightSyntax

/// One file of the finished site.
package struct Artifact: Sendable, Hashable {
  /// Relative to the output folder: `signs/overview/index.html`.
  package let path: String
  package let content: Content

  package enum Content: Sendable, Hashable {
    case bytes([UInt8])
    /// A copy of a source file, by its path from the root of the site. It is never in memory.
    case copy(of: String)
    /// Bytes that an `ArtifactSink` took, by their digest and their number.
    case staged(ContentDigest, size: Int)
  }

  package init(path: String, content: Content) {
    self.path = path
    self.content = content
  }

  package init(path: String, bytes: [UInt8]) { self.init(path: path, content: .bytes(bytes)) }
}

extension Artifact {
  /// The bytes of a file, if they are in memory.
  package var bytes: [UInt8]? {
    guard case .bytes(let bytes) = content else { return nil }
    return bytes
  }
}

extension Artifact {
  /// What is published of a file beside the pages.
  package static func all(of file: AttachedFile) -> [Artifact] {
    guard !file.renditions.isEmpty else {
      return [Artifact(path: file.publishedPath, content: .copy(of: file.path))]
    }
    return file.renditions.map { rendition in
      switch rendition.content {
      case .kept(let path): Artifact(path: rendition.path, content: .copy(of: path))
      case .bytes(let bytes): Artifact(path: rendition.path, bytes: bytes)
      }
    }
  }
}
