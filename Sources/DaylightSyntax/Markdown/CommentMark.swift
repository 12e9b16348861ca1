/// The visible remains of a comment, or of something that was meant as one.
package struct CommentMark: Sendable, Hashable {
  package enum Kind: Sendable {
    /// `<!--`, and no `-->` anywhere after it.
    case unclosed
    /// A comment that is split by a blank line or by the end of a list item or quotation.
    case divided
    /// `<! x -->`, `<!- x ->`, `&lt;!-- x --&gt;`, `<-- x -->`, `[//]: # x`.
    case likeness
    /// `-->` without an open comment.
    case end
  }

  package let kind: Kind
  package let text: [UInt8]
  package let location: SourceLocation

  /// The first thing in a plain text that looks like a comment.
  static func likeness(in text: String) -> [UInt8]? {
    withContiguousBytes(text.utf8) { text in
      // Few texts have one of the bytes with which a comment opens.
      guard text.has(UInt8(ascii: "<")) || text.has(UInt8(ascii: "/")) || text.has(wideLess[0])
      else { return nil }
      for index in text.indices {
        if let end = text.opensComment(at: index) { return Array(text[index..<end]) }
      }
      return nil
    }
  }
}

extension MarkdownTree {
  /// The visible remains of comments in the tree, in reading order. Call it after text is joined
  /// and before `takeRawHTML`. A mark escaped with a backslash is not included.
  package func commentMarks(path: String) -> [CommentMark] {
    guard mayHaveCommentMark else { return [] }
    var found: [CommentMark] = []
    walk { node, kind, isEntering in
      guard isEntering else { return }
      switch kind {
      case .text: node.findCommentMarks(path, &found)
      case .link, .image: node.findCommentMark(in: node.title, path, &found)
      case .codeBlock: node.findCommentMark(in: node.info, path, &found)
      default: break
      }
    }
    return found
  }

  /// Whether the source contains `<`, an entity that may mean `<`, `＜`, `->`, `/*` or `[//]:`.
  private var mayHaveCommentMark: Bool {
    let body = body
    if body.has(UInt8(ascii: "<")) || body.has(UInt8(ascii: "&")) { return true }
    var next = body.offset(of: UInt8(ascii: ">"))
    while let index = next {
      if index > 0, body[index - 1] == UInt8(ascii: "-") { return true }
      next = body.offset(of: UInt8(ascii: ">"), from: index + 1)
    }
    next = body.offset(of: UInt8(ascii: "["))
    while let index = next {
      if body.opensCommentDefinition(at: index) { return true }
      next = body.offset(of: UInt8(ascii: "["), from: index + 1)
    }
    next = body.offset(of: UInt8(ascii: "*"))
    while let index = next {
      if index > 0, body[index - 1] == UInt8(ascii: "/") { return true }
      next = body.offset(of: UInt8(ascii: "*"), from: index + 1)
    }
    next = body.offset(of: wideLess[0])
    while let index = next {
      if body.starts(at: index, with: wideLess) { return true }
      next = body.offset(of: wideLess[0], from: index + 1)
    }
    return false
  }
}

private let wideLess = Array("＜".utf8)

extension MarkdownNode {
  fileprivate func findCommentMark(
    in text: UnsafeBufferPointer<UInt8>, _ path: String, _ found: inout [CommentMark]
  ) {
    guard let start = text.firstIndex(where: { $0 == UInt8(ascii: "<") }),
      text.opensComment(at: start) != nil
    else { return }
    found.append(
      CommentMark(kind: .likeness, text: Array(text[start...]), location: location(in: path)))
  }

  fileprivate func findCommentMarks(_ path: String, _ found: inout [CommentMark]) {
    let text = literal
    var isMeant = false
    var index = 0
    func note(_ kind: CommentMark.Kind, to end: Int) {
      found.append(
        CommentMark(
          kind: kind, text: Array(text[index..<end]),
          location: location(ofBytes: index..<end, in: path)))
      index = end
    }
    if text.opensCommentDefinition(at: 0), !isEscaped(0) { note(.likeness, to: text.count) }
    while index < text.count {
      switch text[index] {
      case UInt8(ascii: "<"), UInt8(ascii: "/"), wideLess[0]:
        guard let end = text.opensComment(at: index) else { break }
        if (index..<min(index + 4, end)).contains(where: isEscaped) {
          isMeant = true
          break
        }
        note(kindOfOpening(at: index), to: end)
        continue
      case UInt8(ascii: "-"):
        let end = text.endOfCommentClosing(at: index)
        if let end, !isMeant, !(index..<end).contains(where: isEscaped), closesNothing(index..<end)
        {
          note(.end, to: end)
          continue
        }
        if let end { index = end - 1 }
      default: break
      }
      index += 1
    }
  }

  private func kindOfOpening(at index: Int) -> CommentMark.Kind {
    guard let position = position(ofByte: index),
      let offset = source.pointee.offset(of: position),
      source.pointee.body.starts(at: offset, with: "<!--".utf8)
    else { return .likeness }
    return source.pointee.body.comment(at: offset) == nil ? .unclosed : .divided
  }

  /// Whether `-->` is the rest of a comment and not an arrow: it follows a comment that ended
  /// earlier, or is alone on its line.
  private func closesNothing(_ range: Range<Int>) -> Bool {
    let text = literal
    let block = ancestors.first { !$0.kind.isInline }
    if block?.previous?.isComment == true { return true }
    var sibling = previous
    while let node = sibling {
      if node.isComment { return true }
      sibling = node.previous
    }
    let isLast = next == nil || next?.kind == .softBreak || next?.kind == .lineBreak
    let isFirst =
      previous == nil || previous?.kind == .softBreak || previous?.kind == .lineBreak
    return text[..<range.lowerBound].contains(pair: "!-")
      || isFirst && isLast && text[..<range.lowerBound].allSatisfy { $0 <= UInt8(ascii: " ") }
        && text[range.upperBound...].allSatisfy { $0 <= UInt8(ascii: " ") }
  }

  private var isComment: Bool {
    guard kind == .htmlInline || kind == .htmlBlock else { return false }
    return HiddenComments.isPlaceholder(literal)
      || literal.drop { $0 <= UInt8(ascii: " ") }.starts(with: "<!--".utf8)
  }
}

extension UnsafeBufferPointer<UInt8> {
  fileprivate func starts(at index: Int, with prefix: some Sequence<UInt8>) -> Bool {
    index <= count && self[index...].starts(with: prefix)
  }

  /// The end of the opening of a comment, or of what looks like one, that begins here.
  fileprivate func opensComment(at start: Int) -> Int? {
    let first = self[start]
    // The last is the first byte of `wideLess`.
    guard first == UInt8(ascii: "<") || first == UInt8(ascii: "/") || first == 0xEF else {
      return nil
    }
    for (open, close) in [("/*", "*/"), ("<%", "%>"), ("<#", "#>")]
    where starts(at: start, with: open.utf8) {
      var hasWord = false
      for index in (start + 2)..<Swift.max(count, start + 2) {
        if hasWord, starts(at: index, with: close.utf8) { return index + 2 }
        hasWord = hasWord || self[index].isASCIILetter
      }
      return nil
    }
    let isWide = starts(at: start, with: wideLess)
    guard isWide || first == UInt8(ascii: "<") else { return nil }
    let afterSign = start + (isWide ? 3 : 1)
    let mark = skippingSpaces(from: afterSign)
    guard mark < count else { return nil }
    let length = starts(at: mark, with: "！".utf8) ? 3 : self[mark] == UInt8(ascii: "!") ? 1 : 0
    if length > 0 {
      if mark > afterSign, dashes(at: skippingSpaces(from: mark + length)) == 0 { return nil }
      return endOfComment(from: mark + length)
    }
    // `<-- x -->`: an arrow has no words before another.
    guard mark == afterSign, dashes(at: mark) > 1 else { return nil }
    var hasWord = false
    for index in mark..<count {
      hasWord = hasWord || self[index].isASCIILetter
      if hasWord, dashes(at: index) > 1, let end = endOfDashes(from: index) { return end }
    }
    return nil
  }

  private func endOfComment(from start: Int) -> Int {
    var index = start
    while index < count {
      if let end = endOfCommentClosing(at: index) { return end }
      index += 1
    }
    return self[start...].firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 } ?? count
  }

  /// The end of `-->` or `--!>`, with two or more dashes, that begins here.
  fileprivate func endOfCommentClosing(at start: Int) -> Int? {
    guard starts(at: start, with: "--".utf8) else { return nil }
    var index = start + 2
    while index < count, self[index] == UInt8(ascii: "-") { index += 1 }
    if index < count, self[index] == UInt8(ascii: "!") { index += 1 }
    return index < count && self[index] == UInt8(ascii: ">") ? index + 1 : nil
  }

  /// The end of `-->`, with any dashes.
  private func endOfDashes(from start: Int) -> Int? {
    let end = start + dashes(at: start)
    return end < count && self[end] == UInt8(ascii: ">") ? end + 1 : nil
  }

  /// The number of bytes of hyphens or longer dashes at this point.
  private func dashes(at start: Int) -> Int {
    var index = start
    while index < count {
      if self[index] == UInt8(ascii: "-") {
        index += 1
      } else if starts(at: index, with: "–".utf8) || starts(at: index, with: "—".utf8) {
        index += 3
      } else {
        break
      }
    }
    return index - start
  }

  private func skippingSpaces(from start: Int) -> Int {
    var index = start
    while index < count, self[index] == UInt8(ascii: " ") { index += 1 }
    return index
  }

  /// `[//]:` and `[comment]:`, with which authors hide a line; they are visible if no address
  /// follows.
  fileprivate func opensCommentDefinition(at start: Int) -> Bool {
    if starts(at: start, with: "[//]:".utf8) { return true }
    let name = "[comment]:"
    guard start + name.utf8.count <= count else { return false }
    return self[start...].prefix(name.utf8.count).map(\.asciiLowercased).elementsEqual(name.utf8)
  }
}

extension Slice<UnsafeBufferPointer<UInt8>> {
  fileprivate func contains(pair: StaticString) -> Bool {
    let first = pair.utf8Start[0]
    let second = pair.utf8Start[1]
    return indices.dropLast().contains { self[$0] == first && self[$0 + 1] == second }
  }
}

extension Rule {
  package static let visibleComment = Rule(
    "visible-comment", .error, "What looks like a comment, and would be shown to readers.",
    why: "A note for yourself would be published, perhaps with what a client has said.",
    bad: "Rest is allowed. <!- ask Jo ->",
    good: "Rest is allowed. <!-- ask Jo -->",
    fix:
      "Write it as `<!-- … -->` within one paragraph or on lines of its own. Put a backslash before "
      + "`<` if readers are to see it.")
}

extension Diagnostic {
  package static func visibleComment(
    _ text: [UInt8], at location: SourceLocation, help: String
  ) -> Self {
    let line = String(decoding: text.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
    let quoted = line.count > 40 ? line.prefix(40) + "…" : line[...]
    return Diagnostic(
      .visibleComment, "‘\(quoted)’ looks like a comment, and readers would see it", at: location,
      help: help)
  }
}
