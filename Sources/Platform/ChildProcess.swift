/// Another program, run to its end.
package enum ChildProcess {
  package struct Ended: Sendable {
    package let code: Int32
    /// What it printed to standard output.
    package let output: [UInt8]

    package init(code: Int32, output: [UInt8]) {
      self.code = code
      self.output = output
    }
  }

  /// Waits for the program; nil if it cannot be started. It gets no input, and what it prints to
  /// standard error is dropped.
  ///
  /// - Parameter command: its name, looked up in `PATH`, and its arguments.
  package static func run(_ command: [String]) -> Ended? {
    var ends: [Int32] = [0, 0]
    guard let name = command.first, pipe(&ends) == 0 else { return nil }
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
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, writing, STDOUT_FILENO)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    var arguments: [UnsafeMutablePointer<CChar>?] = command.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    var process: pid_t = 0
    let code = posix_spawnp(&process, name, &actions, nil, &arguments, environ)
    close(writing)
    guard code == 0 else { return nil }
    let output = everything(from: reading)
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 { guard errno == EINTR else { return nil } }
    // As WEXITSTATUS of sys/wait.h, which Swift cannot import.
    return Ended(code: status & 0x7F == 0 ? (status >> 8) & 0xFF : -1, output: output)
  }

  private static func everything(from descriptor: Int32) -> [UInt8] {
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
