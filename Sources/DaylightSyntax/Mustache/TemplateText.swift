/// A run of a template's own text, between two tags, as it is shown to whoever rewrites text at load.
package struct TemplateText: Sendable {
  package let bytes: ArraySlice<UInt8>
  private let source: TemplateSource.Place

  init(bytes: ArraySlice<UInt8>, source: TemplateSource.Place) {
    self.bytes = bytes
    self.source = source
  }

  /// Where a part of `bytes` stands in its file; the range is one of the slice's own indices.
  package func location(of range: Range<Int>) -> SourceLocation { source.location(of: range) }

  /// Gives the bytes to print in place of a run, or nothing to leave it as it is.
  package typealias Rewrite = (TemplateText) -> Diagnosed<[UInt8]?>
}
