/// Another program, run to its end.
package enum ChildProcess {
  package struct Ended: Sendable {
    /// −1 if a signal ended it.
    package let code: Int32
    /// What it printed to standard output.
    package let output: [UInt8]
    /// What it printed to standard error, if that was to be kept.
    package let errors: [UInt8]

    package init(code: Int32, output: [UInt8], errors: [UInt8] = []) {
      self.code = code
      self.output = output
      self.errors = errors
    }
  }

  /// Waits for the program; nil if it cannot be started.
  ///
  /// - Parameters:
  ///   - command: its name, looked up in `PATH`, and its arguments.
  ///   - input: what it reads from standard input.
  ///   - environment: variables that it gets besides those of this process, or instead of them.
  ///   - keepsErrors: whether what it prints to standard error is returned; otherwise it is dropped.
  package static func run(
    _ command: [String], input: [UInt8] = [], environment: [String: String] = [:],
    keepsErrors: Bool = false
  ) -> Ended? {
    guard let name = command.first else { return nil }
    // Files instead of pipes: they never fill up, and a program that stays behind in the background
    // cannot keep this one waiting for their end.
    guard let errors = UnnamedFile(isNeeded: keepsErrors),
      let given = UnnamedFile(isNeeded: !input.isEmpty), given.fill(with: input)
    else { return nil }
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { return nil }
    let (reading, writing) = (ends[0], ends[1])
    defer { close(reading) }
    // Not inherited by other programs that start at the same time, which would keep the pipe open.
    _ = fcntl(reading, F_SETFD, FD_CLOEXEC)
    _ = fcntl(writing, F_SETFD, FD_CLOEXEC)
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
    #else
      var actions = posix_spawn_file_actions_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    if let descriptor = given.descriptor {
      posix_spawn_file_actions_adddup2(&actions, descriptor, STDIN_FILENO)
    } else {
      posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    }
    posix_spawn_file_actions_adddup2(&actions, writing, STDOUT_FILENO)
    if let descriptor = errors.descriptor {
      posix_spawn_file_actions_adddup2(&actions, descriptor, STDERR_FILENO)
    } else {
      posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    }
    var arguments: [UnsafeMutablePointer<CChar>?] = command.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    var variables = variables(adding: environment)
    defer { for variable in variables { free(variable) } }
    var process: pid_t = 0
    let code = posix_spawnp(&process, name, &actions, nil, &arguments, &variables)
    close(writing)
    guard code == 0 else { return nil }
    let output = everything(from: reading)
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 { guard errno == EINTR else { return nil } }
    // As WEXITSTATUS of sys/wait.h, which Swift cannot import.
    return Ended(
      code: status & 0x7F == 0 ? (status >> 8) & 0xFF : -1, output: output,
      errors: errors.contents())
  }

  /// The environment of this process with some variables replaced, as C wants it.
  private static func variables(
    adding added: [String: String]
  ) -> [UnsafeMutablePointer<CChar>?] {
    var variables: [UnsafeMutablePointer<CChar>?] = []
    var next = environ
    while let variable = next.pointee {
      let name = String(cString: variable).prefix { $0 != "=" }
      if added[String(name)] == nil { variables.append(strdup(variable)) }
      next += 1
    }
    for (name, value) in added { variables.append(strdup("\(name)=\(value)")) }
    return variables + [nil]
  }

  fileprivate static func everything(from descriptor: Int32) -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return bytes }
      bytes += buffer[..<count]
    }
  }
}

/// A file without a name, gone when it is closed.
private struct UnnamedFile: ~Copyable {
  /// Nil if none was needed.
  let descriptor: Int32?

  /// Nil if a file was needed and cannot be made.
  init?(isNeeded: Bool) {
    guard isNeeded else {
      descriptor = nil
      return
    }
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var name = Array("\(folder)/daylight-XXXXXX".utf8CString)
    let made = mkstemp(&name)
    guard made >= 0 else { return nil }
    unlink(name)
    _ = fcntl(made, F_SETFD, FD_CLOEXEC)
    descriptor = made
  }

  deinit { if let descriptor { close(descriptor) } }

  /// Writes bytes for another program to read from the start; false if the disk is full.
  borrowing func fill(with bytes: [UInt8]) -> Bool {
    guard let descriptor else { return bytes.isEmpty }
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return lseek(descriptor, 0, SEEK_SET) == 0
  }

  borrowing func contents() -> [UInt8] {
    guard let descriptor, lseek(descriptor, 0, SEEK_SET) == 0 else { return [] }
    return ChildProcess.everything(from: descriptor)
  }
}
