/// Links a template: replaces partials, parents, blocks and strings by their content, with the
/// right indentation, and builds the list of operations.
///
/// A recursive partial cannot be inlined; it becomes a separate part that is called. The blocks
/// that a template fills override those that its parents fill, at any distance, also inside
/// partials on the way (the specification's inheritance module).
struct TemplateLinker {
  private static let deepestNesting = 64
  private static let mostOperations = 100_000
  private static let mostInclusions = 100_000

  private let library: TemplateLibrary
  private var builder: TemplateBuilder
  private var diagnostics: Set<Diagnostic> = []

  /// Sets of filled blocks; the first is empty. Equal sets share one index.
  private var fillings: [[String: Filling]] = [[:]]
  private var fillingIndices: [[String: Filling]: Int] = [[:]: 0]
  /// The templates that are being linked, outermost first.
  private var chain: [Link] = []
  private var calls: [Callee] = []
  private var inclusions = 0
  private var isTooLarge = false

  /// The content with which a template fills a block.
  private struct Filling: Hashable {
    var source: Int
    var node: Int
    /// The set of filled blocks where the content was written.
    var fillings: Int
  }

  private struct Callee: Hashable {
    var source: Int
    var fillings: Int
  }

  private struct Link {
    var callee: Callee
    var sections: Int
  }

  /// How the current nodes are to be placed.
  private struct Placement {
    var source: Int
    var fillings = 0
    /// The number of blank bytes removed from each line, and what replaces them.
    var dedent = 0
    var indentation: [UInt8] = []
    /// Whether the indentation accumulated by calls comes first.
    var isCalled = false
    /// A node whose line already has its indentation.
    var indentedNode = -1
  }

  static func link(_ source: Int, in library: TemplateLibrary, path: String) -> Diagnosed<Template>
  {
    let empty = Template(name: library.sources[source].name, path: path)
    var linker = Self(library: library, builder: TemplateBuilder(empty))
    linker.link(source)
    return Diagnosed(
      linker.isTooLarge ? empty : linker.builder.template, linker.diagnostics.sorted())
  }

  private init(library: TemplateLibrary, builder: TemplateBuilder) {
    self.library = library
    self.builder = builder
  }

  private mutating func link(_ source: Int) {
    chain = [Link(callee: Callee(source: source, fillings: 0), sections: 0)]
    place(all: Placement(source: source))
    builder.endEntry()
    var linked = 0
    while linked < calls.count {
      let callee = calls[linked]
      linked += 1
      chain = [Link(callee: callee, sections: builder.depth)]
      builder.startEntry()
      place(all: Placement(source: callee.source, fillings: callee.fillings, isCalled: true))
      builder.endEntry()
    }
  }

  // MARK: Nodes

  private mutating func place(all placement: Placement) {
    place(library.sources[placement.source].nodes.indices, placement)
  }

  private mutating func place(_ range: Range<Int>, _ placement: Placement) {
    let source = library.sources[placement.source]
    var index = range.lowerBound
    while index < range.upperBound, !isTooLarge {
      let node = source.nodes[index]
      switch node.kind {
      case .text: addText(index, of: source, placement)
      case .escaped, .raw: addValue(node, of: source, placement)
      case .section, .inverted:
        builder.openSection(
          over: source.bytes[node.name], isInverted: node.kind == .inverted,
          at: source.location(of: node.range))
      case .close:
        let opening = source.nodes[node.close].kind
        if opening == .section || opening == .inverted { builder.closeSection() }
      case .partial:
        include(node, of: source, placement, fillings: placement.fillings)
      case .parent:
        let fillings = fillings(of: index, in: source, placement)
        include(node, of: source, placement, fillings: fillings)
        index = node.close
      case .block:
        if let filling = fillings[placement.fillings][source.spelling(of: node.name)] {
          fill(node, of: source, placement, with: filling)
          index = node.close
        }
      }
      index += 1
      checkSize(at: node, of: source)
    }
  }

  private mutating func addValue(
    _ node: TemplateNode, of source: TemplateSource, _ placement: Placement
  ) {
    let name = source.spelling(of: node.name)
    if name.hasPrefix(TemplateLibrary.stringPrefix) {
      guard let string = library.indices[name] else { return }
      include(string, Placement(source: string), at: node, of: source)
    } else {
      builder.addValue(
        source.bytes[node.name], isRaw: node.kind == .raw, at: source.location(of: node.range))
    }
  }

  // MARK: Other templates

  private mutating func include(
    _ node: TemplateNode, of source: TemplateSource, _ placement: Placement, fillings: Int
  ) {
    guard let target = library.index(of: source.spelling(of: node.name)) else { return }
    var inner = Placement(source: target, fillings: fillings)
    if node.ownsLine {
      inner.indentation =
        placement.indentation + source.bytes[node.indentation].dropFirst(placement.dedent)
      inner.isCalled = placement.isCalled
    }
    include(target, inner, at: node, of: source)
  }

  private mutating func include(
    _ target: Int, _ placement: Placement, at node: TemplateNode, of source: TemplateSource
  ) {
    inclusions += 1
    let callee = Callee(source: target, fillings: placement.fillings)
    if let link = chain.last(where: { $0.callee == callee }) {
      let isGuarded = link.sections < builder.depth
      if isGuarded {
        call(callee, placement)
      } else {
        report(.recursion(library.sources[target].name), at: node, of: source)
      }
    } else if chain.count >= Self.deepestNesting {
      report(.nesting(library.sources[target].name), at: node, of: source)
    } else {
      chain.append(Link(callee: callee, sections: builder.depth))
      place(all: placement)
      chain.removeLast()
    }
  }

  private mutating func call(_ callee: Callee, _ placement: Placement) {
    let entry = calls.firstIndex(of: callee) ?? calls.count
    if entry == calls.count { calls.append(callee) }
    builder.addCall(
      entry: entry, indentation: placement.indentation, isNested: placement.isCalled)
  }

  /// The filled blocks inside a parent: those already filled, then the blocks in its tag.
  private mutating func fillings(
    of parent: Int, in source: TemplateSource, _ placement: Placement
  ) -> Int {
    var filled = fillings[placement.fillings]
    for block in source.blocks(ofParent: parent) {
      let name = source.spelling(of: source.nodes[block].name)
      if filled[name] == nil {
        filled[name] = Filling(
          source: placement.source, node: block, fillings: placement.fillings)
      }
    }
    if let index = fillingIndices[filled] { return index }
    fillingIndices[filled] = fillings.count
    fillings.append(filled)
    return fillings.count - 1
  }

  /// Replaces a block by its content, at the block's indentation.
  private mutating func fill(
    _ block: TemplateNode, of source: TemplateSource, _ placement: Placement,
    with filling: Filling
  ) {
    let content = library.sources[filling.source]
    let argument = content.nodes[filling.node]
    var inner = Placement(source: filling.source, fillings: filling.fillings)
    inner.dedent = content.contentIndentation(of: argument).count
    inner.indentation =
      placement.indentation
      + source.bytes[source.contentIndentation(of: block)].dropFirst(placement.dedent)
    inner.isCalled = placement.isCalled
    let nodes = filling.node + 1..<argument.close
    if block.ownsLine, !argument.ownsLine, !nodes.isEmpty {
      startLine(inner)
    } else if !block.ownsLine, argument.ownsLine {
      inner.indentedNode = nodes.lowerBound
    }
    place(nodes, inner)
  }

  // MARK: Text

  private mutating func addText(_ index: Int, of source: TemplateSource, _ placement: Placement) {
    let bytes = source.text(of: index)
    if placement.dedent == 0, placement.indentation.isEmpty, !placement.isCalled {
      builder.addText(bytes)
      return
    }
    var startsLine = source.nodes[index].ownsLine
    if startsLine, bytes.isEmpty { startLine(placement) }
    var rest = bytes
    var isIndented = index == placement.indentedNode
    while !rest.isEmpty {
      let end = rest.firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? rest.endIndex
      var line = rest[..<end]
      rest = rest[end...]
      if startsLine {
        line = line.dropFirst(min(line.prefix(while: \.isSpaceOrTab).count, placement.dedent))
        if !isIndented { startLine(placement) }
      }
      builder.addText(line)
      startsLine = true
      isIndented = false
    }
  }

  private mutating func startLine(_ placement: Placement) {
    if placement.isCalled { builder.addLineStart() }
    builder.addText(placement.indentation[...])
  }

  // MARK: Findings

  private mutating func checkSize(at node: TemplateNode, of source: TemplateSource) {
    let template = builder.template
    guard !isTooLarge,
      inclusions > Self.mostInclusions || template.operations.count > Self.mostOperations
        || template.text.count > TemplateSet.mostText
    else { return }
    isTooLarge = true
    report(.size(template.name), at: node, of: source)
  }

  private enum Finding {
    case recursion(String)
    case nesting(String)
    case size(String)
  }

  private mutating func report(
    _ finding: Finding, at node: TemplateNode, of source: TemplateSource
  ) {
    let location = source.location(of: node.range)
    switch finding {
    case .recursion(let name):
      diagnostics.insert(
        Diagnostic(
          .templateRecursion, "‘\(name)’ includes itself here, without end", at: location,
          help: "put the tag in a section that is empty at some point, or take it out"))
    case .nesting(let name):
      diagnostics.insert(
        Diagnostic(
          .templateRecursion,
          "‘\(name)’ is more than \(Self.deepestNesting) templates deep here", at: location,
          help: "let fewer templates include each other"))
    case .size(let name):
      diagnostics.insert(
        Diagnostic(
          .templateSize, "‘\(name)’ grows too large with everything it includes", at: location,
          help: "let fewer templates include each other"))
    }
  }
}
