#if os(Linux)
  import DaylightBuild
  #if canImport(Musl)
    import Musl
  #else
    import Glibc
  #endif

  /// Reports changes as soon as Linux does (inotify(7)).
  ///
  /// Files that were written, moved or removed are named. If a folder changes or the kernel loses
  /// events, everything must be checked again: that is rare and cheap, and saves remembering the
  /// contents of folders. The targets of links are in the site too, so their changes are reported,
  /// but they stand for other paths as well: in a site with links, every change means everything.
  struct InotifySource: ChangeSource {
    private let root: String
    private let folders: [String]
    private let queue: Queue
    private var watched: [CInt: String] = [:]
    private var hasLinks = false
    private var isMissing = false
    /// Watches of folders that were moved away still report them under their old names.
    private var isStale = false
    private var buffer = [UInt8](repeating: 0, count: 64 << 10)

    private final class Queue: Sendable {
      let descriptor: CInt
      init(_ descriptor: CInt) { self.descriptor = descriptor }
      deinit { close(descriptor) }
    }

    init(root: String, folders: [String]) throws(WatchFailure) {
      guard !NetworkDrive.contains(root) else {
        throw WatchFailure(reason: "on a network drive, the system does not report every change")
      }
      let descriptor = inotify_init1(CInt(O_NONBLOCK | O_CLOEXEC))
      guard descriptor >= 0 else {
        throw WatchFailure(reason: "the system allows no more watchers (max_user_instances)")
      }
      self.root = root
      self.folders = folders
      queue = Queue(descriptor)
      isMissing = try !watchAll()
    }

    mutating func changes(
      within time: Duration?, orUntil wakeup: WakeupPipe
    ) throws(WatchFailure) -> ObservedChanges {
      if isStale || isMissing {
        return ObservedChanges(try recover(within: time, orUntil: wakeup))
      }
      guard wakeup.wait(upTo: time, for: queue.descriptor) else { return ObservedChanges() }
      var observed = ObservedChanges()
      var count = read(queue.descriptor, &buffer, buffer.count)
      while count > 0 {
        try handle(buffer[..<count], &observed)
        count = read(queue.descriptor, &buffer, buffer.count)
      }
      if hasLinks && !observed.changes.isEmpty { observed.changes.formUnion(.everything) }
      return observed
    }

    /// Sets up all watches again. While the site is missing, this is tried every quarter of a
    /// second.
    private mutating func recover(
      within time: Duration?, orUntil wakeup: WakeupPipe
    ) throws(WatchFailure) -> ChangeSet {
      if isMissing {
        let pause = Duration.milliseconds(250)
        _ = wakeup.wait(upTo: time.map { min($0, pause) } ?? pause)
      }
      for descriptor in watched.keys { inotify_rm_watch(queue.descriptor, descriptor) }
      watched.removeAll()
      isStale = false
      isMissing = try !watchAll()
      return isMissing ? ChangeSet() : .everything
    }

    /// Returns whether the site exists.
    private mutating func watchAll() throws(WatchFailure) -> Bool {
      hasLinks = false
      let mask = IN_CREATE | IN_DELETE | IN_MOVE | IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR
      guard try watch(root, as: "", mask) else { return false }
      for folder in folders { try watch(folder) }
      return true
    }

    /// Watches a folder before listing its folders, so that one created in between is reported.
    private mutating func watch(_ folder: String) throws(WatchFailure) {
      let mask =
        IN_CREATE | IN_DELETE | IN_MOVE | IN_CLOSE_WRITE | IN_ATTRIB | IN_DELETE_SELF
        | IN_MOVE_SELF | IN_ONLYDIR
      var remaining = [folder]
      while let path = remaining.popLast() {
        let place = root + "/" + path
        guard try watch(place, as: path, mask), let listing = opendir(place) else { continue }
        defer { closedir(listing) }
        while let entry = readdir(listing) {
          let name = withUnsafePointer(to: &entry.pointee.d_name) { tuple in
            tuple.withMemoryRebound(to: CChar.self, capacity: 1) { String(cString: $0) }
          }
          guard !SourceKind.isIgnored(name) else { continue }
          switch kind(of: entry.pointee.d_type, at: place + "/" + name) {
          case S_IFDIR: remaining.append(path + "/" + name)
          case S_IFLNK: hasLinks = true
          default: break
          }
        }
      }
    }

    /// Returns whether it succeeded: a folder may have been removed meanwhile, or be unreadable.
    /// The build reports that if it matters.
    private mutating func watch(
      _ place: String, as path: String, _ mask: Int32
    ) throws(WatchFailure) -> Bool {
      let descriptor = inotify_add_watch(queue.descriptor, place, UInt32(bitPattern: mask))
      guard descriptor < 0 else {
        watched[descriptor] = path
        return true
      }
      if errno == ENOSPC {
        throw WatchFailure(reason: "the system allows no more watched folders (max_user_watches)")
      }
      return false
    }

    /// Some file systems do not give the type of an entry in the listing.
    private func kind(of type: UInt8, at place: String) -> mode_t {
      switch Int(type) {
      case Int(DT_DIR): return S_IFDIR
      case Int(DT_LNK): return S_IFLNK
      case Int(DT_UNKNOWN):
        var status = stat()
        return lstat(place, &status) == 0 ? status.st_mode & S_IFMT : 0
      default: return S_IFREG
      }
    }

    /// Reads a sequence of `struct inotify_event`: four 32-bit numbers (watch, mask, cookie,
    /// length) and a name padded with zeros to that length.
    private mutating func handle(_ events: ArraySlice<UInt8>, _ observed: inout ObservedChanges)
      throws(WatchFailure)
    {
      var rest = events
      while rest.count >= 16 {
        let (watch, mask, length) = rest.withUnsafeBytes {
          (
            $0.loadUnaligned(as: CInt.self),
            $0.loadUnaligned(fromByteOffset: 4, as: UInt32.self),
            Int($0.loadUnaligned(fromByteOffset: 12, as: UInt32.self))
          )
        }
        let name = rest.dropFirst(16).prefix(length).prefix { $0 != 0 }
        rest = rest.dropFirst(16 + length)
        let event = Event(
          watch: watch, mask: CInt(bitPattern: mask), name: String(decoding: name, as: UTF8.self))
        try handle(event, &observed)
      }
    }

    private struct Event {
      let watch: CInt
      let mask: CInt
      /// What changed in the watched folder; empty if it was the folder itself.
      let name: String

      func has(_ flags: CInt) -> Bool { mask & flags != 0 }
    }

    private mutating func handle(
      _ event: Event, _ observed: inout ObservedChanges
    ) throws(WatchFailure) {
      if event.has(CInt(IN_Q_OVERFLOW)) {
        isStale = true
        observed.changes.formUnion(.everything)
        return
      }
      guard let folder = watched[event.watch] else { return }
      if event.has(CInt(IN_IGNORED)) {
        watched[event.watch] = nil
      } else if folder.isEmpty {
        if event.name.isEmpty { isMissing = true }
        guard event.name.isEmpty || folders.contains(event.name) else { return }
        isStale = true
        observed.changes.formUnion(.everything)
      } else if event.name.isEmpty {
        // A folder inside another is reported there. A top folder may be a link to elsewhere.
        guard folders.contains(folder) else { return }
        isStale = true
        observed.changes.formUnion(.everything)
      } else if !SourceKind.isIgnored(event.name) {
        try handle(event, of: folder + "/" + event.name, &observed)
      }
    }

    private mutating func handle(
      _ event: Event, of path: String, _ observed: inout ObservedChanges
    ) throws(WatchFailure) {
      let isNew = event.has(IN_CREATE | IN_MOVED_TO)
      if event.has(CInt(bitPattern: UInt32(IN_ISDIR))) {
        observed.changes.formUnion(.everything)
        if isNew { try watch(path) }
        if event.has(IN_MOVED_FROM) { isStale = true }
      } else {
        observed.changes.insert(path)
        if event.has(IN_CLOSE_WRITE | IN_MOVED_TO) {
          observed.unfinished.remove(path)
        } else if event.has(IN_CREATE | IN_MOVED_FROM | IN_DELETE) {
          observed.unfinished.insert(path)
        }
        if isNew && !hasLinks {
          hasLinks = kind(of: UInt8(DT_UNKNOWN), at: root + "/" + path) == S_IFLNK
        }
      }
    }
  }
#endif
