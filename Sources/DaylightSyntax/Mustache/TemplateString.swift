/// A string of the interface that templates print, such as the label of a button, as a translator
/// wrote it.
///
/// It is plain text in which `{{name}}` prints a value, and a section may choose between wordings.
package struct TemplateString: Sendable, Hashable {
  package let text: [UInt8]
  /// The location of the text, where problems inside it are reported.
  package let location: SourceLocation

  package init(text: [UInt8], location: SourceLocation) {
    self.text = text
    self.location = location
  }
}
