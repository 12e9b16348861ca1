/// Builds the list of operations of a template, joining adjacent text.
struct TemplateBuilder {
  private(set) var template: Template
  private var openSections: [Int] = []
  /// Text is never joined to an operation before this index, because something jumps here.
  private var barrier = 0

  init(_ template: Template) { self.template = template }

  /// How many sections are open.
  var depth: Int { openSections.count }

  mutating func addText(_ bytes: ArraySlice<UInt8>) {
    guard !bytes.isEmpty else { return }
    let run = store(bytes)
    if template.operations.count > barrier,
      case .text(let from, run.lowerBound)? = template.operations.last
    {
      template.operations[template.operations.count - 1] = .text(from: from, to: run.upperBound)
    } else {
      template.operations.append(.text(from: run.lowerBound, to: run.upperBound))
    }
  }

  mutating func addLineStart() { template.operations.append(.lineStart) }

  mutating func addValue(_ name: ArraySlice<UInt8>, isRaw: Bool, at site: SourceLocation) {
    addValue(path(name), isRaw: isRaw, at: site)
  }

  mutating func addValue(_ path: Template.ValuePath, isRaw: Bool, at site: SourceLocation) {
    let path = addPath(path, at: site)
    template.operations.append(isRaw ? .raw(path: path) : .escaped(path: path))
  }

  mutating func openSection(
    over name: ArraySlice<UInt8>, isInverted: Bool, at site: SourceLocation
  ) {
    openSection(over: path(name), isInverted: isInverted, at: site)
  }

  mutating func openSection(
    over path: Template.ValuePath, isInverted: Bool, at site: SourceLocation
  ) {
    openSections.append(template.operations.count)
    let path = addPath(path, at: site)
    template.operations.append(
      isInverted ? .inverted(path: path, end: 0) : .section(path: path, end: 0))
  }

  mutating func closeSection() {
    guard let start = openSections.popLast() else { return }
    let end = Int32(template.operations.count)
    switch template.operations[start] {
    case .section(let path, _):
      template.operations[start] = .section(path: path, end: end)
      template.operations.append(.endSection)
    case .inverted(let path, _):
      template.operations[start] = .inverted(path: path, end: end)
      barrier = template.operations.count
    default: break
    }
  }

  mutating func addCall(entry: Int, indentation: [UInt8], isNested: Bool) {
    let run = store(indentation[...])
    template.operations.append(
      .call(entry: Int32(entry), from: run.lowerBound, to: run.upperBound, isNested: isNested))
  }

  /// Begins the next part that calls reach.
  mutating func startEntry() { template.entries.append(template.operations.count) }

  mutating func endEntry() { template.operations.append(.endCall) }

  private mutating func store(_ bytes: ArraySlice<UInt8>) -> Range<Int32> {
    let start = Int32(template.text.count)
    template.text += bytes
    return start..<Int32(template.text.count)
  }

  private mutating func path(_ name: ArraySlice<UInt8>) -> Template.ValuePath {
    let parts = name.split(separator: UInt8(ascii: "."))
      .map { TemplateName(String(decoding: $0, as: UTF8.self)) }
    guard let first = parts.first else { return Template.ValuePath(first: nil, rest: 0..<0) }
    let start = Int32(template.names.count)
    template.names += parts.dropFirst()
    return Template.ValuePath(first: first, rest: start..<start + Int32(parts.count - 1))
  }

  private mutating func addPath(_ path: Template.ValuePath, at site: SourceLocation) -> Int32 {
    template.paths.append(path)
    template.sites.append(site)
    return Int32(template.paths.count - 1)
  }
}
