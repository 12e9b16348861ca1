import DaylightModel
import DaylightSyntax

/// If `site.yaml` allows HTML in texts: gives its links and pictures their published addresses, as
/// in Markdown, and checks that nothing stays open at the end of its block.
enum RawHTMLPass {
  static func run(_ tree: MarkdownTree, _ assembly: inout Assembly) {
    guard assembly.index.configuration.allowsRawHTML else { return }
    let nodes = checkNesting(tree, &assembly)
    for node in nodes { rewrite(node, &assembly) }
  }

  /// Returns all raw HTML of the text.
  private static func checkNesting(_ tree: MarkdownTree, _ assembly: inout Assembly)
    -> [MarkdownNode]
  {
    var nodes: [MarkdownNode] = []
    var nesting = HTMLNesting(path: assembly.path)
    var blocks: [MarkdownNode] = []
    var pieces: [MarkdownNode] = []
    var told = 0
    /// Looks at the blocks since the last that closed all.
    func finishBlocks() {
      if !pieces.isEmpty, nesting.findings.count == told,
        let fault = RawHTMLNesting.fault(in: blocks, pieces, of: tree, path: assembly.path)
      {
        assembly.add(fault)
      }
      nodes += pieces
      blocks = []
      pieces = []
      told = nesting.findings.count
    }
    for block in tree.root.children {
      blocks.append(block)
      block.walk { node, kind, isEntering in
        if kind == .htmlInline || kind == .htmlBlock {
          pieces.append(node)
          nesting.read(node)
        } else if !kind.isLeaf {
          isEntering ? nesting.enter() : nesting.leave()
        }
      }
      if nesting.isClosed { finishBlocks() }
    }
    nesting.leave()
    finishBlocks()
    for finding in nesting.findings { assembly.add(finding) }
    return nodes
  }

  private static func rewrite(_ node: MarkdownNode, _ assembly: inout Assembly) {
    let html = Array(node.literal)
    var output: [UInt8] = []
    var copied = 0
    html.withHTMLScanner { scanner in
      while let token = scanner.next() {
        guard case .startTag(let tag) = token else { continue }
        let isImage = tag.name == .img
        for attribute in scanner.attributes {
          let name = scanner.name(attribute.spelling)
          let value = String(decoding: scanner.value(attribute), as: UTF8.self)
          if name == "id", value.isEmpty || value.contains(where: \.isWhitespace) {
            let place = node.location(ofRaw: attribute.range, in: assembly.path)
            assembly.add(.invalidID(value, at: place))
            continue
          }
          guard let range = attribute.value else { continue }
          let location = node.location(ofRaw: range, in: assembly.path)
          if name == "id", !assembly.page.anchors.insert(value).inserted {
            assembly.add(.repeatedAnchor(value, at: location))
          }
          guard let address = address(value, of: name, at: location, &assembly) else { continue }
          output += html[copied..<range.lowerBound]
          output += HTMLEscaper.escaped(address).utf8
          copied = range.upperBound
        }
        if isImage, scanner.attribute(.alt) == nil {
          assembly.add(
            .missingAlternative(at: node.location(ofRaw: tag.range, in: assembly.path)))
        }
      }
    }
    guard copied > 0 else { return }
    node.setLiteral(output + html[copied...])
  }

  /// The new value of an attribute; nil if it is not changed.
  private static func address(
    _ value: String, of name: String, at location: SourceLocation, _ assembly: inout Assembly
  ) -> String? {
    switch name {
    case "href", "xlink:href", "cite":
      return resolve(value, isLoaded: false, at: location, &assembly)
    case "src", "poster": return resolve(value, isLoaded: true, at: location, &assembly)
    case "srcset":
      var candidates: [String] = []
      for candidate in value.split(separator: ",") {
        var words = candidate.split { $0.isWhitespace }.map(String.init)
        guard let first = words.first else { continue }
        words[0] = resolve(first, isLoaded: true, at: location, &assembly) ?? first
        candidates.append(words.joined(separator: " "))
      }
      return candidates.joined(separator: ", ")
    default: return nil
    }
  }

  private static func resolve(
    _ value: String, isLoaded: Bool, at location: SourceLocation, _ assembly: inout Assembly
  ) -> String? {
    let reference = value.trimming { $0.isWhitespace }
    let target = assembly.resolve(reference)
    func note(_ source: String, _ anchor: String?) {
      assembly.page.links.append(
        PageLink(target: source, anchor: anchor, reference: reference, location: location))
    }
    let path: String
    switch target {
    case .file(let file):
      assembly.page.files.insert(file.path)
      path = assembly.root + file.publishedPath + reference.drop { $0 != "#" }
    case .problem(.noScheme) where isLoaded:
      assembly.add(.externalImage(reference, at: location))
      return nil
    case .problem(let problem):
      assembly.add(.brokenLink(reference, problem, at: location))
      return nil
    case _ where isLoaded:
      assembly.add(.externalImage(reference, at: location))
      return nil
    case .page(let source, let link, let anchor):
      note(source, anchor)
      path = assembly.root + link + (anchor.map { "#" + $0 } ?? "")
    case .term(_, let source, let link):
      note(source, nil)
      path = assembly.root + link
    case .anchor(let anchor):
      note(assembly.path, anchor)
      path = "#" + anchor
    case .web, .telephone: return nil
    }
    return Address.encoded(path).replacing("'", with: "%27")
  }
}

extension Diagnostic {
  fileprivate static func invalidID(_ id: String, at location: SourceLocation) -> Self {
    Diagnostic(
      .invalidID, ElementID.unusable(id), at: location, help: ElementID.unusableHelp)
  }

  fileprivate static func repeatedAnchor(_ id: String, at location: SourceLocation) -> Self {
    Diagnostic(
      .duplicateAnchor, "a heading or another element of this page has the id ‘\(id)’ too",
      at: location, help: "give this one another id")
  }
}

extension String {
  fileprivate func trimming(_ isOutside: (Character) -> Bool) -> String {
    var text = self[...].drop(while: isOutside)
    while let last = text.last, isOutside(last) { text.removeLast() }
    return String(text)
  }
}
