/// A folder that rsync can reach: on this computer, or on a server by ssh.
package struct FolderAddress: Sendable, Hashable {
  /// `you@example.org`; nil on this computer.
  package let host: String?
  /// On this computer from the folder of the site on, unless it begins with `/`; on a server from
  /// the home folder on. Never with a slash at its end, except the root itself.
  package let path: String

  /// As people write it.
  package var text: String { host.map { "\($0):\(path)" } ?? path }

  /// - Parameter text: `you@example.org:/var/www/resources` or a path. As with rsync, a colon before
  ///   the first slash ends the name of a server.
  package init(_ text: String) throws(AddressFault) {
    guard !text.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) else {
      throw AddressFault(
        message: "the place to publish to contains a control character",
        help: "type it again, on one line")
    }
    let colon = text.firstIndex { $0 == ":" || $0 == "/" }.flatMap { text[$0] == ":" ? $0 : nil }
    guard let colon else {
      if text.hasPrefix("~") || text.contains("@") && !text.contains("/") {
        throw AddressFault(
          message: "‘\(text)’ has no folder that can be published to",
          help: text.contains("@")
            ? "write the folder after a colon, as in \(text):/var/www/resources"
            : "write the whole path, as in /home/you\(text.dropFirst())")
      }
      try Self.refuseHyphen(text, in: text)
      (host, path) = (nil, Self.trimmed(text))
      return
    }
    let host = String(text[..<colon])
    let path = String(text[text.index(after: colon)...])
    try Self.refuseHyphen(host, in: text)
    if path.hasPrefix(":") || path.hasPrefix("//") {
      throw AddressFault(
        message: "‘\(text)’ is not an address for rsync by ssh",
        help: "write server, colon and folder, as in you@example.org:/var/www/resources")
    }
    if host.count == 1 {
      throw AddressFault(
        message: "‘\(text)’ would be a server called ‘\(host)’",
        help: "write a path with slashes for a folder on this computer, as in /home/you/site")
    }
    guard !host.isEmpty, host.utf8.allSatisfy(Self.isPartOfHost) else {
      throw AddressFault(
        message: "‘\(host)’ is not the name of a server",
        help: "write it as for ssh: you@example.org, and put a port into ~/.ssh/config")
    }
    let home = path == "~" ? "" : path.hasPrefix("~/") ? String(path.dropFirst(2)) : path
    guard !home.isEmpty else {
      throw AddressFault(
        message: "‘\(text)’ would be the home folder on the server",
        help: "write the folder that the web server shows, as in \(host):public_html")
    }
    if let sign = home.unicodeScalars.first(where: { !Self.isPartOfRemotePath($0) }) {
      throw AddressFault(
        message: "the folder on the server contains ‘\(sign)’, which its shell would act on",
        help: "use a folder with letters, digits, spaces and . _ - + @ , in its path")
    }
    try Self.refuseHyphen(home, in: text)
    (self.host, self.path) = (host, Self.trimmed(home))
  }

  private static func refuseHyphen(_ part: String, in text: String) throws(AddressFault) {
    guard part.hasPrefix("-") else { return }
    throw AddressFault(
      message: "‘\(text)’ would be read as an option, because a part of it begins with ‘-’",
      help: "write ./ before a folder whose name begins with a hyphen")
  }

  private static func trimmed(_ path: String) -> String {
    var path = path
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    return path
  }

  /// Letters and digits of any script are left alone by every shell.
  private static func isPartOfRemotePath(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value > 0x7F || scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
      || "/._-+@, ".unicodeScalars.contains(scalar)
  }

  private static func isPartOfHost(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"),
      UInt8(ascii: "_"), UInt8(ascii: "@"):
      true
    default: false
    }
  }
}
