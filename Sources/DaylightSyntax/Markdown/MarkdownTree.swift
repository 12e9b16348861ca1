internal import CCMarkGFM
internal import CMarkArena
import Platform

// The API in short
//
//   MarkdownLimits.check(body, path:, firstLine:)     before parsing: nil, or the reason to refuse
//   MarkdownTree.withTree(parsing: body, firstLine: 9) { tree in … }
//     tree.root, tree.events()                        nodes; depth-first, without recursion
//     tree.joinText()                                 runs of text nodes become one each
//     tree.takeRawHTML() -> RawHTML                   tags shown as text, comments left out
//     tree.footnotes(in: outline)                     undefined, unused and repeated ones
//     tree.html()                                     the whole tree, or childrenOf: node
//   MarkdownNode
//     kind, parent, firstChild, lastChild, next, previous, children, ancestors
//     literal, url, title, info, footnoteLabel, headingLevel, list, isChecked, isHeaderRow
//     position, end (nil if cmark has none), place, location(in:) (never nil, for diagnostics)
//     setLiteral, setURL, insert(before:), insert(after:), append, unlink, replace(with:),
//     unwrap, wrap(in:), wrap(through:in:)
//     makeText, makeParagraph, makeCustomInline(enter:exit:), makeCustomBlock(enter:exit:)
//     position(ofByte:), location(ofBytes:in:)        the location of a part of a text node

/// One parsed text: cmark's own tree, edited in place and printed by cmark.
///
/// It is valid only inside `withTree`, on one thread. Neither nodes nor their bytes may be kept
/// afterwards: copy the bytes into an array.
package struct MarkdownTree {
  package let root: MarkdownNode
  private let parser: OpaquePointer

  /// Parses a text and passes its tree to `work`; the tree's memory is freed when the call ends.
  ///
  /// Any number of threads may call it at the same time. A nested call inside `work` is allowed;
  /// its memory is freed when the outermost call on the thread ends.
  ///
  /// - Parameters:
  ///   - body: UTF-8 with any line endings, without a byte order mark. A NUL byte becomes U+FFFD.
  ///     Check it with `MarkdownLimits` first: cmark-gfm 0.29.0.gfm.6 is slow on hostile texts.
  ///   - firstLine: the line of the file on which the body begins, 1-based, so that positions are
  ///     the file's.
  package static func withTree<Result, Failure>(
    parsing body: UnsafeBufferPointer<UInt8>, syntax: MarkdownSyntax = .content, firstLine: Int = 1,
    _ work: (MarkdownTree) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    daylight_arena_open()
    defer { daylight_arena_close() }
    var source = MarkdownSource(body: body, firstLine: firstLine)
    // The nodes point to `source`, so its address must not change while the tree is in use.
    return try withUnsafeMutablePointer(to: &source) { source throws(Failure) in
      try work(MarkdownTree(body, syntax: syntax, source: source))
    }
  }

  package static func withTree<Result, Failure>(
    parsing body: some Collection<UInt8>, syntax: MarkdownSyntax = .content, firstLine: Int = 1,
    _ work: (MarkdownTree) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try withContiguousBytes(body) { bytes throws(Failure) in
      try withTree(parsing: bytes, syntax: syntax, firstLine: firstLine, work)
    }
  }

  private init(
    _ body: UnsafeBufferPointer<UInt8>, syntax: MarkdownSyntax,
    source: UnsafeMutablePointer<MarkdownSource>
  ) {
    let library = CMarkLibrary.shared
    // With this option cmark counts lines inside code spans and raw HTML.
    var options = CMARK_OPT_SOURCEPOS
    if syntax.contains(.footnotes) { options |= CMARK_OPT_FOOTNOTES }
    if syntax.contains(.doubleTilde) { options |= CMARK_OPT_STRIKETHROUGH_DOUBLE_TILDE }
    guard let parser = cmark_parser_new_with_mem(options, daylight_arena_memory()) else {
      preconditionFailure("the arena returned null")
    }
    let hasTilde = syntax.contains(.strikethrough) && body.has(UInt8(ascii: "~"))
    let mayHaveAddress = syntax.contains(.autolinks) && Self.mayHaveAddress(body)
    let attached: [(Bool, OpaquePointer)] = [
      (syntax.contains(.tables), library.table),
      (hasTilde, library.strikethrough),
      (mayHaveAddress, library.autolink),
      (syntax.contains(.tagFilter), library.tagFilter),
      (syntax.contains(.taskLists), library.taskList),
    ]
    for (isOn, found) in attached where isOn { cmark_parser_attach_syntax_extension(parser, found) }
    if body.count > 0 {
      body.withMemoryRebound(to: CChar.self) {
        cmark_parser_feed(parser, $0.baseAddress, $0.count)
      }
    }
    let document = CMarkLibrary.finish(parser, hasTilde: hasTilde)
    self.parser = parser
    root = MarkdownNode(document, source)
    // cmark searches for mail addresses only after it has joined the text.
    source.pointee.isJoined = !Self.mayHaveAt(body)
    if syntax.contains(.taskLists), mayHaveTick { correctCheckedItems() }
  }

  /// Whether the text may contain a bare address. Without the extension cmark walks the tree two
  /// times less.
  static func mayHaveAddress(_ body: UnsafeBufferPointer<UInt8>) -> Bool {
    if mayHaveAt(body) { return true }
    for (first, rest) in [(UInt8(ascii: ":"), "//"), (UInt8(ascii: "w"), "ww.")] {
      var next = body.offset(of: first)
      while let offset = next {
        if body[(offset + 1)...].starts(with: rest.utf8) { return true }
        next = body.offset(of: first, from: offset + 1)
      }
    }
    return false
  }

  /// Whether the text may contain an `@`, possibly as an entity.
  static func mayHaveAt(_ body: UnsafeBufferPointer<UInt8>) -> Bool {
    body.has(UInt8(ascii: "@")) || body.has(UInt8(ascii: "&"))
  }

  /// Whether `]:` occurs anywhere, without which there are no link definitions.
  package var mayHaveDefinitions: Bool {
    var next = body.offset(of: UInt8(ascii: "]"))
    while let bracket = next {
      if bracket + 1 < body.count, body[bracket + 1] == UInt8(ascii: ":") { return true }
      next = body.offset(of: UInt8(ascii: "]"), from: bracket + 1)
    }
    return false
  }

  /// The text that the tree was parsed from.
  var body: UnsafeBufferPointer<UInt8> { root.source.pointee.body }

  /// Joins runs of neighbouring text nodes into one node each.
  ///
  /// cmark makes a separate node for each character that might have begun something: `[`, `]`, `*`,
  /// `&`. The joined node begins where the first one did. cmark joins them itself at the end of a
  /// parse, but not the leftovers of mail addresses and edits.
  package func joinText() {
    guard !root.source.pointee.isJoined else { return }
    cmark_consolidate_text_nodes(root.pointer)
    root.source.pointee.isJoined = true
  }

  /// The HTML of the whole tree.
  ///
  /// Without `rawHTML`, cmark prints `<!-- raw HTML omitted -->` for a tag (see `takeRawHTML`) and
  /// an empty address for an unsafe one.
  /// - Parameter places: whether blocks say where they were written, in `data-sourcepos`.
  package func html(rawHTML: Bool = false, places: Bool = false) -> HTML {
    var output: [UInt8] = []
    render(root, into: &output, rawHTML: rawHTML, places: places)
    return HTML(printed: output)
  }

  /// The HTML of a node's children, without the node's own tags.
  package func html(childrenOf node: MarkdownNode, rawHTML: Bool = false) -> HTML {
    // The children of the document must be printed together: footnotes share one section.
    if node.kind == .document { return html(rawHTML: rawHTML) }
    var output: [UInt8] = []
    for child in node.children {
      if !child.kind.isInline, !child.isTightParagraph, let last = output.last,
        last != UInt8(ascii: "\n")
      {
        output.append(UInt8(ascii: "\n"))
      }
      render(child, into: &output, rawHTML: rawHTML)
    }
    return HTML(printed: output)
  }

  /// The HTML of one block with its own tags, raw HTML included; of a footnote, what is in it.
  package func html(of block: MarkdownNode) -> HTML {
    if block.kind == .footnoteDefinition { return html(childrenOf: block, rawHTML: true) }
    var output: [UInt8] = []
    render(block, into: &output, rawHTML: true)
    return HTML(printed: output)
  }

  private func render(
    _ node: MarkdownNode, into output: inout [UInt8], rawHTML: Bool, places: Bool = false
  ) {
    let options =
      (rawHTML ? CMARK_OPT_UNSAFE : CMARK_OPT_DEFAULT) | (places ? CMARK_OPT_SOURCEPOS : 0)
    guard
      let html = cmark_render_html(
        node.pointer, options, cmark_parser_get_syntax_extensions(parser))
    else { preconditionFailure("the arena returned null") }
    output.append(contentsOf: UnsafeRawBufferPointer(start: html, count: strlen(html)))
  }
}
