import Platform

/// A system error about a file or folder.
package struct FileError: Error, Sendable, Hashable {
  package let action: Action
  package let path: String
  /// The system's error number, such as `ENOSPC`.
  package let code: CInt

  package init(_ action: Action, _ path: String, code: CInt) {
    self.action = action
    self.path = path
    self.code = code
  }

  /// What was attempted; the raw value completes “could not …”.
  package enum Action: String, Sendable, Hashable {
    case inspect = "inspect"
    case list = "list the folder"
    case read = "read"
    case write = "write"
    case rename = "replace"
    case remove = "remove"
    case makeFolder = "create the folder"
    case removeFolder = "remove the folder"
    case lock = "lock"
  }
}

extension FileError {
  /// One line, such as “could not write ‘public/index.html’: the disk is full”.
  package var message: String { "could not \(action.rawValue) ‘\(path)’: \(reason)" }

  package var help: String {
    switch code {
    case ENOSPC, EDQUOT:
      "free some disk space, then build again; the last good site is still complete"
    case EACCES, EPERM:
      "give yourself permission to read and change it, or ask the person who set up this computer"
    case EFBIG: "raise the limit on the size of files that ‘ulimit -f’ shows, then build again"
    case EROFS: "choose a folder on a disk that can be written to"
    case EMFILE, ENFILE: "close other programs, then build again"
    case EIO: "copy your files to another disk soon: this one may be failing"
    case ENAMETOOLONG: "give it a shorter name, or move the site to a folder with a shorter path"
    case ENOENT, ENOTDIR: "check how the path is written, and make the folder if it is missing"
    default: "check that the disk is connected and works, then build again"
    }
  }

  private var reason: String {
    switch code {
    case ENOSPC: "the disk is full"
    case EDQUOT: "your disk quota is used up"
    case EACCES, EPERM: "you do not have permission"
    case EFBIG: "the file is larger than you may write"
    case EROFS: "the disk is read-only"
    case EMFILE, ENFILE: "too many files are open"
    case EIO: "the disk reports an error"
    case ENAMETOOLONG: "the name is too long"
    case ENOENT: "it does not exist"
    case ENOTDIR: "a part of the path is not a folder"
    case EISDIR: "it is a folder"
    case ELOOP: "it is a symbolic link"
    default: String(cString: strerror(code))
    }
  }
}

extension FileError {
  /// Whether the path does not exist or is not a folder.
  var isMissingFolder: Bool { code == ENOENT || code == ENOTDIR || code == ELOOP }
}
