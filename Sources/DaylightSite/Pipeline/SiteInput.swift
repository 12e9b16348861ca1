package import DaylightModel
package import DaylightSyntax

/// Everything a build depends on. The same input gives the same output, byte for byte.
package struct SiteInput: Sendable {
  /// Markdown and data files, sorted by path.
  package var content: [SourceFile] {
    get { Array(sharedContent) }
    set { sharedContent = PersistentArray(newValue) }
  }
  /// The same, of which an input with one file replaced shares all others.
  package var sharedContent: PersistentArray<Int, SourceFile>
  /// Templates and strings, sorted by path.
  package var templates: [SourceFile]
  /// Pictures and documents beside the pages, sorted by path.
  package var attachments: [AttachedFile]
  /// Those among the attachments that are text, such as drawings in SVG, for the audit to read.
  package var attachedText: [SourceFile]
  /// Files of `templates/assets/`, sorted by path.
  package var assets: [SourceFile]
  /// The paths among templates and assets of files that come with the program, because the site has
  /// none of its own there.
  package var builtIn: Set<String>
  /// What was found while the files were loaded.
  package var diagnostics: [Diagnostic]
  package var options: BuildOptions
  /// Every rule that `site.yaml` can set, including those of loading and writing the site.
  package var rules: RuleBook

  package init(
    content: [SourceFile], templates: [SourceFile], attachments: [AttachedFile] = [],
    attachedText: [SourceFile] = [], assets: [SourceFile] = [], builtIn: Set<String> = [],
    diagnostics: [Diagnostic] = [],
    options: BuildOptions, rules: RuleBook = .pipeline
  ) {
    sharedContent = PersistentArray(content)
    self.templates = templates
    self.attachments = attachments
    self.attachedText = attachedText
    self.assets = assets
    self.builtIn = builtIn
    self.diagnostics = diagnostics
    self.options = options
    self.rules = rules
  }

  /// Replaces the text file at the same path. False if there is none.
  package mutating func replace(_ file: SourceFile) -> Bool {
    if file.path.hasPrefix("templates/assets/") { return assets.replace(file) }
    if file.path.hasPrefix("templates/") { return templates.replace(file) }
    return sharedContent.replace(file)
  }
}

extension MutableCollection<SourceFile> {
  fileprivate mutating func replace(_ file: SourceFile) -> Bool {
    guard let place = firstIndex(where: { $0.path == file.path }) else { return false }
    self[place] = file
    return true
  }
}
