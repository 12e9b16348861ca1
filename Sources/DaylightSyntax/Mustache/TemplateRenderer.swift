extension Template {
  /// Renders into `sink`, which is only appended to.
  ///
  /// - Returns: nothing, or a finding if rendering did not terminate, in which case the output is
  ///   truncated.
  package func render(_ root: TemplateValue, into sink: inout [UInt8]) -> [Diagnostic] {
    var renderer = TemplateRenderer(root: root)
    switch renderer.render(self, into: &sink) {
    case nil: return []
    case .recursion?:
      return [
        Diagnostic(
          .templateRecursion,
          "‘\(name)’ includes templates more than \(TemplateRenderer.mostCalls) deep",
          at: .file(path),
          help: "give every value of the recursive partial a list of its own, empty at the end")
      ]
    case .size?:
      return [
        Diagnostic(
          .templateSize, "‘\(name)’ makes a page that never ends", at: .file(path),
          help: "look for a section inside a section over the same list")
      ]
    }
  }
}

/// One walk over a template's operations. Sections and calls are kept in a list, not on the stack,
/// so that depth only costs memory.
struct TemplateRenderer {
  static let mostCalls = 200
  private static let mostSteps = 2_000_000
  private static let mostBytes = 64 << 20

  enum Excess {
    case recursion
    case size
  }

  private var contexts: [TemplateValue]
  private var sections: [Section] = []
  private var calls: [Call] = []
  /// The indentation accumulated by calls; the current part begins at `indentationStart`.
  private var indentation: [UInt8] = []
  private var indentationStart = 0

  /// An open section.
  private struct Section {
    /// The list that it iterates over; empty if it is a single value.
    var list: [TemplateValue] = []
    /// The index of the next element.
    var next = 1
    /// The first operation of the body.
    var body = 0
  }

  /// A part that was called, and the state to restore after it.
  private struct Call {
    var next: Int
    var indentationStart: Int
    var indentationEnd: Int
  }

  init(root: TemplateValue) { contexts = [root] }

  /// - Returns: why rendering was aborted, if it was.
  mutating func render(_ template: Template, into sink: inout [UInt8]) -> Excess? {
    // Spans avoid reference counting on each access, which was a third of the time when measured.
    let operations = template.operations.span
    let text = template.text.span
    let paths = template.paths.span
    let names = template.names.span
    let mostBytes = sink.count + Self.mostBytes
    var steps = 0
    var index = 0
    while index < operations.count {
      steps += 1
      guard steps <= Self.mostSteps, sink.count <= mostBytes else { return .size }
      switch operations[index] {
      case .text(let from, let to): sink.append(text, from, to)
      case .escaped(let path): sink.append(value(paths[Int(path)], names), escaping: true)
      case .raw(let path): sink.append(value(paths[Int(path)], names), escaping: false)
      case .section(let path, let end):
        let value = value(paths[Int(path)], names)
        if value.isEmpty {
          index = Int(end)
        } else if case .rendered(let items) = value {
          sink += items
          index = Int(end)
        } else if case .list(let list) = value {
          contexts.append(list[0])
          sections.append(Section(list: list, body: index + 1))
        } else {
          contexts.append(value)
          sections.append(Section())
        }
      case .endSection:
        // Modified in place: moving the section out and back would count references.
        let last = sections.count - 1
        let next = sections[last].next
        if next < sections[last].list.count {
          contexts[contexts.count - 1] = sections[last].list[next]
          sections[last].next = next + 1
          index = sections[last].body
          continue
        }
        contexts.removeLast()
        sections.removeLast()
      case .inverted(let path, let end):
        if !value(paths[Int(path)], names).isEmpty {
          index = Int(end)
          continue
        }
      case .lineStart: sink += indentation[indentationStart...]
      case .call(let entry, let from, let to, let isNested):
        guard calls.count < Self.mostCalls else { return .recursion }
        calls.append(
          Call(
            next: index + 1, indentationStart: indentationStart,
            indentationEnd: indentation.count))
        if !isNested { indentationStart = indentation.count }
        indentation.append(text, from, to)
        index = template.entries[Int(entry)]
        continue
      case .endCall:
        guard let call = calls.popLast() else { return nil }
        indentationStart = call.indentationStart
        indentation.removeSubrange(call.indentationEnd...)
        index = call.next
        continue
      }
      index += 1
    }
    return nil
  }

  private func value(_ path: Template.ValuePath, _ names: Span<TemplateName>) -> TemplateValue {
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
      value = object[names[Int(position)]] ?? .none
    }
    return value
  }
}

extension [UInt8] {
  fileprivate mutating func append(_ text: Span<UInt8>, _ from: Int32, _ to: Int32) {
    text.extracting(Int(from)..<Int(to)).withUnsafeBufferPointer { append(contentsOf: $0) }
  }

  /// Appends what a tag prints for a value. Text is escaped whatever the tag, so that only `HTML` can
  /// add markup to a page.
  mutating func append(_ value: TemplateValue, escaping: Bool) {
    switch value {
    case .none, .list, .rendered, .object: break
    case .text(let bytes): HTMLEscaper.append(bytes, to: &self)
    case .html(let html) where escaping: HTMLEscaper.append(html.bytes, to: &self)
    case .html(let html): append(contentsOf: html.bytes)
    case .flag(let flag): append(contentsOf: (flag ? "true" : "false").utf8)
    case .number(let number): append(contentsOf: String(number).utf8)
    }
  }
}
