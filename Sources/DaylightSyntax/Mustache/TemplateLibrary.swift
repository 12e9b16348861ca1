/// The parsed templates and strings, by name, before they are linked.
struct TemplateLibrary: Sendable {
  static let stringPrefix = "strings."
  static let partialPrefix = "partials/"

  private(set) var sources: [TemplateSource] = []
  private(set) var indices: [String: Int] = [:]

  mutating func add(_ source: TemplateSource) {
    indices[source.name] = sources.count
    sources.append(source)
  }

  /// The target of a partial or parent tag: a partial of that name, otherwise a template.
  func index(of name: String) -> Int? { indices[Self.partialPrefix + name] ?? indices[name] }

  // MARK: Checks

  /// Findings for tags that refer to missing templates, strings, or blocks of parents.
  func missing() -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    for source in sources {
      for (index, node) in source.nodes.enumerated() {
        let name = source.spelling(of: node.name)
        switch node.kind {
        case .partial, .parent:
          guard let target = self.index(of: name) else {
            diagnostics.append(missingTemplate(name, at: source.location(of: node.range)))
            break
          }
          guard node.kind == .parent else { break }
          let known = blocks(of: target)
          for block in source.blocks(ofParent: index) {
            let range = source.nodes[block].range
            let blockName = source.spelling(of: source.nodes[block].name)
            if !known.contains(blockName) {
              diagnostics.append(
                unknownBlock(blockName, of: name, known, at: source.location(of: range)))
            }
          }
        case .escaped, .raw, .section, .inverted:
          if name.hasPrefix(Self.stringPrefix) || name == "strings" {
            let location = source.location(of: node.range)
            diagnostics += stringMisuse(name, as: node.kind, at: location)
          }
        case .text, .block, .close: break
        }
      }
    }
    return diagnostics
  }

  /// The blocks of a template and of everything it includes.
  private func blocks(of source: Int) -> Set<String> {
    var blocks: Set<String> = []
    var seen: Set<Int> = [source]
    var waiting = [source]
    while let next = waiting.popLast() {
      let source = sources[next]
      for node in source.nodes {
        let name = source.spelling(of: node.name)
        if node.kind == .block { blocks.insert(name) }
        if node.kind == .partial || node.kind == .parent, let target = index(of: name),
          seen.insert(target).inserted
        {
          waiting.append(target)
        }
      }
    }
    return blocks
  }

  private func missingTemplate(_ name: String, at location: SourceLocation) -> Diagnostic {
    let known = indices.keys.filter { !$0.hasPrefix(Self.stringPrefix) }.map {
      $0.hasPrefix(Self.partialPrefix) ? String($0.dropFirst(Self.partialPrefix.count)) : $0
    }
    let near = nearestMatch(to: name, in: known.sorted())
    return Diagnostic(
      .missingTemplate, "there is no template ‘\(name)’", at: location,
      help: near.map { "did you mean ‘\($0)’?" }
        ?? "add the file ‘templates/partials/\(name).mustache’, or take the tag out")
  }

  private func unknownBlock(
    _ name: String, of parent: String, _ known: Set<String>, at location: SourceLocation
  ) -> Diagnostic {
    let names = known.sorted()
    return Diagnostic(
      .unknownBlock, "‘\(parent)’ has no block ‘\(name)’", at: location,
      help: nearestMatch(to: name, in: names).map { "did you mean ‘\($0)’?" }
        ?? (names.isEmpty
          ? "it has no blocks at all"
          : "its blocks are \(names.map { "‘\($0)’" }.joined(separator: ", "))"))
  }

  private func stringMisuse(
    _ name: String, as kind: TemplateNode.Kind, at location: SourceLocation
  ) -> [Diagnostic] {
    guard indices[name] != nil else {
      let known = indices.keys.filter { $0.hasPrefix(Self.stringPrefix) }.sorted()
      return [
        Diagnostic(
          .unknownString, "there is no string ‘\(name)’", at: location,
          help: nearestMatch(to: name, in: known).map { "did you mean ‘\($0)’?" }
            ?? "add it to the file of strings, or use one that exists")
      ]
    }
    switch kind {
    case .raw:
      return [
        Diagnostic(
          .templateValue, "‘\(name)’ is text, not HTML", at: location,
          help: "write it with two braces, ‘{{\(name)}}’")
      ]
    case .section, .inverted:
      return [
        Diagnostic(
          .templateValue, "‘\(name)’ always exists, so it cannot open a section", at: location,
          help: "print it with ‘{{\(name)}}’")
      ]
    default: return []
    }
  }
}

extension TemplateSource {
  /// The blocks that a parent tag fills, as indices of nodes. Its other content is ignored.
  func blocks(ofParent parent: Int) -> [Int] {
    var blocks: [Int] = []
    var index = parent + 1
    while index < nodes[parent].close {
      if nodes[index].kind == .block { blocks.append(index) }
      index = Swift.max(index, nodes[index].close) + 1
    }
    return blocks
  }

  /// The indentation of the lines of a block: that of its first line, or of its tag if the block is
  /// empty or begins on the tag's line.
  func contentIndentation(of block: TemplateNode) -> Range<Int> {
    guard block.ownsLine else { return block.indentation }
    let end = nodes[block.close].range.lowerBound
    guard var start = bytes[block.range.upperBound...].firstIndex(of: UInt8(ascii: "\n")) else {
      return block.indentation
    }
    start += 1
    while start < end {
      let blanks = bytes[start..<end].prefix(while: \.isSpaceOrTab).endIndex
      if blanks == end { break }
      let byte = bytes[blanks]
      guard byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") else { return start..<blanks }
      start = blanks + 1
    }
    return block.indentation
  }
}
