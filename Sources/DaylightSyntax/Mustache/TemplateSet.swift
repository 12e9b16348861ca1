/// All templates of a site, linked and ready to render.
package struct TemplateSet: Sendable {
  /// In bytes; for one file, and for the text of a template with everything it includes.
  static let mostText = 4 << 20

  private var templates: [String: Template] = [:]

  /// Parses and links the templates.
  ///
  /// `files` are those below `templates/` that end in `.mustache`; others are ignored. A tag
  /// `{{>nav}}` or `{{<nav}}` means `templates/partials/nav.mustache`, or else
  /// `templates/nav.mustache`. `strings` are by dotted name, without the prefix `strings.` that
  /// tags use. `rewrite` is called once for each run of the templates' own text.
  ///
  /// There is always a result: missing parts render as nothing.
  package static func load(
    _ files: [SourceFile], strings: [String: TemplateString] = [:],
    rewrite: TemplateText.Rewrite? = nil
  ) -> Diagnosed<TemplateSet> {
    var library = TemplateLibrary()
    var diagnostics: [Diagnostic] = []
    var pages: [(source: Int, path: String)] = []
    for file in files {
      guard let name = name(ofTemplateAt: file.path) else { continue }
      guard file.bytes.count <= mostText else {
        diagnostics.append(
          Diagnostic(
            .templateSize, "the template is larger than \(mostText >> 20) MB",
            at: .file(file.path), help: "move what is not a template to ‘templates/assets/’"))
        continue
      }
      let source = TemplateParser.parse(file, named: name, rewrite: rewrite)
      diagnostics += source.diagnostics
      if !name.hasPrefix(TemplateLibrary.partialPrefix) {
        pages.append((library.sources.count, file.path))
      }
      library.add(source.value)
    }
    for (name, string) in strings.sorted(by: { $0.key < $1.key }) {
      let name = TemplateLibrary.stringPrefix + name
      let source = TemplateParser.parse(string, named: name)
      diagnostics += source.diagnostics
      library.add(source.value)
    }
    diagnostics += library.missing()
    var set = TemplateSet()
    var repeated: Set<Diagnostic> = []
    for page in pages {
      let template = TemplateLinker.link(page.source, in: library, path: page.path)
      set.templates[template.value.name] = template.value
      diagnostics += template.diagnostics.filter { repeated.insert($0).inserted }
    }
    return Diagnosed(set, diagnostics.sorted())
  }

  /// The template of `templates/NAME.mustache`.
  package subscript(name: String) -> Template? { templates[name] }

  /// Checks templates against the shapes of their contexts, by name, and records where each value
  /// is found, so that rendering need not search for it.
  ///
  /// Missing templates are reported; templates without a shape are left unchanged.
  package func checked(against shapes: [String: TemplateShape]) -> Diagnosed<TemplateSet> {
    var set = self
    var diagnostics: [Diagnostic] = []
    var places: Set<SourceLocation?> = []
    for (name, shape) in shapes.sorted(by: { $0.key < $1.key }) {
      guard let template = templates[name] else {
        diagnostics.append(
          Diagnostic(
            .missingTemplate, "there is no template ‘\(name)’",
            at: .file("templates/\(name).mustache"), help: "every kind of page needs its template"))
        continue
      }
      let checked = TemplateChecker.check(template, against: shape)
      set.templates[name] = checked.value
      diagnostics += checked.diagnostics.filter { !places.contains($0.location) }
      places.formUnion(checked.diagnostics.map(\.location))
    }
    return Diagnosed(set, diagnostics.sorted())
  }

  private static func name(ofTemplateAt path: String) -> String? {
    let (folder, ending) = ("templates/", ".mustache")
    guard path.hasPrefix(folder), path.hasSuffix(ending),
      path.utf8.count > folder.utf8.count + ending.utf8.count
    else { return nil }
    return String(path.dropFirst(folder.count).dropLast(ending.count))
  }
}
