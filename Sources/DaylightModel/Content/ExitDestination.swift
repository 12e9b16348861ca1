package import DaylightSyntax

/// The findings about the destination of the exit: it is not secure, it remembers its visitors, or
/// it is one of the publisher’s own.
func exitDiagnostics(
  for exit: Located<WebAddress>, ofSites sites: [WebAddress]
) -> [Diagnostic] {
  var findings: [Diagnostic] = []
  let path = exit.value.rest.prefix { $0 != "?" && $0 != "#" }.lowercased()
  if !exit.value.isSecure { findings.append(.insecureExit(exit)) }
  if let host = PersonalisedHost.all.first(where: { $0.covers(exit.value.host) }) {
    findings.append(.personalisedExit(exit, host.reason))
  }
  if exit.value.text.utf8.contains(where: { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") }) {
    findings.append(.tellingExit(exit))
  }
  if exit.value.hasPort { findings.append(.oddExit(exit)) }
  if !isPublic(exit.value.host) { findings.append(.privateExit(exit)) }
  if isDownload(exit.value) { findings.append(.downloadingExit(exit)) }
  if let word = loudWord(in: exit.value) { findings.append(.loudExit(exit, word)) }
  if sites.contains(where: { $0.bareHost == exit.value.bareHost }) {
    findings.append(.ownExit(exit))
  } else if let own = sites.first(where: { path.contains($0.bareHost) }) {
    findings.append(.loudExit(exit, own.bareHost))
  }
  return findings
}

/// Whether a host can be reached by this name from anywhere: it is not a number, and not a name of
/// a home network.
private func isPublic(_ host: String) -> Bool {
  let labels = host.split(separator: ".")
  guard labels.count > 1, let last = labels.last else { return false }
  let isPrivate = [
    "local", "localhost", "internal", "lan", "home", "arpa", "corp", "invalid", "test", "onion",
  ].contains(String(last))
  return !isPrivate && !last.utf8.allSatisfy { $0.isASCIIDigit }
}

/// Whether a browser would download a file instead of showing a page.
private func isDownload(_ address: WebAddress) -> Bool {
  let name = address.rest.prefix { $0 != "?" && $0 != "#" }.split(separator: "/").last ?? ""
  guard let dot = name.lastIndex(of: ".") else { return false }
  let ending = name[name.index(after: dot)...].lowercased()
  return downloads.contains(ending)
}

private let downloads: Set<String> = [
  "pdf", "doc", "docx", "odt", "rtf", "epub", "ppt", "pptx", "xls", "xlsx", "csv", "ics", "vcf",
  "zip", "gz", "tar", "7z", "rar", "exe", "msi", "dmg", "pkg", "apk", "iso", "mp3", "mp4", "m4a",
  "mov", "avi", "wav", "webm", "mobileconfig",
]

/// The part of the address that reveals why somebody left to it.
private func loudWord(in address: WebAddress) -> String? {
  let text = (address.host + address.rest).lowercased()
  if let part = loudParts.first(where: { text.contains($0) }) { return part }
  // Hosts are named in English, whatever the site is written in.
  return Language.english.revealingWord(inAddress: text)
}

private let loudParts = [
  "abuse", "violence", "womensaid", "womens-aid", "narciss", "trauma", "victim", "survivor",
  "helpline", "hotline", "coercive", "refuge.org", "stalking",
]

extension Rule {
  package static let unsafeExit = Rule(
    "unsafe-exit", .error, "An exit that leads where a reader could be given away.",
    why: "After a tap on the exit, the next thing on the screen has to be dull, and must not "
      + "remember that somebody came.",
    bad: "exit:\n  url: https://www.facebook.com/",
    good: "exit:\n  url: https://www.bbc.co.uk/weather",
    fix: "Choose a dull public page that begins with `https://`, such as the weather.",
    in: .settings)
}

extension Diagnostic {
  private static let suggestion =
    "choose a dull public page, such as \(SiteConfiguration.defaultExit)"

  fileprivate static func insecureExit(_ exit: Located<WebAddress>) -> Self {
    Diagnostic(
      .unsafeExit, "the exit ‘\(exit.value.text)’ is not encrypted", at: exit.location,
      help: "write https:// instead of http://")
  }

  fileprivate static func personalisedExit(_ exit: Located<WebAddress>, _ reason: String) -> Self {
    Diagnostic(
      .unsafeExit, "‘\(exit.value.host)’ is not a safe destination: \(reason)",
      at: exit.location, help: suggestion)
  }

  fileprivate static func tellingExit(_ exit: Located<WebAddress>) -> Self {
    Diagnostic(
      .unsafeExit,
      "what follows ‘?’ or ‘#’ in ‘\(exit.value.text)’ can say where the reader came from",
      at: exit.location, help: "write the address without it, or \(suggestion)")
  }

  fileprivate static func oddExit(_ exit: Located<WebAddress>) -> Self {
    Diagnostic(
      .unsafeExit, "the exit ‘\(exit.value.text)’ names a port, as no public page does",
      at: exit.location, help: suggestion)
  }

  fileprivate static func privateExit(_ exit: Located<WebAddress>) -> Self {
    Diagnostic(
      .unsafeExit, "‘\(exit.value.host)’ is not a public page that every reader can reach",
      at: exit.location, help: suggestion)
  }

  fileprivate static func downloadingExit(_ exit: Located<WebAddress>) -> Self {
    Diagnostic(
      .unsafeExit, "the exit ‘\(exit.value.text)’ leaves a file on the reader’s device",
      at: exit.location, help: suggestion)
  }

  fileprivate static func loudExit(_ exit: Located<WebAddress>, _ word: String) -> Self {
    Diagnostic(
      .unsafeExit,
      "‘\(word)’ in the exit ‘\(exit.value.text)’ reveals what the reader was looking for",
      at: exit.location, help: suggestion)
  }

  fileprivate static func ownExit(_ exit: Located<WebAddress>) -> Self {
    Diagnostic(
      .unsafeExit, "‘\(exit.value.host)’ is the site’s own, or the practice’s", at: exit.location,
      help: suggestion)
  }
}
