extension Template {
  /// The template with the values filled in that are the same on every page, so that they are
  /// looked up, escaped and joined to the surrounding text only once.
  ///
  /// `known` are fields of the root. An object among them may omit fields: those are looked up when
  /// a page is rendered. Only values located by `TemplateChecker` are filled in; a template with
  /// recursive partials is unchanged.
  package func folding(_ known: TemplateObject) -> Template {
    var folder = TemplateFolder(source: self, known: known)
    return folder.fold() ?? self
  }
}

/// Walks a template as rendering does, and builds the operations that remain.
private struct TemplateFolder {
  /// Lists are unrolled; a template that grows beyond this gains nothing.
  private static let mostOperations = 20_000

  private let source: Template
  private let known: TemplateObject
  private var builder: TemplateBuilder
  private var contexts: [Context] = [.open(depth: 0)]

  private enum Context {
    /// A section that was resolved.
    case known(TemplateValue)
    /// A section that remains, at this depth of the result.
    case open(depth: Int32)
  }

  private enum Resolved {
    case known(TemplateValue)
    case open(Template.ValuePath)
  }

  init(source: Template, known: TemplateObject) {
    self.source = source
    self.known = known
    var result = Template(name: source.name, path: source.path)
    result.names = source.names
    builder = TemplateBuilder(result)
  }

  mutating func fold() -> Template? {
    let end = source.operations.firstIndex(of: .endCall) ?? source.operations.endIndex
    guard source.entries.isEmpty, fold(0..<end) else { return nil }
    builder.endEntry()
    return builder.template
  }

  /// - Returns: whether everything could be folded.
  private mutating func fold(_ range: Range<Int>) -> Bool {
    var index = range.lowerBound
    while index < range.upperBound {
      guard builder.template.operations.count <= Self.mostOperations,
        builder.template.text.count <= TemplateSet.mostText
      else { return false }
      switch source.operations[index] {
      case .text(let from, let to): builder.addText(source.text[Int(from)..<Int(to)])
      case .escaped(let path): guard addValue(path, isRaw: false) else { return false }
      case .raw(let path): guard addValue(path, isRaw: true) else { return false }
      case .section(let path, let end):
        guard addSection(path, index + 1..<Int(end)) else { return false }
        index = Int(end)
      case .inverted(let path, let end):
        guard addInverted(path, index + 1..<Int(end)) else { return false }
        index = Int(end) - 1
      case .endSection, .lineStart, .call, .endCall: return false
      }
      index += 1
    }
    return true
  }

  private mutating func addValue(_ path: Int32, isRaw: Bool) -> Bool {
    switch resolve(path) {
    case .known(let value)?:
      var bytes: [UInt8] = []
      bytes.append(value, escaping: !isRaw)
      builder.addText(bytes[...])
    case .open(let open)?: builder.addValue(open, isRaw: isRaw, at: source.sites[Int(path)])
    case nil: return false
    }
    return true
  }

  private mutating func addSection(_ path: Int32, _ body: Range<Int>) -> Bool {
    switch resolve(path) {
    case .known(let value)? where value.isEmpty: return true
    case .known(.list(let list))?: return list.allSatisfy { fold(body, in: .known($0)) }
    case .known(let value)?: return fold(body, in: .known(value))
    case .open(let open)?:
      let depth = contexts.reduce(into: Int32(0)) { if case .open = $1 { $0 += 1 } }
      builder.openSection(over: open, isInverted: false, at: source.sites[Int(path)])
      guard fold(body, in: .open(depth: depth)) else { return false }
      builder.closeSection()
      return true
    case nil: return false
    }
  }

  private mutating func addInverted(_ path: Int32, _ body: Range<Int>) -> Bool {
    switch resolve(path) {
    case .known(let value)?: return !value.isEmpty || fold(body)
    case .open(let open)?:
      builder.openSection(over: open, isInverted: true, at: source.sites[Int(path)])
      guard fold(body) else { return false }
      builder.closeSection()
      return true
    case nil: return false
    }
  }

  private mutating func fold(_ body: Range<Int>, in context: Context) -> Bool {
    contexts.append(context)
    defer { contexts.removeLast() }
    return fold(body)
  }

  /// Nil if a name would have to be searched for in sections that were resolved.
  private func resolve(_ index: Int32) -> Resolved? {
    var path = source.paths[Int(index)]
    guard let first = path.first else {
      if case .known(let value)? = contexts.last { return .known(value) }
      return .open(path)
    }
    guard path.depth >= 0 else {
      let isSearchable = contexts.allSatisfy { if case .open = $0 { true } else { false } }
      return isSearchable ? .open(path) : nil
    }
    switch contexts[Int(path.depth)] {
    case .known(let value): return .known(field(first, path.rest, of: value) ?? .none)
    case .open(0):
      guard let value = field(first, path.rest, of: .object(known)) else { return .open(path) }
      // Inside a section over it, omitted fields could not be distinguished from missing ones.
      if path.rest.isEmpty, case .object = value { return .open(path) }
      return .known(value)
    case .open(let depth):
      path.depth = depth
      return .open(path)
    }
  }

  private func field(
    _ first: TemplateName, _ rest: Range<Int32>, of value: TemplateValue
  ) -> TemplateValue? {
    guard case .object(let object) = value, var field = object[first] else { return nil }
    for position in rest {
      if field == .none { return TemplateValue.none }
      guard case .object(let object) = field, let next = object[source.names[Int(position)]]
      else { return nil }
      field = next
    }
    return field
  }
}
