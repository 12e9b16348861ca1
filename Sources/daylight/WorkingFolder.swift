import Platform

/// The folder that the command was run in.
enum WorkingFolder {
  static var path: String {
    guard let path = getcwd(nil, 0) else { return "." }
    defer { free(path) }
    return String(cString: path)
  }
}
