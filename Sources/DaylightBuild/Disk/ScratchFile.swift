import DaylightSyntax
import Platform
import Synchronization

/// A file for what a build would otherwise hold in memory from one stage to another.
///
/// If it cannot be written, the bytes stay in memory.
final class ScratchFile: ByteStore {
  private let file: OpenFile
  private let memory: Int
  private let count = Atomic(0)
  /// The code of the first error in reading; zero if there was none.
  private let code = Atomic<CInt>(0)

  /// - Parameters:
  ///   - file: open for reading and writing, and empty.
  ///   - memory: how many bytes stay in memory before the file is written to.
  init(_ file: consuming OpenFile, keepingInMemory memory: Int) {
    self.file = file
    self.memory = memory
  }

  /// Why something that was added could not be read again; nil if everything could.
  var failure: FileError? {
    let code = code.load(ordering: .acquiring)
    return code == 0 ? nil : FileError(.read, file.path, code: code)
  }

  func add(_ bytes: [UInt8]) -> Range<Int>? {
    let start = count.add(bytes.count, ordering: .relaxed).oldValue - memory
    guard start >= 0, (try? file.write(bytes, at: start)) != nil else { return nil }
    return start..<start + bytes.count
  }

  func bytes(in range: Range<Int>) -> [UInt8] {
    do throws(FileError) {
      return try file.read(range)
    } catch {
      _ = code.compareExchange(expected: 0, desired: error.code, ordering: .acquiringAndReleasing)
      return Array(repeating: UInt8(ascii: " "), count: range.count)
    }
  }
}
