import DaylightSyntax

extension FuzzTarget {
  /// Templates: a page, its parent and a partial, with a zero byte between them, with strings and
  /// values as small as can be. Filling in at once what is the same on every page must not change
  /// what is printed.
  static let templates = FuzzTarget("templates") { bytes in
    let parts = bytes.split(separator: 0, maxSplits: 2, omittingEmptySubsequences: false)
    let files = zip(["page", "base", "partials/part"], parts).map { name, part in
      SourceFile(path: "templates/\(name).mustache", bytes: Array(part))
    }
    let place = SourceLocation.file("templates/strings/en.yaml")
    let loaded = TemplateSet.load(
      files,
      strings: ["greeting": TemplateString(text: Array("Hello {{text}}".utf8), location: place)])
    let checked = loaded.value.checked(against: ["page": templateShape])
    show(loaded.diagnostics + checked.diagnostics, of: files)
    guard loaded.diagnostics.isEmpty, checked.diagnostics.isEmpty,
      let template = checked.value["page"]
    else { return }
    var output: [UInt8] = []
    guard template.render(templateValue, into: &output).isEmpty else { return }
    var folded: [UInt8] = []
    guard case .object(let known) = templateValue,
      template.folding(known).render(templateValue, into: &folded).isEmpty
    else { return }
    precondition(folded == output, "folding has changed what the template prints")
  }

  private static let templateShape = TemplateShape.object([
    .init(name: "text", shape: .text), .init(name: "html", shape: .html),
    .init(name: "flag", shape: .flag), .init(name: "number", shape: .number),
    .init(name: "extra", shape: .anything),
    .init(
      name: "list",
      shape: .list(
        .object([
          .init(name: "text", shape: .text),
          .init(name: "list", shape: .list(.object([.init(name: "name", shape: .text)]))),
        ]))),
    .init(name: "page", shape: .object([.init(name: "title", shape: .text)])),
  ])

  private static let templateValue = TemplateValue.object([
    "text": .text(Array("a < b".utf8)), "html": .html("<b>c</b>"), "flag": .flag(true),
    "number": .number(7), "extra": .object(["any": .text(Array("d".utf8))]),
    "list": .list([
      .object([
        "text": .text(Array("one".utf8)),
        "list": .list([.object(["name": .text(Array("deep".utf8))])]),
      ]), .object(["text": .text(Array("two".utf8))]),
    ]),
    "page": .object(["title": .text(Array("Page".utf8))]),
  ])
}
