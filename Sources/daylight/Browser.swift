import Platform

/// The user's browser.
enum Browser {
  /// Opens the address in the default browser; does nothing on a machine without a desktop.
  static func open(_ address: String) {
    #if canImport(Darwin)
      let command = "open"
    #else
      let command = "xdg-open"
    #endif
    var arguments: [UnsafeMutablePointer<CChar>?] = [strdup(command), strdup(address), nil]
    defer { for argument in arguments { free(argument) } }
    var process: pid_t = 0
    posix_spawnp(&process, command, nil, nil, &arguments, environ)
  }
}
