package import DaylightModel
package import DaylightSyntax

/// The words of a site's templates, from `templates/strings/LANGUAGE.yaml`.
package struct StringTable: Sendable {
  /// By dotted name, such as `exit.label`.
  package var strings: [String: TemplateString] = [:]
  private var shown = ShownFields()
  private var typography: Typography?

  /// As pages show them, with the quotation marks of the language.
  package var interfaceStrings: InterfaceStrings {
    InterfaceStrings(
      strings.mapValues { string in
        let text = String(decoding: string.text, as: UTF8.self)
        return typography?.setting(text) ?? text
      }, shown: shown)
  }

  /// Whether a file has words.
  package static func holds(_ path: String) -> Bool {
    path.hasPrefix("templates/strings/") && path.hasSuffix(".yaml")
  }

  /// Reads the file of the site's language, or the English one if there is none.
  ///
  /// Words that are not in it are taken from the file of that name that comes with the program, if
  /// there is one. Those are not proofread: they are no words of the author.
  ///
  /// - Parameter builtIn: the paths of files that come with the program.
  package static func read(
    _ files: [SourceFile], language: String, builtIn: Set<String> = []
  ) -> Diagnosed<StringTable> {
    let base = language.prefix { $0 != "-" }
    let names = [language, String(base), "en"].map { "templates/strings/\($0).yaml" }
    guard let file = names.lazy.compactMap({ name in files.first { $0.path == name } }).first else {
      return Diagnosed(StringTable(), [.noStrings(at: names[1])])
    }
    let parsed = YAMLNode.parse(file, limit: YAMLNode.dataFileLimit)
    var table = Diagnosed(StringTable(), parsed.diagnostics)
    table.value.typography = Typography(language: language)
    if let rest = files.first(where: { $0.path == file.path + BuiltIn.mark }),
      let root = YAMLNode.parse(rest, limit: YAMLNode.dataFileLimit).value
    {
      table.value.add(root, under: "")
    }
    if let root = parsed.value { table.value.add(root, under: "") }
    guard parsed.diagnostics.isEmpty else { return table }
    if !builtIn.contains(file.path) { table.value.shown = ShownFields(parsed.value, in: file) }
    table.diagnostics += PlainTextFields.findings(in: parsed.value, of: file)
    for name in InterfaceStrings.required where table.value.strings[name] == nil {
      table.diagnostics.append(.missingString(name, at: .file(file.path)))
    }
    table.diagnostics += ReviewWordsRule.check(table.value.strings)
    return table
  }

  private mutating func add(_ node: YAMLNode, under name: String) {
    switch node.content {
    case .scalar(let text, _):
      strings[name] = TemplateString(text: Array(text.utf8), location: node.location)
    case .mapping(let fields):
      for field in fields {
        add(field.value, under: name.isEmpty ? field.key : "\(name).\(field.key)")
      }
    case .sequence(let nodes):
      for (number, node) in nodes.enumerated() { add(node, under: "\(name).\(number + 1)") }
    }
  }
}

extension Rule {
  package static let missingString = Rule(
    "missing-string", .error, "Words that pages need and that ‘templates/strings’ does not have.",
    why: "The program prints these words on every page of a kind, so the page would have a gap.",
    bad: "`templates/strings/en.yaml` without `callout: {safety: …}`",
    good: "the file with the words that came with Daylight",
    fix: "Add the words, as in the `en.yaml` that came with Daylight.", in: .described)
}

extension Diagnostic {
  fileprivate static func noStrings(at path: String) -> Self {
    Diagnostic(
      .missingString, "there are no words for the templates", at: .file(path),
      help: "copy ‘templates/strings/en.yaml’ from Daylight’s own site and translate it")
  }

  package static func missingString(_ name: String, at location: SourceLocation) -> Self {
    Diagnostic(
      .missingString, "the words ‘\(name)’ are missing", at: location,
      help: "add them, as in Daylight’s own ‘templates/strings/en.yaml’")
  }
}
