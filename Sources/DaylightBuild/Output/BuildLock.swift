import Platform

/// Exclusive write access to an output folder, released when the value is destroyed.
///
/// The lock is on the open folder itself (`flock`), so there is no lock file that could be
/// published, and the system releases it however a build ends.
package struct BuildLock: ~Copyable {
  let output: Directory
  /// Whether acquiring the lock created the output folder.
  let createdFolder: Bool

  /// Something to report while the lock is being acquired.
  package enum Event: Sendable, Hashable {
    /// Another build holds the lock. Reported once.
    case waiting
    /// The disk does not support locks, as some network drives; the build continues without one.
    case unavailable
  }

  /// Creates the output folder if necessary and waits for the lock.
  ///
  /// The folder may be a symbolic link to one. `flock` has no timeout, so it is polled 50 times a
  /// second.
  package static func acquire(
    output path: String, giveUpAfter limit: Duration, report: (Event) -> Void = { _ in }
  ) async throws(BuildFailure) -> BuildLock {
    let (output, createdFolder) = try open(path)
    let start = ContinuousClock.now
    var isWaiting = false
    while flock(output.descriptor, LOCK_EX | LOCK_NB) != 0 {
      switch errno {
      case EINTR: continue
      case EWOULDBLOCK:
        if !isWaiting, limit > .zero { report(.waiting) }
        isWaiting = true
        guard start.duration(to: .now) < limit,
          (try? await Task.sleep(for: .milliseconds(20))) != nil
        else { throw .outputIsBusy(path: path) }
      case EBADF, EINVAL, ENOLCK, ENOTSUP, ENOSYS:
        report(.unavailable)
        return BuildLock(output: output, createdFolder: createdFolder)
      default: throw .file(FileError(.lock, path, code: errno))
      }
    }
    return BuildLock(output: output, createdFolder: createdFolder)
  }

  deinit { _ = flock(output.descriptor, LOCK_UN) }

  private init(output: Directory, createdFolder: Bool) {
    self.output = output
    self.createdFolder = createdFolder
  }

  private static func open(
    _ path: String
  ) throws(BuildFailure) -> (output: Directory, createdFolder: Bool) {
    do throws(FileError) {
      do throws(FileError) {
        return (try Directory(path: path), false)
      } catch {
        guard error.code == ENOENT else { throw error }
        try makeFolders(path)
        return (try Directory(path: path), true)
      }
    } catch {
      switch error.code {
      case ENOTDIR, ENOENT: throw .outputIsNotFolder(path: path)
      default: throw .file(error)
      }
    }
  }

  private static func makeFolders(_ path: String) throws(FileError) {
    for end in path.indices.dropFirst() where path[end] == "/" {
      _ = mkdir(String(path[..<end]), 0o777)
    }
    // Only the last folder has to be created: its parents may exist where we may not create any.
    guard mkdir(path, 0o777) == 0 || errno == EEXIST else {
      throw FileError(.makeFolder, path, code: errno)
    }
  }
}
