import Platform

/// The right to write to an output folder, held by one build at a time and given back when the
/// value goes.
///
/// The lock is on the open folder itself (`flock`), so that no lock file is left to be published,
/// and the system gives it back however a build ends.
package struct BuildLock: ~Copyable {
  let output: Directory
  /// Whether the output folder was made for it.
  let madeFolder: Bool

  /// What a build may want to say while it gets hold of the output.
  package enum Event: Sendable, Hashable {
    /// Another build holds it. Said once.
    case waiting
    /// The disk has no locks, as some network drives; the build goes on without.
    case unavailable
  }

  /// Makes the output folder if need be and waits for its turn.
  ///
  /// The folder may be a symbolic link to one. `flock` cannot be told when to give up, so it is
  /// asked again 50 times a second.
  package static func acquire(
    output path: String, giveUpAfter limit: Duration, report: (Event) -> Void = { _ in }
  ) async throws(BuildFailure) -> BuildLock {
    let (output, madeFolder) = try open(path)
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
        else { throw .outputIsBusy(path: path, waited: limit) }
      case EBADF, EINVAL, ENOLCK, ENOTSUP, ENOSYS:
        report(.unavailable)
        return BuildLock(output: output, madeFolder: madeFolder)
      default: throw .file(FileError(.lock, path, code: errno))
      }
    }
    return BuildLock(output: output, madeFolder: madeFolder)
  }

  deinit { _ = flock(output.descriptor, LOCK_UN) }

  private init(output: Directory, madeFolder: Bool) {
    self.output = output
    self.madeFolder = madeFolder
  }

  private static func open(
    _ path: String
  ) throws(BuildFailure) -> (output: Directory, madeFolder: Bool) {
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
    // Only the last one has to be made; those above may be there without our being let to make them.
    guard mkdir(path, 0o777) == 0 || errno == EEXIST else {
      throw FileError(.makeFolder, path, code: errno)
    }
  }
}
