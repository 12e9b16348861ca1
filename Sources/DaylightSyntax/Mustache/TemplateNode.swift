/// One piece of a parsed template. Nodes lie flat in source order; a node that holds others and the
/// `close` node that ends it know each other's index.
struct TemplateNode: Sendable {
  var kind: Kind
  /// The text, or the whole tag with its delimiters.
  var range: Range<Int>
  /// The name inside the tag; empty for text.
  var name: Range<Int>
  /// The index of the node that closes this one; of a closing node, the index of what it closes;
  /// of any other, its own.
  var close: Int
  /// Text: whether its first byte begins a line. Tag: whether it had its line to itself, so that
  /// the line vanished.
  var ownsLine: Bool
  /// The blank bytes between the start of the line and the tag, where nothing else is there.
  var indentation: Range<Int>

  enum Kind: Sendable {
    /// Text. Empty text that owns its line marks where a line begins with a tag.
    case text
    /// `{{name}}`
    case escaped
    /// `{{{name}}}` or `{{&name}}`
    case raw
    /// `{{#name}}`
    case section
    /// `{{^name}}`
    case inverted
    /// `{{>name}}`
    case partial
    /// `{{<name}}`
    case parent
    /// `{{$name}}`
    case block
    /// `{{/name}}`
    case close
  }
}
