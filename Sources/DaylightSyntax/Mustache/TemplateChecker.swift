/// Checks a template against the shape of its context, and records in it where each value is found.
///
/// Names are resolved as in rendering: in the innermost section's value first, then outwards.
struct TemplateChecker {
  /// The most calls of recursive partials that are followed.
  private static let mostCalls = 256

  private var template: Template
  /// Nil after an unknown name was reported: what is inside cannot be checked.
  private var contexts: [TemplateShape?]
  private var isCalled = false
  private var called: Set<Call> = []
  private var diagnostics: [Diagnostic] = []
  private var reported: Set<Diagnostic> = []

  /// A part that was called, with the contexts in scope. An inner shape hides an equal outer one,
  /// so recursion ends at calls that were seen.
  private struct Call: Hashable {
    var entry: Int32
    var reach: [TemplateShape?]

    init(entry: Int32, contexts: [TemplateShape?]) {
      self.entry = entry
      reach = []
      for context in contexts.reversed() where !reach.contains(context) { reach.append(context) }
    }
  }

  static func check(_ template: Template, against shape: TemplateShape) -> Diagnosed<Template> {
    var checker = Self(template: template, contexts: [shape])
    checker.check(from: 0)
    return Diagnosed(checker.template, checker.diagnostics)
  }

  private init(template: Template, contexts: [TemplateShape?]) {
    self.template = template
    self.contexts = contexts
  }

  private mutating func check(from start: Int) {
    var index = start
    while index < template.operations.count {
      switch template.operations[index] {
      case .text, .lineStart: break
      case .escaped(let path): checkPrint(resolve(path), of: path, isRaw: false)
      case .raw(let path): checkPrint(resolve(path), of: path, isRaw: true)
      case .section(let path, _):
        switch resolve(path) {
        case .list(let element)?: contexts.append(element)
        case let shape: contexts.append(shape)
        }
      case .endSection: contexts.removeLast()
      case .inverted(let path, _): _ = resolve(path)
      case .call(let entry, _, _, _):
        let call = Call(entry: entry, contexts: contexts)
        if called.count < Self.mostCalls, called.insert(call).inserted {
          let wasCalled = isCalled
          isCalled = true
          check(from: template.entries[Int(entry)])
          isCalled = wasCalled
        }
      case .endCall: return
      }
      index += 1
    }
  }

  // MARK: Names

  private mutating func resolve(_ index: Int32) -> TemplateShape? {
    let path = template.paths[Int(index)]
    guard let first = path.first else { return contexts[contexts.count - 1] }
    guard let depth = contexts.lastIndex(where: { $0?.declares(first.spelling) ?? true }) else {
      report(.unknown(suggestion: suggestion(for: path)), index)
      return nil
    }
    guard let context = contexts[depth] else { return nil }
    guard var shape = context.field(first.spelling) else { return .anything }
    // A called part is reached at several depths.
    if !isCalled { template.paths[Int(index)].depth = Int32(depth) }
    var spelling = first.spelling
    for position in path.rest {
      let name = template.names[Int(position)].spelling
      if case .anything = shape { return .anything }
      guard let field = shape.field(name) else {
        let near = nearestMatch(to: name, in: shape.names)
        report(.unknown(suggestion: near.map { spelling + "." + $0 }), index)
        return nil
      }
      shape = field
      spelling += "." + name
    }
    return shape
  }

  /// What an undeclared name was probably meant to be: the same name inside a value in scope,
  /// otherwise the nearest name.
  private func suggestion(for path: Template.ValuePath) -> String? {
    guard let first = path.first else { return nil }
    let name = template.spelling(of: path)
    var names: [String] = []
    for case .object(let fields)? in contexts.reversed() {
      if let owner = fields.first(where: { $0.shape.field(first.spelling) != nil }) {
        return owner.name + "." + name
      }
      names += fields.map(\.name)
    }
    let near = nearestMatch(to: first.spelling, in: names)
    return near.map { $0 + name.dropFirst(first.spelling.count) }
  }

  // MARK: Kinds

  private mutating func checkPrint(_ shape: TemplateShape?, of path: Int32, isRaw: Bool) {
    switch shape {
    case nil: break
    case .html?: if !isRaw { report(.escapedHTML, path) }
    case .text?, .number?, .anything?: if isRaw { report(.rawText, path) }
    case .flag?: report(.printedFlag, path)
    case .list?: report(.printedList, path)
    case .object(let fields)?: report(.printedObject(fields.map(\.name)), path)
    }
  }

  private enum Finding {
    case unknown(suggestion: String?)
    case escapedHTML
    case rawText
    case printedFlag
    case printedList
    case printedObject([String])
  }

  private mutating func report(_ finding: Finding, _ index: Int32) {
    let name = template.spelling(of: template.paths[Int(index)])
    let location = template.sites[Int(index)]
    var diagnostic: Diagnostic
    switch finding {
    case .unknown(let near):
      diagnostic = Diagnostic(
        .unknownTemplateName, "there is no value ‘\(name)’ here", at: location,
        help: near.map { "did you mean ‘\($0)’?" } ?? "use a value that this kind of page has")
    case .escapedHTML:
      diagnostic = Diagnostic(
        .templateValue, "‘\(name)’ is HTML, and two braces would show its tags as text",
        at: location, help: "write three braces, ‘{{{\(name)}}}’")
    case .rawText:
      diagnostic = Diagnostic(
        .templateValue, "‘\(name)’ is text, and three braces are for HTML",
        at: location, help: "write two braces, ‘{{\(name)}}’")
    case .printedFlag:
      diagnostic = Diagnostic(
        .templateValue, "‘\(name)’ is a flag, and cannot be printed", at: location,
        help: "open a section with it, ‘{{#\(name)}}…{{/\(name)}}’")
    case .printedList:
      diagnostic = Diagnostic(
        .templateValue, "‘\(name)’ is a list, and cannot be printed", at: location,
        help: "open a section with it, ‘{{#\(name)}}…{{/\(name)}}’")
    case .printedObject(let names):
      diagnostic = Diagnostic(
        .templateValue, "‘\(name)’ has several values, and cannot be printed", at: location,
        help: names.first.map { "say which one, such as ‘\(name).\($0)’" })
    }
    if location.path != template.path {
      diagnostic.notes.append(Diagnostic.Note("it is part of ‘\(template.path)’"))
    }
    if reported.insert(diagnostic).inserted { diagnostics.append(diagnostic) }
  }
}

extension TemplateShape {
  fileprivate func declares(_ name: String) -> Bool {
    if case .anything = self { return true }
    return field(name) != nil
  }

  fileprivate var names: [String] {
    guard case .object(let fields) = self else { return [] }
    return fields.map(\.name)
  }
}
