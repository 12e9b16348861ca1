/// Ends the program with a sentence, and exit code 2, when the system gives it no more memory.
///
/// Nothing in Swift can catch a failed allocation: the program would be killed where it stands, or
/// wait for ever for a thread that the system cannot start. So where memory is limited, which is known
/// at the start, it is looked at five times a second and at each fatal signal whether there is any
/// left. Finished files are always whole, so ending at any moment does no harm.
package enum MemoryShortage {
  /// Looks from now on. Does nothing if memory is not limited: then the system itself ends a program,
  /// without asking it.
  package static func watch() {
    guard isLimited else { return }
    for number in [SIGALRM, SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGABRT] {
      signal(number, endIfNothingIsLeft)
    }
    let often = timeval(tv_sec: 0, tv_usec: 200_000)
    var timer = itimerval(it_interval: often, it_value: often)
    #if canImport(Glibc)
      setitimer(CInt(ITIMER_REAL.rawValue), &timer, nil)
    #else
      setitimer(CInt(ITIMER_REAL), &timer, nil)
    #endif
  }

  private static var isLimited: Bool {
    #if canImport(Glibc)
      let limits = [RLIMIT_AS, RLIMIT_DATA].map { CInt($0.rawValue) }
    #else
      let limits = [CInt(RLIMIT_AS), CInt(RLIMIT_DATA)]
    #endif
    return limits.contains { kind in
      var limit = rlimit()
      return getrlimit(kind, &limit) == 0 && limit.rlim_cur < 1 << 40
    } || promisesOnlyWhatThereIs
  }

  /// Whether the system is set to refuse memory instead of ending programs (`vm.overcommit_memory`).
  private static var promisesOnlyWhatThereIs: Bool {
    let file = open("/proc/sys/vm/overcommit_memory", O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return false }
    defer { close(file) }
    var mode: UInt8 = 0
    return read(file, &mode, 1) == 1 && mode == UInt8(ascii: "2")
  }

  /// More than a new thread needs.
  fileprivate static let reserve = 16 << 20

  fileprivate static let sentence: StaticString = """
    error: there is too little memory to go on
       = help: close other programs, or raise the limit that ‘ulimit -v’ shows; the last good site \
    is still complete

    """
}

/// Runs in the middle of anything, so it calls nothing but the system.
private func endIfNothingIsLeft(_ number: CInt) {
  let found = errno
  let reserve = mmap(
    nil, MemoryShortage.reserve, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
  if reserve == MAP_FAILED {
    let sentence = MemoryShortage.sentence
    _ = write(STDERR_FILENO, sentence.utf8Start, sentence.utf8CodeUnitCount)
    _exit(2)
  }
  munmap(reserve, MemoryShortage.reserve)
  errno = found
  guard number != SIGALRM else { return }
  // A mistake of the program itself ends it as it always does.
  signal(number, SIG_DFL)
  raise(number)
}
