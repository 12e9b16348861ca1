import DaylightSyntax

/// What was found on this computer. Nothing in it says whose it is: no name, address or path of the
/// user's own.
struct DoctorFacts: Sendable {
  var version: String
  /// As in “Debian GNU/Linux 12 (bookworm), x86_64”.
  var system: String
  var packages: PackageSystem
  var site: Site?
  /// The first lines that the programs print about themselves; none for one that is not installed.
  var programs: [String: String]
  var today: CalendarDate
  /// How far the clock is ahead of universal time.
  var minutesAhead: Int
  var terminal: Terminal
  /// How many folders and queues the system lets a user watch; nil where there is no such limit.
  var watchLimits: (folders: Int, queues: Int)?

  struct Site: Sendable {
    /// Nil if there is no folder `content`.
    var content: Content?
    /// The names of the templates in the site’s own folder.
    var templates: [String] = []
    /// Those of them that the theme of this program has in a newer version.
    var oldTemplates: [String] = []
    /// The names of the schemas in `.vscode/schemas` that differ from those of this program, and
    /// whether there are any.
    var oldSchemas: [String] = []
    var hasSchemas = false
    var hasEditorSettings = false
    /// Where nothing can be written: `public`, `.daylight`.
    var lockedFolders: [String] = []
    /// Nil if the system does not say.
    var freeBytes: Int?
  }

  struct Content: Sendable {
    var files: Int
    var folders: Int
    var language: String
    var hasDictionary: Bool
    /// The day on which a file was last changed.
    var newest: CalendarDate?
  }
}
