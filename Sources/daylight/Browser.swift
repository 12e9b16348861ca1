import Platform

/// The browser of the person at the keyboard.
enum Browser {
  /// Asks the desktop to show an address. Where there is no desktop, nothing happens.
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
