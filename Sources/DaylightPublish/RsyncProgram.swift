import DaylightBuild
import DaylightModel
import Platform

/// The program rsync, set to one folder.
struct RsyncProgram {
  /// As rsync wants it: `you@example.org:/var/www/resources`, without a slash at its end.
  private let folder: String
  /// For messages: the server, or the path.
  private let place: String
  private let connection: SharedConnection?

  /// - Parameter folder: the address with a path that does not depend on the working folder.
  init(_ folder: FolderAddress, connection: SharedConnection?) {
    self.folder = folder.text
    place = folder.host ?? folder.path
    self.connection = connection
  }

  /// The files in the folder; nil if it does not exist.
  func files() throws(PublishFailure) -> [String]? {
    let ended = try start(
      ["--recursive", "--list-only", "--8-bit-output", "--no-human-readable"],
      [
        folder + "/"
      ])
    let messages = String(decoding: ended.errors, as: UTF8.self)
    let isPartial = ended.code == 23
    if isPartial, ended.output.isEmpty, messages.contains("No such file or directory") {
      return nil
    }
    // A folder of the host that nobody may look into, such as one for certificates, is not ours.
    if !isPartial || ended.output.isEmpty || !messages.contains("opendir") { try check(ended) }
    return RsyncListing.files(in: ended.output)
  }

  /// Copies files from a folder on this computer. Those that are there with the same bytes are left
  /// alone, and each file appears whole, by a rename.
  func send(_ paths: [String], from source: String) throws(PublishFailure) {
    guard !paths.isEmpty else { return }
    try run(
      ["--checksum", "--chmod=D755,F644", "--files-from=-", "--from0"],
      [local(source) + "/", folder + "/"],
      input: names(paths))
  }

  /// Copies files from there to a folder on this computer.
  func fetch(_ paths: [String], into target: String) throws(PublishFailure) {
    guard !paths.isEmpty else { return }
    try run(
      ["--checksum", "--files-from=-", "--from0"], [folder + "/", local(target) + "/"],
      input: names(paths))
  }

  /// The same for one file; false if there is none.
  func fetch(_ path: String, into target: String) throws(PublishFailure) -> Bool {
    let ended = try start(
      ["--checksum", "--files-from=-", "--from0"], [folder + "/", local(target) + "/"],
      input: names([path]))
    let messages = String(decoding: ended.errors, as: UTF8.self)
    // 3 if not even the folder exists, or 12 where the other end stops because of that.
    let isMissing =
      [3, 23].contains(ended.code) || ended.code == 12 && messages.contains("change_dir")
    if isMissing, messages.contains("No such file or directory") { return false }
    try check(ended)
    return true
  }

  /// A colon in a path would make it one on a server.
  private func local(_ path: String) -> String { path.hasPrefix("/") ? path : "./" + path }

  /// Removes files, and folders that are then empty.
  ///
  /// rsync removes what an empty folder does not have. A rule for each file lets it see only those,
  /// so nothing else can be removed.
  ///
  /// - Parameter empty: an empty folder on this computer.
  func remove(_ paths: [String], like empty: String) throws(PublishFailure) {
    guard !paths.isEmpty else { return }
    let folders = OutputPath.folders(above: paths)
    let rules =
      folders.sorted(by: PathOrder.precedes).map { "+ /\(RsyncPattern.escaped($0))/" }
      + paths.map { "+ /\(RsyncPattern.escaped($0))" } + ["- *"]
    try run(
      [
        "--recursive", "--delete", "--max-delete=\(paths.count + folders.count)", "--from0",
        "--filter=merge -",
      ], [local(empty) + "/", folder + "/"], input: Array(rules.joined(separator: "\0").utf8))
  }

  /// `./` keeps a name that begins with `#` from being a comment.
  private func names(_ paths: [String]) -> [UInt8] {
    Array(paths.map { "./" + $0 }.joined(separator: "\0").utf8)
  }

  private func run(
    _ options: [String], _ places: [String], input: [UInt8]
  ) throws(PublishFailure) {
    try check(try start(options, places, input: input))
  }

  private func start(
    _ options: [String], _ places: [String], input: [UInt8] = []
  ) throws(PublishFailure) -> ChildProcess.Ended {
    var command = ["rsync"] + options
    if let connection { command += ["--rsh=" + connection.command] }
    // Older versions let the shell of the server read the path.
    if !folder.utf8.allSatisfy({ 0x21..<0x80 ~= $0 }) { command.append("--protect-args") }
    let ended = ChildProcess.run(
      command + ["--"] + places, input: input, environment: ["LC_ALL": "C"], keepsErrors: true)
    guard let ended else { throw .missingProgram("rsync") }
    return ended
  }

  private func check(_ ended: ChildProcess.Ended) throws(PublishFailure) {
    guard ended.code != 0 else { return }
    throw RsyncFault(code: ended.code, messages: String(decoding: ended.errors, as: UTF8.self))
      .failure(at: place)
  }
}

/// Names in the rules of rsync, where some signs have a meaning.
enum RsyncPattern {
  static func escaped(_ path: String) -> String {
    // Without one of these signs, a backslash is an ordinary one. Paths of the site have none.
    var escaped = ""
    for scalar in path.unicodeScalars {
      if "*?[".unicodeScalars.contains(scalar) { escaped += "\\" }
      escaped.unicodeScalars.append(scalar)
    }
    return escaped
  }
}
