/// The memory of this process.
package enum ProcessMemory {
  /// The peak so far, in bytes.
  package static var peak: Int {
    var usage = rusage()
    #if canImport(Glibc)
      getrusage(RUSAGE_SELF.rawValue, &usage)
    #else
      getrusage(RUSAGE_SELF, &usage)
    #endif
    #if canImport(Darwin)
      return usage.ru_maxrss
    #else
      return usage.ru_maxrss << 10  // Linux reports KiB.
    #endif
  }
}
