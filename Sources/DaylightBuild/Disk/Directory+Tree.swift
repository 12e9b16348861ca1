extension Directory {
  /// Writes new files with the folders that their paths name.
  func write(_ files: [(path: String, bytes: [UInt8])]) throws(FileError) {
    for (path, bytes) in files {
      var folder = self
      let names = path.split(separator: "/").map(String.init)
      for name in names.dropLast() {
        try folder.makeFolder(name)
        folder = try folder.folder(name)
      }
      guard let name = names.last else { continue }
      try folder.create(name, as: folder.pathOf(name)).write(bytes)
    }
  }

  /// Removes a file, or a folder with its contents, if it exists. Follows no link.
  func removeTree(_ name: String) throws(FileError) {
    guard let status = try status(of: name) else { return }
    guard status.kind == .folder else { return try remove(name) }
    let folder = try folder(name)
    for bytes in try folder.names() {
      try folder.removeTree(String(decoding: bytes, as: UTF8.self))
    }
    try removeEmptyFolder(name)
  }
}
