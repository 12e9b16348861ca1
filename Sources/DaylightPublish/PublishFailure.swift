package import DaylightBuild

/// Why nothing, or not everything, was published.
package struct PublishFailure: Error, Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    /// Something that the author decides or puts right.
    case refused
    /// The network, a server, a disk, or a program that is missing.
    case system
  }

  package let kind: Kind
  package let message: String
  package let help: String

  init(_ kind: Kind, _ message: String, help: String) {
    self.kind = kind
    self.message = message
    self.help = help
  }

  package init(_ failure: BuildFailure) {
    self.init(.system, failure.message, help: failure.help)
  }
}

extension PublishFailure {
  static func missingProgram(_ name: String) -> Self {
    Self(
      .system, "the program ‘\(name)’, which publishes the site, is not installed here",
      help: "install it, as with ‘sudo apt install \(name)’ or ‘brew install \(name)’")
  }

  static let noFormerVersion = Self(
    .refused, "there is no former version to bring back",
    help: "a version is kept each time ‘daylight publish’ replaces one")

  /// - Parameter place: what was connected to, such as `example.org`.
  static func connection(_ fault: ConnectionFault, to place: String) -> Self {
    switch fault {
    case .noHost:
      Self(
        .system, "‘\(place)’ cannot be found: the name is misspelt, or this computer is offline",
        help: "check the name and the connection, then publish again")
    case .noAnswer(let reason):
      Self(
        .system, "‘\(place)’ does not answer: \(reason)",
        help: "check the connection, or ask the host, then publish again")
    case .noPermission:
      Self(
        .system, "‘\(place)’ does not let you in",
        help: "check the name before the @, and that your key or password is the one of that "
          + "account; ‘ssh -v’ and the name say more")
    case .unknownHostKey:
      Self(
        .system, "‘\(place)’ is not known to this computer yet",
        help: "connect once with ‘ssh’ and that name, compare the fingerprint with that of your "
          + "host, and answer yes")
    case .changedHostKey:
      Self(
        .system, "‘\(place)’ shows another key than before: somebody may be in between",
        help: "ask your host whether its key has changed before you do anything else")
    }
  }
}

/// What can go wrong before a server has answered, as ssh, Git and curl report it in English.
enum ConnectionFault: Sendable, Hashable {
  case noHost
  case noAnswer(String)
  case noPermission
  case unknownHostKey
  case changedHostKey

  /// Nil if the messages are about something else.
  init?(messages: String) {
    func says(_ phrases: String...) -> Bool { phrases.contains(where: messages.contains) }
    if says("HOST IDENTIFICATION HAS CHANGED") {
      self = .changedHostKey
    } else if says("Host key verification failed") {
      self = .unknownHostKey
    } else if says(
      "Could not resolve host", "Name or service not known", "Temporary failure in name resolution",
      "nodename nor servname")
    {
      self = .noHost
    } else if says(
      "Permission denied (", "Permission denied, please try again", "Authentication failed",
      "could not read Username", "could not read Password", "Too many authentication failures",
      "terminal prompts disabled", "HTTP Basic: Access denied")
    {
      self = .noPermission
    } else if let reason = [
      "Connection refused", "Connection timed out", "Operation timed out", "No route to host",
      "Network is unreachable", "Connection reset", "Connection closed",
    ].first(where: messages.contains) {
      self = .noAnswer(reason.lowercased())
    } else {
      return nil
    }
  }
}

/// Runs what may fail on the disk.
func onDisk<Value>(
  _ body: () throws(BuildFailure) -> Value
) throws(PublishFailure) -> Value {
  do throws(BuildFailure) {
    return try body()
  } catch {
    throw PublishFailure(error)
  }
}
