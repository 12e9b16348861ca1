#if os(Linux)
  import DaylightBuild
  #if canImport(Musl)
    import Musl
  #else
    import Glibc
  #endif

  /// Hears of changes from Linux itself, at once (inotify(7)).
  ///
  /// A file that was written, moved or removed is named. For what happens to folders, and where the
  /// kernel lost events, it says to look at everything: that is a rare and cheap thing to do, and
  /// nothing needs to be remembered about what was in a folder. Linked files and folders lie inside
  /// the site too, and are heard of there; but they then stand for other paths as well, so that a
  /// site with links is looked at as a whole.
  struct InotifySource: ChangeSource {
    private let root: String
    private let folders: [String]
    private let queue: Queue
    private var watched: [CInt: String] = [:]
    private var hasLinks = false
    private var isLost = false
    /// Watches of folders that were moved away still tell of them, by their old names.
    private var isStale = false
    private var buffer = [UInt8](repeating: 0, count: 64 << 10)

    private final class Queue: Sendable {
      let descriptor: CInt
      init(_ descriptor: CInt) { self.descriptor = descriptor }
      deinit { close(descriptor) }
    }

    init(root: String, folders: [String]) throws(WatchFailure) {
      guard !NetworkDrive.holds(root) else {
        throw WatchFailure(reason: "on a network drive, the system cannot tell of every change")
      }
      let descriptor = inotify_init1(CInt(O_NONBLOCK | O_CLOEXEC))
      guard descriptor >= 0 else {
        throw WatchFailure(reason: "the system allows no more watchers (max_user_instances)")
      }
      self.root = root
      self.folders = folders
      queue = Queue(descriptor)
      isLost = try !watchAll()
    }

    mutating func changes(
      within time: Duration?, orUntil alarm: Alarm
    ) throws(WatchFailure) -> News {
      if isStale || isLost {
        return News(try recover(within: time, orUntil: alarm))
      }
      guard alarm.wait(upTo: time, for: queue.descriptor) else { return News() }
      var news = News()
      var count = read(queue.descriptor, &buffer, buffer.count)
      while count > 0 {
        try hear(buffer[..<count], &news)
        count = read(queue.descriptor, &buffer, buffer.count)
      }
      if hasLinks && !news.changes.isEmpty { news.changes.formUnion(.everything) }
      return news
    }

    /// Watches anew. While the site is away, this is tried every quarter of a second.
    private mutating func recover(
      within time: Duration?, orUntil alarm: Alarm
    ) throws(WatchFailure) -> ChangeSet {
      if isLost {
        let pause = Duration.milliseconds(250)
        _ = alarm.wait(upTo: time.map { min($0, pause) } ?? pause)
      }
      for descriptor in watched.keys { inotify_rm_watch(queue.descriptor, descriptor) }
      watched.removeAll()
      isStale = false
      isLost = try !watchAll()
      return isLost ? ChangeSet() : .everything
    }

    /// Says whether the site is there.
    private mutating func watchAll() throws(WatchFailure) -> Bool {
      hasLinks = false
      let mask = IN_CREATE | IN_DELETE | IN_MOVE | IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR
      guard try watch(root, as: "", mask) else { return false }
      for folder in folders { try watch(folder) }
      return true
    }

    /// Watches a folder, then the folders it has: one that comes in between is heard of.
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
          guard !SourceKind.isDropping(name) else { continue }
          switch kind(of: entry.pointee.d_type, at: place + "/" + name) {
          case S_IFDIR: remaining.append(path + "/" + name)
          case S_IFLNK: hasLinks = true
          default: break
          }
        }
      }
    }

    /// Says whether it could: a folder may have gone meanwhile, or not be ours to read. The build
    /// says so where it matters.
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

    /// Some file systems do not say in the listing what an entry is.
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

    /// Reads a run of `struct inotify_event`: four 32-bit numbers (watch, mask, cookie, length) and
    /// a name padded with zeros to that length.
    private mutating func hear(_ events: ArraySlice<UInt8>, _ news: inout News)
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
        try hear(event, &news)
      }
    }

    private struct Event {
      let watch: CInt
      let mask: CInt
      /// What was changed in the watched folder; empty where it was the folder itself.
      let name: String

      func has(_ flags: CInt) -> Bool { mask & flags != 0 }
    }

    private mutating func hear(_ event: Event, _ news: inout News) throws(WatchFailure) {
      if event.has(CInt(IN_Q_OVERFLOW)) {
        isStale = true
        news.changes.formUnion(.everything)
        return
      }
      guard let folder = watched[event.watch] else { return }
      if event.has(CInt(IN_IGNORED)) {
        watched[event.watch] = nil
      } else if folder.isEmpty {
        if event.name.isEmpty { isLost = true }
        guard event.name.isEmpty || folders.contains(event.name) else { return }
        isStale = true
        news.changes.formUnion(.everything)
      } else if event.name.isEmpty {
        // A folder inside another is heard of there. A top folder may be a link to elsewhere.
        guard folders.contains(folder) else { return }
        isStale = true
        news.changes.formUnion(.everything)
      } else if !SourceKind.isDropping(event.name) {
        try hear(event, of: folder + "/" + event.name, &news)
      }
    }

    private mutating func hear(
      _ event: Event, of path: String, _ news: inout News
    ) throws(WatchFailure) {
      let isNew = event.has(IN_CREATE | IN_MOVED_TO)
      if event.has(CInt(bitPattern: UInt32(IN_ISDIR))) {
        news.changes.formUnion(.everything)
        if isNew { try watch(path) }
        if event.has(IN_MOVED_FROM) { isStale = true }
      } else {
        news.changes.insert(path)
        if event.has(IN_CLOSE_WRITE | IN_MOVED_TO) {
          news.unfinished.remove(path)
        } else if event.has(IN_CREATE | IN_MOVED_FROM | IN_DELETE) {
          news.unfinished.insert(path)
        }
        if isNew && !hasLinks {
          hasLinks = kind(of: UInt8(DT_UNKNOWN), at: root + "/" + path) == S_IFLNK
        }
      }
    }
  }
#endif
