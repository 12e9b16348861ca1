import DaylightBuild
import DaylightModel
import DaylightSite
import DaylightSpelling
import DaylightStarter
import DaylightSyntax
import Platform

/// Looks at this computer and at a site, without changing anything.
struct DoctorProbe {
  let site: String
  let version: String
  let today: CalendarDate

  func facts() async -> DoctorFacts {
    #if canImport(Darwin)
      let (packages, name) = (PackageSystem.macOS, "macOS")
    #else
      let release = text(of: "/etc/os-release")
      let packages = PackageSystem(osRelease: release)
      let name = value(of: "PRETTY_NAME", in: release) ?? "Linux"
    #endif
    return DoctorFacts(
      version: version, system: "\(name), \(machine)", packages: packages, site: siteFacts,
      programs: await programs(), today: today, minutesAhead: minutesAhead, terminal: .current,
      watchLimits: watchLimits)
  }

  // MARK: - The computer

  private var machine: String {
    var names = utsname()
    uname(&names)
    return withUnsafePointer(to: &names.machine) {
      $0.withMemoryRebound(to: CChar.self, capacity: 1) { String(cString: $0) }
    }
  }

  private var minutesAhead: Int {
    var seconds = time(nil)
    var parts = tm()
    localtime_r(&seconds, &parts)
    return Int(parts.tm_gmtoff) / 60
  }

  private func programs() async -> [String: String] {
    var found: [String: String] = [:]
    for name in ["curl", "git", "rsync"] {
      guard let ended = await onThread({ ChildProcess.run([name, "--version"]) }), ended.code == 0
      else { continue }
      let line = ended.output.prefix { $0 != UInt8(ascii: "\n") }
      found[name] = String(decoding: line, as: UTF8.self)
    }
    return found
  }

  private var watchLimits: (folders: Int, queues: Int)? {
    func limit(_ name: String) -> Int? {
      Int(text(of: "/proc/sys/fs/inotify/\(name)").filter { !$0.isWhitespace })
    }
    guard let folders = limit("max_user_watches"), let queues = limit("max_user_instances") else {
      return nil
    }
    return (folders, queues)
  }

  private func value(of name: String, in text: String) -> String? {
    text.split(separator: "\n").first { $0.hasPrefix(name + "=") }.map {
      String($0.dropFirst(name.count + 1).filter { $0 != "\"" })
    }
  }

  // MARK: - The site

  private var siteFacts: DoctorFacts.Site? {
    var status = stat()
    guard stat(site + "/content", &status) == 0 else { return nil }
    var facts = DoctorFacts.Site()
    let schemas = site + "/.vscode/schemas/"
    let all = EditorSchema.files(rules: .whole)
    facts.hasSchemas = all.contains { access(schemas + $0.name, F_OK) == 0 }
    facts.oldSchemas = all.filter { bytes(of: schemas + $0.name) != $0.bytes }.map(\.name)
    facts.hasEditorSettings = access(site + "/.vscode/settings.json", F_OK) == 0
    facts.lockedFolders = ["public", ".daylight"].filter { !canWrite($0) }
    facts.freeBytes = freeBytes
    guard let scan = try? SiteLoader(root: site).scan().value else { return facts }
    let paths = scan.entries.map(\.path)
    facts.templates = paths.filter { $0.hasPrefix("templates/") && $0.hasSuffix(".mustache") }
      .map { String($0.dropFirst("templates/".count)) }
    let theme = (try? ThemeOptions.files(of: site)) ?? []
    facts.oldTemplates = theme.filter { [.old, .changed(builtInChanged: true)].contains($0.state) }
      .map(\.path)
    let content = scan.entries.filter { $0.path.hasPrefix("content/") }
    let file = try? SiteLoader(root: site).read("content/site.yaml")
    let language = file.map { SiteConfiguration.decode($0).value.language } ?? "en"
    facts.content = .init(
      files: content.count,
      folders: Set(content.map { $0.path.split(separator: "/").dropLast().joined(separator: "/") })
        .count,
      language: language,
      hasDictionary: HunspellDictionaries().dictionary(for: language) != nil,
      newest: content.map(\.stamp.modified).max().flatMap { Self.day(ofNanoseconds: $0) })
    return facts
  }

  /// Whether a folder of the site can be written, or made where it does not exist yet.
  private func canWrite(_ folder: String) -> Bool {
    let path = site + "/" + folder
    return access(path, F_OK) == 0 ? access(path, W_OK | X_OK) == 0 : access(site, W_OK | X_OK) == 0
  }

  private var freeBytes: Int? {
    var status = statvfs()
    guard statvfs(site, &status) == 0 else { return nil }
    return Int(status.f_bavail) * Int(status.f_frsize)
  }

  static func day(ofNanoseconds nanoseconds: Int64) -> CalendarDate? {
    CalendarDate(year: 1970, month: 1, day: 1)?.adding(days: Int(nanoseconds / 86_400_000_000_000))
  }

  // MARK: - Files

  private func text(of path: String) -> String {
    String(decoding: bytes(of: path) ?? [], as: UTF8.self)
  }

  private func bytes(of path: String) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 16 << 10)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      guard count > 0 else { return bytes }
      bytes += buffer[..<count]
    }
  }
}
