/// How programs are installed on this computer.
enum PackageSystem: String, Sendable, Hashable {
  case debian, fedora, macOS, other

  /// From the words `ID` and `ID_LIKE` of `/etc/os-release` (os-release(5)).
  init(osRelease: String) {
    var words: [Substring] = []
    for line in osRelease.split(separator: "\n") {
      let parts = line.split(separator: "=", maxSplits: 1)
      guard parts.count == 2, parts[0] == "ID" || parts[0] == "ID_LIKE" else { continue }
      words += parts[1].split { " \"'".contains($0) }
    }
    if words.contains("debian") || words.contains("ubuntu") {
      self = .debian
    } else if words.contains("fedora") || words.contains("rhel") {
      self = .fedora
    } else {
      self = .other
    }
  }

  /// The command that installs a program, whose package has the name of the program.
  func install(_ name: String) -> String {
    switch self {
    case .debian: "sudo apt install \(name)"
    case .fedora: "sudo dnf install \(name)"
    case .macOS: "brew install \(name)"
    case .other: "install ‘\(name)’ as you install other programs"
    }
  }

  /// How to get the dictionary of a language; nil if there is none to install by a command.
  ///
  /// - Parameter tag: a language tag such as `en-GB`.
  func installDictionary(_ tag: String) -> String {
    let parts = tag.split { $0 == "-" || $0 == "_" }.map(String.init)
    let language = parts.first?.lowercased() ?? ""
    let region = parts.dropFirst().first { $0.utf8.count == 2 }
    switch self {
    case .debian:
      let usual = ["en": "gb", "de": "de", "pt": "pt"][language]
      let suffix = usual.map { "-" + (region?.lowercased() ?? $0) } ?? ""
      return "sudo apt install hunspell-\(language)\(suffix)"
    case .fedora:
      let suffix = language == "en" ? "-" + (region?.uppercased() ?? "GB") : ""
      return "sudo dnf install hunspell-\(language)\(suffix)"
    case .macOS:
      return
        "put the files ‘.aff’ and ‘.dic’ of a Hunspell dictionary, such as LibreOffice’s, into "
        + "‘Library/Spelling’ in your own folder"
    case .other:
      return "install the Hunspell dictionary of the language as you install other programs"
    }
  }
}
