/// One piece of a parsed template. Nodes are stored flat in source order; a node that contains
/// others and its `close` node know each other's index.
struct TemplateNode: Sendable {
  var kind: Kind
  /// The text, or the whole tag with its delimiters.
  var range: Range<Int>
  /// The name inside the tag; empty for text.
  var name: Range<Int>
  /// The index of the node that closes this one; for a closing node, the index of what it closes;
  /// for any other, its own.
  var close: Int
  /// Text: whether its first byte begins a line. Tag: whether it was alone on its line, so that the
  /// line is removed.
  var ownsLine: Bool
  /// The blank bytes between the start of the line and the tag, if there is nothing else.
  var indentation: Range<Int>

  enum Kind: Sendable {
    /// Text. Empty text that owns its line marks a line that begins with a tag.
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
