/// Why rsync did not do its work, by its exit code and its messages.
struct RsyncFault: Sendable, Hashable {
  let code: Int32
  let messages: String

  /// - Parameter place: the server, or the path of the folder.
  func failure(at place: String) -> PublishFailure {
    if code == -1 || code == 20 { return Self.interrupted }
    if says("Permission denied (13)", "Operation not permitted (1)") {
      return PublishFailure(
        .system, "you may not write to the folder at ‘\(place)’\(detail)",
        help: "ask the host to let your account change that folder")
    }
    if let fault = ConnectionFault(messages: messages) { return .connection(fault, to: place) }
    if code == 127 || messages.contains("command not found")
      || messages.contains("rsync: not found")
    {
      return PublishFailure(
        .system, "the program ‘rsync’ is not installed on ‘\(place)’",
        help: "install it there too, or ask the host whether they have it")
    }
    if says("No space left on device", "Disk quota exceeded") {
      return PublishFailure(
        .system, "there is no space left at ‘\(place)’",
        help: "make room there, then publish again: it goes on where it stopped")
    }
    if says("mkdir", "No such file or directory (2)"), code == 11 || code == 3 {
      return PublishFailure(
        .refused, "the folder above the one to publish to does not exist at ‘\(place)’\(detail)",
        help: "check how ‘to’ is written, or make that folder")
    }
    return PublishFailure(
      .system, "rsync stopped with code \(code) at ‘\(place)’\(detail)",
      help: "publish again: it goes on where it stopped; ‘man rsync’ explains the code")
  }

  static let interrupted = PublishFailure(
    .system, "publishing was interrupted",
    help: "publish again to finish it, or bring the former version back with "
      + "‘daylight publish --undo’")

  private func says(_ phrases: String...) -> Bool { phrases.contains(where: messages.contains) }

  /// The first message, which mostly is the cause; those after it follow from it.
  private var detail: String {
    let lines = messages.split(separator: "\n").filter { !$0.hasPrefix("rsync error") }
    return lines.first.map { ": \($0)" } ?? ""
  }
}
