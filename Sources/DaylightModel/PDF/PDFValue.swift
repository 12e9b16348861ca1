/// A value in a PDF (ISO 32000-1, 7.3).
indirect enum PDFValue {
  case name(String)
  case number(Int)
  case string([UInt8])
  case array([PDFValue])
  case dictionary([String: PDFValue])
  /// The number of an object.
  case reference(Int)
  /// A keyword or a number that is not a whole one: nothing that is looked at here.
  case other

  subscript(key: String) -> PDFValue? {
    if case .dictionary(let entries) = self { entries[key] } else { nil }
  }

  var name: String? { if case .name(let name) = self { name } else { nil } }

  var number: Int? { if case .number(let number) = self { number } else { nil } }

  var bytes: [UInt8]? { if case .string(let bytes) = self { bytes } else { nil } }

  /// One name, or several.
  var names: [String] {
    switch self {
    case .name(let name): [name]
    case .array(let values): values.compactMap(\.name)
    default: []
    }
  }
}
