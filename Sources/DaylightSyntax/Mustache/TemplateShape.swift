/// The shape of a template's context: the names and kinds of all values, so that templates can be
/// checked before anything is rendered.
///
/// Any value may be absent when rendering; a declared name is never searched for further out.
package indirect enum TemplateShape: Sendable, Hashable {
  case text
  case html
  case flag
  case number
  case list(TemplateShape)
  case object([Field])
  /// Anything an author defines, such as the `extra` of a page: every name inside is allowed.
  case anything

  package struct Field: Sendable, Hashable {
    package var name: String
    package var shape: TemplateShape
    /// A few words for the documentation.
    package var meaning: String

    package init(name: String, shape: TemplateShape, meaning: String = "") {
      self.name = name
      self.shape = shape
      self.meaning = meaning
    }
  }

  /// An object's field of that name.
  func field(_ name: String) -> TemplateShape? {
    guard case .object(let fields) = self else { return nil }
    return fields.first { $0.name == name }?.shape
  }
}
