/// A run of a template's own text between two tags, as passed to the rewriting of text at load.
package struct TemplateText: Sendable {
  package let bytes: ArraySlice<UInt8>
  private let source: TemplateSource.Place

  init(bytes: ArraySlice<UInt8>, source: TemplateSource.Place) {
    self.bytes = bytes
    self.source = source
  }

  /// The location of a part of `bytes` in its file; the range uses the slice's own indices.
  package func location(of range: Range<Int>) -> SourceLocation { source.location(of: range) }

  /// Returns the bytes to print instead of a run, or nil to leave it unchanged.
  package typealias Rewrite = (TemplateText) -> Diagnosed<[UInt8]?>
}
