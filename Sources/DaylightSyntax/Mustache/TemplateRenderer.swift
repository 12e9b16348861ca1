extension Template {
  /// Renders into `sink`, which is only appended to.
  ///
  /// - Returns: normally nothing; a finding where a recursive partial did not come to an end, in
  ///   which case the output is cut off.
  package func render(_ root: TemplateValue, into sink: inout [UInt8]) -> [Diagnostic] {
    var renderer = TemplateRenderer(template: self, root: root)
    guard renderer.render(into: &sink) else {
      return [
        Diagnostic(
          .templateRecursion,
          "‘\(name)’ takes in a template more than \(TemplateRenderer.deepestRecursion) times, one inside another",
          at: .file(path),
          help: "give every value of the recursive partial a list of its own, empty at the end")
      ]
    }
    return []
  }
}

/// One walk over a template's operations. Sections and calls are kept in a list, not on the stack,
/// so that depth costs memory only.
struct TemplateRenderer {
  static let deepestRecursion = 200

  private let template: Template
  private var contexts: [TemplateValue]
  private var frames: [Frame] = []
  private var calls = 0
  /// The indentation that calls gathered; what holds now begins at `indentationStart`.
  private var indentation: [UInt8] = []
  private var indentationStart = 0

  private enum Frame {
    /// A section over one value.
    case single
    /// The rest of a list: the index of the next element, and the first operation of the body.
    case list([TemplateValue], next: Int, body: Int)
    case call(next: Int, indentationStart: Int, indentationEnd: Int)
  }

  init(template: Template, root: TemplateValue) {
    self.template = template
    contexts = [root]
  }

  /// - Returns: false where calls went too deep.
  mutating func render(into sink: inout [UInt8]) -> Bool {
    var index = 0
    while index < template.operations.count {
      switch template.operations[index] {
      case .text(let from, let to): append(from, to, into: &sink)
      case .escaped(let path): Self.append(value(path), escaping: true, into: &sink)
      case .raw(let path): Self.append(value(path), escaping: false, into: &sink)
      case .section(let path, let end):
        let value = value(path)
        if value.isEmpty {
          index = Int(end)
        } else if case .list(let list) = value {
          contexts.append(list[0])
          frames.append(.list(list, next: 1, body: index + 1))
        } else {
          contexts.append(value)
          frames.append(.single)
        }
      case .endSection:
        contexts.removeLast()
        if case .list(let list, let next, let body)? = frames.popLast(), next < list.count {
          contexts.append(list[next])
          frames.append(.list(list, next: next + 1, body: body))
          index = body
          continue
        }
      case .inverted(let path, let end):
        if !value(path).isEmpty {
          index = Int(end)
          continue
        }
      case .lineStart: sink += indentation[indentationStart...]
      case .call(let entry, let from, let to, let isNested):
        guard calls < Self.deepestRecursion else { return false }
        calls += 1
        frames.append(
          .call(
            next: index + 1, indentationStart: indentationStart,
            indentationEnd: indentation.count))
        if !isNested { indentationStart = indentation.count }
        append(from, to, into: &indentation)
        index = template.entries[Int(entry)]
        continue
      case .endCall:
        guard case .call(let next, let start, let end)? = frames.popLast() else { return true }
        calls -= 1
        indentationStart = start
        indentation.removeSubrange(end...)
        index = next
        continue
      }
      index += 1
    }
    return true
  }

  private func append(_ from: Int32, _ to: Int32, into sink: inout [UInt8]) {
    template.text.withUnsafeBufferPointer {
      sink.append(contentsOf: UnsafeBufferPointer(rebasing: $0[Int(from)..<Int(to)]))
    }
  }

  private static func append(
    _ value: TemplateValue, escaping: Bool, into sink: inout [UInt8]
  ) {
    switch value {
    case .none, .list, .object: break
    case .text(let bytes), .html(let bytes):
      if escaping { sink.append(escapingHTML: bytes) } else { sink += bytes }
    case .flag(let flag): sink += (flag ? "true" : "false").utf8
    case .number(let number): sink += String(number).utf8
    }
  }

  private func value(_ index: Int32) -> TemplateValue {
    let path = template.paths[Int(index)]
    guard let first = path.first else { return contexts[contexts.count - 1] }
    var value = TemplateValue.none
    if path.depth >= 0 {
      if case .object(let object) = contexts[Int(path.depth)] { value = object[first] ?? .none }
    } else {
      for context in contexts.reversed() {
        if case .object(let object) = context, let found = object[first] {
          value = found
          break
        }
      }
    }
    for position in path.rest {
      guard case .object(let object) = value else { return .none }
      value = object[template.names[Int(position)]] ?? .none
    }
    return value
  }
}
