import ArgumentParser
import DaylightSyntax
import Platform

/// The running program.
enum Executable {
  /// Different for every build of the program; nil if its file cannot be inspected. The version
  /// alone is not enough, because it stays the same during development.
  static let identity: String? = {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    #if canImport(Darwin)
      let time = status.st_mtimespec
    #else
      let time = status.st_mtim
    #endif
    return "\(Daylight.configuration.version) \(status.st_ino) \(status.st_size) "
      + "\(time.tv_sec) \(time.tv_nsec)"
  }()

  /// What to type to run it from any folder.
  static var name: String {
    guard let typed = CommandLine.arguments.first, typed.utf8.contains(UInt8(ascii: "/")) else {
      return "daylight"
    }
    guard let resolved = realpath(typed, nil) else { return typed }
    defer { free(resolved) }
    return String(cString: resolved).quotedForShell
  }

  #if canImport(Darwin)
    private static var path: String {
      var size = UInt32(PATH_MAX)
      var path = [CChar](repeating: 0, count: Int(size))
      return _NSGetExecutablePath(&path, &size) == 0 ? String(cString: path) : ""
    }
  #else
    private static let path = "/proc/self/exe"
  #endif
}
