package import DaylightSyntax

/// The files in the output that Daylight wrote, with a digest of each.
///
/// A file of lines: a header, one line for each file sorted by the bytes of its path, and a digest
/// of everything before it, so that a truncated file is detected.
///
///     daylight-manifest 1 complete
///     0b242d361fda71bc 8712 1789000000000000000 signs/overview/index.html
///     end 44bc2cf5ad770999
package struct Manifest: Sendable, Hashable {
  package struct Entry: Sendable, Hashable {
    package let path: String
    package let digest: ContentDigest
    package let stamp: FileStamp

    /// Whether we know that we wrote the file. While a build runs, the manifest also lists what it
    /// is about to write.
    var isWritten: Bool { stamp.modified != 0 }

    package init(path: String, digest: ContentDigest, stamp: FileStamp) {
      self.path = path
      self.digest = digest
      self.stamp = stamp
    }

    /// By path, then by values that make the order deterministic.
    static func precedes(_ left: Entry, _ right: Entry) -> Bool {
      PathOrder.isSame(left.path, right.path)
        ? (left.digest.value, left.stamp.modified) < (right.digest.value, right.stamp.modified)
        : PathOrder.precedes(left.path, right.path)
    }

    static func planned(_ path: String, digest: ContentDigest) -> Entry {
      Entry(path: path, digest: digest, stamp: FileStamp(size: 0, modified: 0))
    }
  }

  /// Sorted by path. After a killed build, a path may be listed more than once: the file then has
  /// the bytes of one of its entries.
  package private(set) var entries: [Entry]
  /// Whether the build that wrote it finished.
  package let isComplete: Bool

  package init(entries: [Entry] = [], isComplete: Bool = true) {
    self.entries = []
    self.entries.reserveCapacity(entries.count)
    for entry in entries.sorted(by: Entry.precedes) where entry != self.entries.last {
      self.entries.append(entry)
    }
    self.isComplete = isComplete
  }
}

extension Manifest {
  private static let name = "daylight-manifest 1 "

  package var bytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(entries.count * 96 + 64)
    bytes += "\(Self.name)\(isComplete ? "complete" : "unfinished")\n".utf8
    for entry in entries {
      bytes += entry.digest.hexadecimal.utf8
      bytes += " \(entry.stamp.size) \(entry.stamp.modified) ".utf8
      bytes += entry.path.utf8
      bytes.append(UInt8(ascii: "\n"))
    }
    bytes += "end \(ContentDigest(bytes).hexadecimal)\n".utf8
    return bytes
  }

  /// Nil if the bytes are not a complete manifest of this version.
  package init?(bytes: [UInt8]) {
    // “end ”, sixteen digits and a line feed.
    let end = bytes.count - 21
    guard end > 0, bytes[end...].elementsEqual("end \(Self.digest(bytes[..<end]))\n".utf8) else {
      return nil
    }
    var lines = bytes[..<end].split(separator: UInt8(ascii: "\n"))[...]
    guard let header = lines.popFirst() else { return nil }
    if header.elementsEqual("\(Self.name)complete".utf8) {
      isComplete = true
    } else if header.elementsEqual("\(Self.name)unfinished".utf8) {
      isComplete = false
    } else {
      return nil
    }
    entries = []
    entries.reserveCapacity(lines.count)
    for line in lines {
      guard let entry = Entry(line: line) else { return nil }
      entries.append(entry)
    }
  }

  private static func digest(_ bytes: ArraySlice<UInt8>) -> String {
    bytes.withUnsafeBytes { ContentDigest($0) }.hexadecimal
  }
}

extension Manifest.Entry {
  fileprivate init?(line: ArraySlice<UInt8>) {
    let fields = line.split(separator: UInt8(ascii: " "), maxSplits: 3)
    guard fields.count == 4,
      let digest = UInt64(String(decoding: fields[0], as: UTF8.self), radix: 16),
      let size = Int(String(decoding: fields[1], as: UTF8.self)),
      let modified = Int64(String(decoding: fields[2], as: UTF8.self)),
      let path = String(validating: fields[3], as: UTF8.self), OutputPath.fault(in: path) == nil
    else { return nil }
    self.init(
      path: path, digest: ContentDigest(value: digest),
      stamp: FileStamp(size: size, modified: modified))
  }
}
