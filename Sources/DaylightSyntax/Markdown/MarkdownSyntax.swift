/// The extensions of CommonMark that are enabled for a text.
package struct MarkdownSyntax: OptionSet, Sendable, Hashable {
  package let rawValue: UInt8

  package init(rawValue: UInt8) { self.rawValue = rawValue }

  package static let tables = Self(rawValue: 1 << 0)
  package static let strikethrough = Self(rawValue: 1 << 1)
  /// Bare addresses (`https://…`, `www.…`, `me@…`) become links.
  package static let autolinks = Self(rawValue: 1 << 2)
  package static let taskLists = Self(rawValue: 1 << 3)
  package static let footnotes = Self(rawValue: 1 << 4)
  /// When raw HTML is printed, `<script>` and the other tags of GFM section 6.11 lose their `<`.
  package static let tagFilter = Self(rawValue: 1 << 5)

  /// Only `~~` strikes out, so that `2~3 weeks, 4~6 times` stays what it says.
  package static let doubleTilde = Self(rawValue: 1 << 6)

  /// The syntax of content.
  package static let content: Self = [
    .tables, .strikethrough, .doubleTilde, .autolinks, .taskLists, .footnotes,
  ]
}
