/// A value in a template's context. The list is closed, so that rendering switches over it and
/// never casts.
package enum TemplateValue: Sendable, Hashable {
  /// No value: renders as nothing, and a section over it is skipped.
  case none
  /// Plain text, UTF-8. Always escaped when it is printed.
  case text([UInt8])
  /// Finished HTML. Printed unescaped by `{{{name}}}`.
  case html(HTML)
  case flag(Bool)
  case number(Int)
  case list([TemplateValue])
  /// A list whose items were rendered by the template's `item(of:in:)`, one after the other. Only the
  /// section that this was made from prints it.
  case rendered([UInt8])
  case object(TemplateObject)

  package static func text(_ string: String) -> Self { .text(Array(string.utf8)) }

  /// The text; `.none` for nil.
  package static func text(_ string: String?) -> Self {
    guard let string else { return .none }
    return .text(Array(string.utf8))
  }

  /// Whether a section over the value is skipped: no value, false, zero, and anything empty.
  package var isEmpty: Bool {
    switch self {
    case .none: true
    case .text(let bytes), .rendered(let bytes): bytes.isEmpty
    case .html(let html): html.isEmpty
    case .flag(let flag): !flag
    case .number(let number): number == 0
    case .list(let list): list.isEmpty
    case .object: false
    }
  }

  /// Hashes text as one run of bytes; the synthesised implementation would hash it byte by byte.
  package func hash(into hasher: inout Hasher) {
    switch self {
    case .none: hasher.combine(0)
    case .text(let bytes): hash(1, bytes, into: &hasher)
    case .html(let html): hash(2, html.bytes, into: &hasher)
    case .flag(let flag): hasher.combine(flag ? 3 : 4)
    case .number(let number):
      hasher.combine(5)
      hasher.combine(number)
    case .list(let list):
      hasher.combine(6)
      hasher.combine(list.count)
      for value in list { value.hash(into: &hasher) }
    case .object(let object):
      hasher.combine(7)
      object.hash(into: &hasher)
    case .rendered(let bytes): hash(8, bytes, into: &hasher)
    }
  }

  private func hash(_ kind: Int, _ bytes: [UInt8], into hasher: inout Hasher) {
    hasher.combine(kind)
    hasher.combine(bytes.count)
    bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
  }
}
