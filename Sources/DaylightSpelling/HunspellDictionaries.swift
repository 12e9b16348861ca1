package import DaylightSyntax
import Platform

/// The dictionaries that are installed on this computer, where Hunspell, LibreOffice and Firefox look
/// for them.
package struct HunspellDictionaries: SpellingDictionaries {
  private let folders: [String]

  package init(folders: [String] = Self.systemFolders) { self.folders = folders }

  /// The user’s own folders come first. `DICPATH` is Hunspell’s variable for more (hunspell(1)).
  package static var systemFolders: [String] {
    let named = getenv("DICPATH").map { String(cString: $0).split(separator: ":") } ?? []
    let home = getenv("HOME").map { String(cString: $0) } ?? ""
    return named.map(String.init) + [
      "/usr/share/hunspell", "/usr/share/myspell/dicts", "/usr/share/myspell",
      "/usr/local/share/hunspell", "/opt/homebrew/share/hunspell", home + "/Library/Spelling",
      "/Library/Spelling",
    ]
  }

  package func dictionary(for language: String) -> (any SpellingDictionary)? {
    for name in Self.names(for: language) {
      for folder in folders {
        if let found = HunspellDictionary(path: folder + "/" + name) { return found }
      }
    }
    return nil
  }

  /// The names that the files for a language may have, the best first: `en_GB`, `en`. A language
  /// without a region has that of its most common dictionary.
  static func names(for language: String) -> [String] {
    let parts = language.split { $0 == "-" || $0 == "_" }.map(String.init)
    guard let subtag = parts.first?.lowercased(), !subtag.isEmpty,
      subtag.utf8.allSatisfy(\.isASCIILetter)
    else { return [] }
    // A script, as in zh-Hant-TW, has four letters.
    let region = parts.dropFirst().first {
      $0.utf8.count == 2 && $0.utf8.allSatisfy(\.isASCIILetter)
    }
    if let region { return ["\(subtag)_\(region.uppercased())", subtag] }
    return [subtag, "\(subtag)_\(usualRegions[subtag] ?? subtag.uppercased())"]
  }

  private static let usualRegions = ["en": "GB", "sv": "SE", "da": "DK", "cs": "CZ", "uk": "UA"]
}
