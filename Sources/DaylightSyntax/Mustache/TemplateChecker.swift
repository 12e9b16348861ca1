/// Checks a template against the shape of what it will be given, and notes in it where each value
/// is found.
///
/// Names are looked for as rendering does: in the innermost section's value first, then outwards.
struct TemplateChecker {
  /// How often a recursive partial is followed into itself.
  private static let deepestRecursion = 3

  private var template: Template
  /// Nothing where an unknown name was reported: what is inside cannot be judged.
  private var contexts: [TemplateShape?]
  private var calls: [Int32] = []
  private var diagnostics: [Diagnostic] = []

  static func check(_ template: Template, against shape: TemplateShape) -> Diagnosed<Template> {
    var checker = Self(template: template, contexts: [shape])
    checker.check(from: 0)
    var seen: Set<Diagnostic> = []
    return Diagnosed(
      checker.template, checker.diagnostics.filter { seen.insert($0).inserted })
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
        if calls.count(where: { $0 == entry }) < Self.deepestRecursion {
          calls.append(entry)
          check(from: template.entries[Int(entry)])
          calls.removeLast()
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
      report(.unknown(candidates: names(nearTo: first.spelling)), index)
      return nil
    }
    guard let context = contexts[depth] else { return nil }
    guard var shape = context.field(first.spelling) else { return .anything }
    // A part that is called is reached at several depths.
    if calls.isEmpty { template.paths[Int(index)].depth = Int32(depth) }
    var spelling = first.spelling
    for position in path.rest {
      let name = template.names[Int(position)].spelling
      if case .anything = shape { return .anything }
      guard let field = shape.field(name) else {
        report(.unknown(candidates: shape.names.map { spelling + "." + $0 }), index)
        return nil
      }
      shape = field
      spelling += "." + name
    }
    return shape
  }

  /// The names in reach, and first those of the same spelling one step inside them.
  private func names(nearTo name: String) -> [String] {
    var inside: [String] = []
    var names: [String] = []
    for context in contexts.reversed() {
      guard case .object(let fields)? = context else { continue }
      for field in fields {
        names.append(field.name)
        if field.shape.field(name) != nil { inside.append(field.name + "." + name) }
      }
    }
    return inside.isEmpty ? names : inside
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
    case unknown(candidates: [String])
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
    case .unknown(let candidates):
      let near = candidates.count == 1 ? candidates[0] : nearestMatch(to: name, in: candidates)
      diagnostic = Diagnostic(
        .unknownTemplateName, "there is no value ‘\(name)’ here", at: location,
        help: near.map { "did you mean ‘\($0)’?" } ?? "say a value that this kind of page has")
    case .escapedHTML:
      diagnostic = Diagnostic(
        .templateValue, "‘\(name)’ is HTML, and two braces would show its tags as text",
        at: location, help: "write three braces, ‘{{{\(name)}}}’")
    case .rawText:
      diagnostic = Diagnostic(
        .templateValue, "‘\(name)’ is not HTML, and three braces would print it unescaped",
        at: location, help: "write two braces, ‘{{\(name)}}’")
    case .printedFlag:
      diagnostic = Diagnostic(
        .templateValue, "‘\(name)’ is yes or no, and cannot be printed", at: location,
        help: "open a section with it, ‘{{#\(name)}}…{{/\(name)}}’")
    case .printedList:
      diagnostic = Diagnostic(
        .templateValue, "‘\(name)’ is a list, and cannot be printed", at: location,
        help: "open a section with it, ‘{{#\(name)}}…{{/\(name)}}’")
    case .printedObject(let names):
      diagnostic = Diagnostic(
        .templateValue, "‘\(name)’ holds several values, and cannot be printed", at: location,
        help: names.first.map { "say which one, such as ‘\(name).\($0)’" })
    }
    if location.path != template.path {
      diagnostic.notes.append(Diagnostic.Note("it is part of ‘\(template.path)’"))
    }
    diagnostics.append(diagnostic)
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
