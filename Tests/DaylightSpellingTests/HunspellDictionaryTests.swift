import DaylightSyntax
import Foundation
import Testing

@testable import DaylightSpelling

@Suite struct HunspellDictionaryTests {
  /// The two files of a dictionary, in a folder that is removed with it.
  private final class Folder {
    let path = NSTemporaryDirectory() + "dictionaries-" + UUID().uuidString

    init(_ name: String, affixes: String, words: [String], in encoding: String.Encoding) throws {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
      try write(affixes, to: name + ".aff", encoding)
      try write(
        "\(words.count)\n" + words.joined(separator: "\n") + "\n", to: name + ".dic", encoding)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    private func write(_ text: String, to name: String, _ encoding: String.Encoding) throws {
      try text.write(toFile: path + "/" + name, atomically: true, encoding: encoding)
    }
  }

  private func english() throws -> Folder {
    try Folder(
      "en_GB", affixes: "SET UTF-8\nTRY esianrtolcdugmphbyfvkw\nSFX S Y 1\nSFX S 0 s .\n",
      words: ["receive/S", "café", "isn't"], in: .utf8)
  }

  @Test func `words and their forms are known`() throws {
    let folder = try english()
    let dictionary = try #require(
      HunspellDictionaries(folders: [folder.path]).dictionary(for: "en-GB"))
    for word in ["receive", "receives", "Receive", "café", "isn't"] {
      #expect(dictionary.contains(word), "\(word)")
    }
    for word in ["recieve", "cafè", ""] where !word.isEmpty {
      #expect(!dictionary.contains(word), "\(word)")
    }
  }

  @Test func `a misspelt word has suggestions`() throws {
    let folder = try english()
    let dictionary = try #require(
      HunspellDictionaries(folders: [folder.path]).dictionary(for: "en-GB"))
    #expect(dictionary.suggestions(for: "recieve").first == "receive")
  }

  @Test func `a dictionary in another encoding is read`() throws {
    let folder = try Folder(
      "de_DE", affixes: "SET ISO8859-1\nTRY esianrtolcdugmphbyfvkwäöüß\n",
      words: ["Größe", "über"],
      in: .isoLatin1)
    let dictionary = try #require(
      HunspellDictionaries(folders: [folder.path]).dictionary(for: "de"))
    #expect(dictionary.contains("Größe"))
    #expect(!dictionary.contains("Grösse"))
    #expect(!dictionary.contains("心"))
    #expect(dictionary.suggestions(for: "Grösse").contains("Größe"))
  }

  @Test func `there is no dictionary for a language without files`() throws {
    let folder = try english()
    let dictionaries = HunspellDictionaries(folders: ["/nowhere", folder.path])
    #expect(dictionaries.dictionary(for: "fr") == nil)
    #expect(dictionaries.dictionary(for: "../en_GB") == nil)
    #expect(dictionaries.dictionary(for: "") == nil)
  }

  @Test func `the dictionary of the region comes before that of the language`() {
    #expect(HunspellDictionaries.names(for: "en-US") == ["en_US", "en"])
    #expect(HunspellDictionaries.names(for: "zh-Hant-TW") == ["zh_TW", "zh"])
    #expect(HunspellDictionaries.names(for: "pl") == ["pl", "pl_PL"])
    #expect(HunspellDictionaries.names(for: "en") == ["en", "en_GB"])
  }
}
