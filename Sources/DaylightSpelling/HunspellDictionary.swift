import CHunspell
import DaylightSyntax
import Platform
import Synchronization

/// A dictionary of Hunspell, as LibreOffice and Firefox use them.
///
/// Hunspell serves one caller at a time, so calls from several threads wait for each other.
final class HunspellDictionary: SpellingDictionary {
  /// Only touched inside the lock.
  private struct Handle: @unchecked Sendable { let pointer: OpaquePointer }

  private let handle: Mutex<Handle>
  private let encoding: TextEncoding

  /// Nil if the files cannot be read, or if they are in an encoding that the system does not know.
  ///
  /// - Parameter path: of the two files, without `.aff` and `.dic`.
  init?(path: String) {
    guard access(path + ".aff", R_OK) == 0, access(path + ".dic", R_OK) == 0,
      let pointer = Hunspell_create(path + ".aff", path + ".dic")
    else { return nil }
    let name = Hunspell_get_dic_encoding(pointer).map { String(cString: $0) } ?? "UTF-8"
    guard let encoding = TextEncoding(name) else {
      Hunspell_destroy(pointer)
      return nil
    }
    self.encoding = encoding
    handle = Mutex(Handle(pointer: pointer))
  }

  deinit { handle.withLock { Hunspell_destroy($0.pointer) } }

  func contains(_ word: String) -> Bool {
    // A letter that the encoding lacks is in no word of the dictionary.
    guard let bytes = encoding.encoded(word) else { return false }
    return handle.withLock { handle in
      bytes.withUnsafeBufferPointer { Hunspell_spell(handle.pointer, $0.baseAddress) != 0 }
    }
  }

  func suggestions(for word: String) -> [String] {
    guard let bytes = encoding.encoded(word) else { return [] }
    return handle.withLock { handle in
      var list: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
      let count = bytes.withUnsafeBufferPointer {
        Hunspell_suggest(handle.pointer, &list, $0.baseAddress)
      }
      defer { Hunspell_free_list(handle.pointer, &list, count) }
      return (0..<Int(count)).compactMap { number in
        list?[number].flatMap { encoding.decoded($0) }
      }
    }
  }
}
