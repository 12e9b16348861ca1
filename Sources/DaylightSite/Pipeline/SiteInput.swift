package import DaylightSyntax

/// Everything a build depends on. The same input gives the same output, byte for byte.
package struct SiteInput: Sendable {
  /// Markdown and data files, sorted by path.
  package var content: [SourceFile]
  /// Templates and strings, sorted by path.
  package var templates: [SourceFile]
  /// Pictures and documents beside the pages, sorted by path.
  package var attachments: [AttachedFile]
  /// Those among the attachments that are text, such as drawings in SVG, for the audit to read.
  package var attachedText: [SourceFile]
  /// Files of `templates/assets/`, sorted by path.
  package var assets: [SourceFile]
  /// What was found while the files were loaded.
  package var diagnostics: [Diagnostic]
  package var options: BuildOptions
  /// Every rule that `site.yaml` can set, also those of whoever loads and writes the site.
  package var rules: RuleBook

  package init(
    content: [SourceFile], templates: [SourceFile], attachments: [AttachedFile] = [],
    attachedText: [SourceFile] = [], assets: [SourceFile] = [], diagnostics: [Diagnostic] = [],
    options: BuildOptions, rules: RuleBook = Rules.book
  ) {
    self.content = content
    self.templates = templates
    self.attachments = attachments
    self.attachedText = attachedText
    self.assets = assets
    self.diagnostics = diagnostics
    self.options = options
    self.rules = rules
  }
}

/// What the person who runs a build may choose.
package struct BuildOptions: Sendable, Hashable {
  /// The day the build takes for today. Nothing in the pipeline asks a clock.
  package var now: CalendarDate
  /// Whether drafts, pages of the future and expired pages are included.
  package var drafts: Bool
  /// Takes the place of `baseURL` in `site.yaml`.
  package var baseURL: String?

  package init(now: CalendarDate, drafts: Bool = false, baseURL: String? = nil) {
    self.now = now
    self.drafts = drafts
    self.baseURL = baseURL
  }
}

/// A file that travels with the site as it is.
package struct AttachedFile: Sendable, Hashable {
  /// Relative to the root of the site, such as `content/signs/path.png`.
  package let path: String
  /// In bytes.
  package let size: Int
  /// The first bytes, enough to read a picture's size from.
  package let head: [UInt8]
  /// Changes when the file does: its modification time in nanoseconds.
  package let version: Int
  /// What is known of the whole file, of pictures and fonts.
  package let picture: PictureFacts?

  /// Where the file is published: `signs/path.png`.
  package var publishedPath: String {
    path.hasPrefix("content/") ? String(path.dropFirst("content/".utf8.count)) : path
  }

  package init(
    path: String, size: Int, head: [UInt8], version: Int, picture: PictureFacts? = nil
  ) {
    self.path = path
    self.size = size
    self.head = head
    self.version = version
    self.picture = picture
  }
}
