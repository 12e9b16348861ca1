import Platform

/// The program Git, run in the repository of the site.
struct GitProgram {
  /// The folder with `content`.
  let site: String
  /// Whether somebody is there to type a password.
  let canAsk: Bool

  /// What Git printed; nil if it ended with another code than 0, which is a kind of answer.
  func answer(
    _ arguments: [String], input: [UInt8] = [], environment: [String: String] = [:]
  ) throws(PublishFailure) -> [UInt8]? {
    let ended = try end(arguments, input: input, environment: environment)
    return ended.code == 0 ? ended.output : nil
  }

  /// The same as one line of text.
  func line(_ arguments: [String]) throws(PublishFailure) -> String? {
    try answer(arguments).map { String(decoding: $0, as: UTF8.self).filter { $0 != "\n" } }
  }

  /// What Git printed; any failure is one of the disk or of the repository.
  func output(
    _ arguments: [String], input: [UInt8] = [], environment: [String: String] = [:]
  ) throws(PublishFailure) -> [UInt8] {
    let ended = try end(arguments, input: input, environment: environment)
    guard ended.code == 0 else { throw .git(ended) }
    return ended.output
  }

  func end(
    _ arguments: [String], input: [UInt8] = [], environment: [String: String] = [:]
  ) throws(PublishFailure) -> ChildProcess.Ended {
    var environment = environment
    environment["LC_ALL"] = "C"
    if !canAsk { environment["GIT_TERMINAL_PROMPT"] = "0" }
    let ended = ChildProcess.run(
      ["git", "-C", site] + arguments, input: input, environment: environment, keepsErrors: true)
    guard let ended else { throw .missingProgram("git") }
    return ended
  }
}

extension PublishFailure {
  /// - Parameter ended: a run of Git that failed.
  static func git(_ ended: ChildProcess.Ended) -> Self {
    let messages = String(decoding: ended.errors, as: UTF8.self)
    if ended.code == -1 { return RsyncFault.interrupted }
    if messages.contains("tell me who you are") || messages.contains("empty ident name") {
      return Self(
        .refused, "Git does not know under which name to record what is published",
        help: "run: git config user.name \"Your Name\" and git config user.email you@example.org; "
          + "on a public host everyone can read both")
    }
    let lines = messages.split(separator: "\n")
    let first = lines.first { $0.hasPrefix("fatal:") || $0.hasPrefix("error:") } ?? lines.first
    return Self(
      .system, "Git stopped with code \(ended.code)\(first.map { ": \($0)" } ?? "")",
      help: "look at the repository with ‘git status’; nothing was published")
  }
}
