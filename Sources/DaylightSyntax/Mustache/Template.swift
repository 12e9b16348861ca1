/// A template made ready to render: partials, parents, blocks and strings are already in place, so
/// that rendering is one walk over a flat list and looks nothing up but values.
package struct Template: Sendable {
  package let name: String
  /// The path of its file.
  package let path: String
  var operations: [Operation] = []
  /// The bytes of all static text, in the order it was met.
  var text: [UInt8] = []
  /// The values that are named, one for each place that names one.
  var paths: [ValuePath] = []
  /// The parts of the dotted names, for `ValuePath.rest`.
  var names: [TemplateName] = []
  /// Where each of `paths` stands.
  var sites: [SourceLocation] = []
  /// Where each part begins that is reached by `call`, which only recursive partials need.
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
    /// Prints the indentation that calls have gathered.
    case lineStart
    /// Renders a recursive partial, with a run of `text` as its indentation; on top of what was
    /// gathered already where `isNested`.
    case call(entry: Int32, from: Int32, to: Int32, isNested: Bool)
    case endCall
  }

  struct ValuePath: Sendable, Hashable {
    /// The first part of the name; nothing for `{{.}}`.
    var first: TemplateName?
    /// The other parts, in `names`.
    var rest: Range<Int32>
    /// The context that is known to declare the name, counted from the root, or -1 where it is
    /// found by climbing.
    var depth: Int32 = -1
  }

  /// A number that changes with what the template prints; it means something in this process only.
  package var fingerprint: Int {
    var hasher = Hasher()
    hasher.combine(operations)
    hasher.combine(text)
    hasher.combine(paths)
    hasher.combine(names)
    hasher.combine(entries)
    return hasher.finalize()
  }

  /// As it was written, with dots.
  func spelling(of path: ValuePath) -> String {
    guard let first = path.first else { return "." }
    let rest = path.rest.map { names[Int($0)] }
    return ([first] + rest).map(\.spelling).joined(separator: ".")
  }
}
