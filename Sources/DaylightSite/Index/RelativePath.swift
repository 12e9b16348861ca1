import DaylightSyntax

/// Paths between files of the site, as an author writes them in links.
package enum RelativePath {
  /// The path that `reference` names when it stands in the file at `base`, or nothing when it climbs
  /// out of the site. Both use `/`; `base` is a file, not a folder.
  package static func resolve(_ reference: String, from base: String) -> String? {
    var leavesSite = false
    let path = base.withUTF8Span { base in
      reference.withUTF8Span { reference in
        String(unsafeUninitializedCapacity: base.count + reference.count + 1) { memory in
          var path = PathBuilder(memory)
          let folder = base.withUnsafeBufferPointer { base in
            base.lastIndex { $0 != slash }.flatMap { base[...$0].lastIndex(of: slash) } ?? 0
          }
          path.append(base.extracting(..<folder))
          leavesSite = !path.follow(reference)
          return path.count
        }
      }
    }
    return leavesSite ? nil : path
  }

  private static let slash = UInt8(ascii: "/")

  /// A path that is being written.
  private struct PathBuilder {
    private let memory: UnsafeMutableBufferPointer<UInt8>
    private(set) var count = 0

    init(_ memory: UnsafeMutableBufferPointer<UInt8>) { self.memory = memory }

    /// Adds each part of a path as it is.
    mutating func append(_ path: Span<UInt8>) {
      Self.forEachPart(of: path) { append(part: $0) }
    }

    /// Adds the parts of a path, where `..` goes up; false when that leads out of the top.
    mutating func follow(_ path: Span<UInt8>) -> Bool {
      var isInside = true
      Self.forEachPart(of: path) { part in
        let isDots = part.count <= 2 && part.indices.allSatisfy { part[$0] == UInt8(ascii: ".") }
        if !isDots {
          append(part: part)
        } else if part.count == 2 {
          if count == 0 { isInside = false }
          removeLast()
        }
      }
      return isInside
    }

    private static func forEachPart(of path: Span<UInt8>, _ body: (Span<UInt8>) -> Void) {
      var start = 0
      for offset in 0...path.count where offset == path.count || path[offset] == slash {
        if offset > start { body(path.extracting(start..<offset)) }
        start = offset + 1
      }
    }

    private mutating func append(part: Span<UInt8>) {
      if count > 0 {
        memory[count] = slash
        count += 1
      }
      for offset in part.indices { memory[count + offset] = part[offset] }
      count += part.count
    }

    private mutating func removeLast() {
      while count > 0 {
        count -= 1
        if memory[count] == slash { return }
      }
    }
  }

  /// How a link in the file at `base` says the path of `target`.
  package static func reference(to target: String, from base: String) -> String {
    let from = base.split(separator: "/").dropLast()
    let to = target.split(separator: "/")
    var shared = 0
    while shared < from.count, shared < to.count - 1, from[shared] == to[shared] { shared += 1 }
    let up = Array(repeating: "..", count: from.count - shared)
    return (up + to[shared...].map(String.init)).joined(separator: "/")
  }
}
