import ArgumentParser

/// An argument that should be a path and is empty, as a script passes it whose variable has no value.
enum EmptyPath {
  /// It would mean the working folder, or the root of the disk.
  static func refuse(_ paths: [String], as name: String) throws {
    if paths.contains(where: \.isEmpty) {
      throw ValidationError("\(name) is empty: write a path, or leave it out.")
    }
  }
}
