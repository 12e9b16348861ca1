/// The raw HTML of a text: tags, which authors may not write, and comments, which may contain
/// overrides.
package struct RawHTML: Sendable, Hashable {
  package var tags: [Fragment] = []
  package var comments: [Fragment] = []
  /// Comments that are never closed: everything after them, often the rest of the page, is part of
  /// them.
  package var unclosedComments: [Fragment] = []

  package init() {}

  package struct Fragment: Sendable, Hashable {
    /// As written: `<b class="x">`, `<!-- allow: … -->`.
    package var text: [UInt8]
    package var position: SourcePosition
  }
}
