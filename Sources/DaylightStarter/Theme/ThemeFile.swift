import DaylightSyntax

/// A file in `templates` of a site, compared with the program's own.
package struct ThemeFile: Sendable, Hashable {
  /// Such as `templates/article.mustache`.
  package let path: String
  package let bytes: [UInt8]
  /// The built-in file as it was when the site took it over; nil if that is not known.
  package let origin: [UInt8]?
  /// The built-in file as it is now; nil if there is none of that name.
  package let builtIn: [UInt8]?

  package init(path: String, bytes: [UInt8], origin: [UInt8]?) {
    self.path = path
    self.bytes = bytes
    self.origin = origin
    builtIn = BuiltInTheme.file(path)?.bytes
  }

  package enum State: Sendable, Hashable {
    /// The site has a file that the theme has not.
    case own
    /// The theme had it when the site took it over, and has it no more.
    case dropped
    /// The same as the built-in one, so that the site does not need it.
    case same
    /// Some words, with the rest taken from the theme.
    case words(Int)
    /// Not as it was taken over, or nobody knows how it was then.
    case changed(builtInChanged: Bool)
    /// As it was taken over, while the theme has a newer one.
    case old
  }

  package var state: State {
    guard let builtIn else { return origin == nil ? .own : .dropped }
    if bytes == builtIn { return .same }
    guard let origin else {
      return isWords ? .words(ownWords) : .changed(builtInChanged: false)
    }
    if bytes == origin { return .old }
    return .changed(builtInChanged: origin != builtIn)
  }

  /// Whether its lines can be shown.
  package var isText: Bool {
    [bytes, origin ?? [], builtIn ?? []].allSatisfy {
      !$0.contains(0) && String(validating: $0, as: UTF8.self) != nil
    }
  }

  private var isWords: Bool { path.hasPrefix("templates/strings/") }

  /// How many lines of words it has.
  private var ownWords: Int {
    let text = String(decoding: bytes, as: UTF8.self)
    return text.split(separator: "\n").count { line in
      let line = line.drop { $0 == " " }
      guard let colon = line.firstIndex(of: ":"), line.first != "#" else { return false }
      return line[colon...].contains { $0 != ":" && $0 != " " }
    }
  }
}
