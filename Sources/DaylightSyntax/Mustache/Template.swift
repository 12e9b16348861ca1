/// A template that is ready to render: partials, parents, blocks and strings are already resolved,
/// so that rendering is one walk over a flat list that only looks up values.
package struct Template: Sendable {
  package let name: String
  /// The path of its file.
  package let path: String
  var operations: [Operation] = []
  /// The bytes of all static text, in order.
  var text: [UInt8] = []
  /// The value paths, one for each place that refers to a value.
  var paths: [ValuePath] = []
  /// The parts of the dotted names, for `ValuePath.rest`.
  var names: [TemplateName] = []
  /// The location of each of `paths`.
  var sites: [SourceLocation] = []
  /// The start of each part that is reached by `call`, which only recursive partials need.
  var entries: [Int] = []

  enum Operation: Sendable, Hashable {
    case text(from: Int32, to: Int32)
    case escaped(path: Int32)
    case raw(path: Int32)
    /// `end` is the index of its `endSection`.
    case section(path: Int32, end: Int32)
    case endSection
    /// `end` is the index of the first operation after its body.
    case inverted(path: Int32, end: Int32)
    /// Prints the indentation accumulated by calls.
    case lineStart
    /// Renders a recursive partial, with a range of `text` as its indentation, added to the
    /// accumulated one if `isNested`.
    case call(entry: Int32, from: Int32, to: Int32, isNested: Bool)
    case endCall
  }

  struct ValuePath: Sendable, Hashable {
    /// The first part of the name; nil for `{{.}}`.
    var first: TemplateName?
    /// The other parts, in `names`.
    var rest: Range<Int32>
    /// The context that declares the name, counted from the root; -1 if it must be searched for.
    var depth: Int32 = -1
  }

  /// A number that changes with what the template prints; valid only in this process.
  package var fingerprint: Int {
    var hasher = Hasher()
    hasher.combine(operations)
    hasher.combine(text)
    hasher.combine(paths)
    hasher.combine(names)
    hasher.combine(entries)
    return hasher.finalize()
  }

  /// As written, with dots.
  func spelling(of path: ValuePath) -> String {
    guard let first = path.first else { return "." }
    let rest = path.rest.map { names[Int($0)] }
    return ([first] + rest).map(\.spelling).joined(separator: ".")
  }
}
