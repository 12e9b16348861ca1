import DaylightModel
package import DaylightSyntax
import DaylightTheme

extension SiteInput {
  /// Adds the files of the program's own theme wherever the site has none at that path.
  ///
  /// Of a file of words the site may have only some: the rest of the words is taken from the file of
  /// the theme, which stays in the input under its marked name.
  package mutating func complete(with theme: [SourceFile]) {
    let own = Set((templates + assets).map(\.path))
    for file in theme {
      if !own.contains(file.path) {
        builtIn.insert(file.path)
        add(file)
      } else if StringTable.holds(file.path) {
        add(SourceFile(path: file.path + BuiltIn.mark, bytes: file.bytes))
      }
    }
    templates.sort { $0.path < $1.path }
    assets.sort { $0.path < $1.path }
  }

  private mutating func add(_ file: SourceFile) {
    if file.path.hasPrefix("templates/assets/") {
      assets.append(file)
    } else {
      templates.append(file)
    }
  }

  /// The finding with the places in built-in files marked as such: there is no such file to open.
  func marking(_ diagnostic: Diagnostic) -> Diagnostic {
    let paths = [diagnostic.location?.path] + diagnostic.notes.map { $0.location?.path }
    guard paths.contains(where: { $0.map(builtIn.contains) ?? false }) else { return diagnostic }
    var marked = diagnostic
    marked.location = marking(diagnostic.location)
    marked.notes = diagnostic.notes.map { Diagnostic.Note($0.message, at: marking($0.location)) }
    return marked
  }

  private func marking(_ location: SourceLocation?) -> SourceLocation? {
    guard var location, builtIn.contains(location.path) else { return location }
    location.path += BuiltIn.mark
    return location
  }

  /// The template or asset at a path, marked or not.
  func themeFile(_ path: String) -> SourceFile? {
    let files = templates + assets
    return files.first { $0.path == path }
      ?? (path.hasSuffix(BuiltIn.mark)
        ? files.first { $0.path == path.dropLast(BuiltIn.mark.count) } : nil)
  }
}
