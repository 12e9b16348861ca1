import Platform

/// One connection by ssh for several runs of rsync, so that a password is asked for once.
final class SharedConnection {
  /// What rsync starts to reach the server.
  let command: String
  private let host: String
  private let folder: String

  /// Nil if the user has chosen a program of their own (`RSYNC_RSH`), or no folder can be made.
  init?(to host: String) {
    guard getenv("RSYNC_RSH") == nil else { return nil }
    // The address of a socket may have about a hundred signs, so not in the folder for temporary
    // files, whose path is long on a Mac.
    var name = Array("/tmp/daylight-XXXXXX".utf8CString)
    guard mkdtemp(&name) != nil else { return nil }
    folder = String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    self.host = host
    command =
      "ssh -o ControlMaster=auto -o ControlPath=\(folder)/%C -o ControlPersist=60"
  }

  deinit {
    _ = ChildProcess.run(["ssh", "-o", "ControlPath=\(folder)/%C", "-O", "exit", host])
    rmdir(folder)
  }
}
