/// Paths between files of the site, as an author writes them in links.
package enum RelativePath {
  /// The path that `reference` means in the file at `base`; nil if it leads out of the site. Both
  /// use `/`; `base` is a file, not a folder.
  package static func resolve(_ reference: String, from base: String) -> String? {
    var (base, reference) = (base, reference)
    var leavesSite = false
    let path = base.withUTF8 { base in
      reference.withUTF8 { reference in
        String(unsafeUninitializedCapacity: base.count + reference.count + 1) { memory in
          var path = PathBuilder(memory)
          let folder = base.lastIndex { $0 != slash }.flatMap { base[...$0].lastIndex(of: slash) }
          path.append(UnsafeBufferPointer(rebasing: base[..<(folder ?? 0)]))
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

    /// Adds each part of a path unchanged.
    mutating func append(_ path: UnsafeBufferPointer<UInt8>) {
      var rest = path
      while let part = Self.nextPart(of: &rest) { append(part: part) }
    }

    /// Adds the parts of a path, where `..` goes up; false when that leads out of the top.
    mutating func follow(_ path: UnsafeBufferPointer<UInt8>) -> Bool {
      var isInside = true
      var rest = path
      while let part = Self.nextPart(of: &rest) {
        let isDots = part.count <= 2 && part.allSatisfy { $0 == UInt8(ascii: ".") }
        if !isDots {
          append(part: part)
        } else if part.count == 2 {
          if count == 0 { isInside = false }
          removeLast()
        }
      }
      return isInside
    }

    /// Takes the part off with which a path begins; empty ones are passed over.
    private static func nextPart(
      of path: inout UnsafeBufferPointer<UInt8>
    ) -> UnsafeBufferPointer<UInt8>? {
      while !path.isEmpty {
        let end = path.firstIndex(of: slash) ?? path.count
        let part = path[..<end]
        path = UnsafeBufferPointer(rebasing: path[min(end + 1, path.count)...])
        if !part.isEmpty { return UnsafeBufferPointer(rebasing: part) }
      }
      return nil
    }

    private mutating func append(part: UnsafeBufferPointer<UInt8>) {
      if count > 0 {
        memory[count] = slash
        count += 1
      }
      _ = memory[count...].update(fromContentsOf: part)
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
