/// What a PDF must not do on the device of a reader.
package enum PDFDanger: Int, Sendable, Hashable, CaseIterable {
  case encryption, script, launch, request, files, form, media, photograph, unreadable

  /// Follows the name of the file in a message.
  var phrase: String {
    switch self {
    case .encryption: "is encrypted or needs a password, so nobody can check it"
    case .script: "contains a script"
    case .launch: "can open other files or programs"
    case .request: "opens an address or sends something by itself"
    case .files: "has other files in it"
    case .form: "is a form, which keeps what a reader types into it"
    case .media: "contains sound, film or a scene"
    case .photograph: "has a photograph in it that reveals where or with what it was taken"
    case .unreadable: "has parts that cannot be read, so nobody can check it"
    }
  }
}

extension PDFObjects {
  var dangers: Set<PDFDanger> {
    var dangers: Set<PDFDanger> = []
    for value in all { collect(value, into: &dangers) }
    if trailers.contains(where: { $0["Encrypt"] != nil }) { return [.encryption] }
    for trailer in trailers {
      guard let catalog = resolved(trailer["Root"]) else { continue }
      check(catalog, &dangers)
    }
    if streams.contains(where: Self.reveals) { dangers.insert(.photograph) }
    if hasUnreadable { dangers.insert(.unreadable) }
    return dangers
  }

  /// What the document does when it is opened, and its form.
  private func check(_ catalog: PDFValue, _ dangers: inout Set<PDFDanger>) {
    // A place in the document is an array or a name.
    if let action = resolved(catalog["OpenAction"]), case .dictionary = action,
      action["S"]?.name != "GoTo"
    {
      dangers.insert(.request)
    }
    if case .array(let fields)? = resolved(resolved(catalog["AcroForm"])?["Fields"]),
      !fields.isEmpty
    {
      dangers.insert(.form)
    }
  }

  private func collect(_ value: PDFValue, into dangers: inout Set<PDFDanger>) {
    switch value {
    case .array(let values): for value in values { collect(value, into: &dangers) }
    case .dictionary(let entries):
      for (key, value) in entries {
        if let danger = Self.keys[key] { dangers.insert(danger) }
        if ["S", "Type", "Subtype"].contains(key), let name = value.name,
          let danger = Self.kinds[name]
        {
          dangers.insert(danger)
        }
        collect(value, into: &dangers)
      }
    case .name, .number, .string, .reference, .other: break
    }
  }

  private static let keys: [String: PDFDanger] = [
    "JS": .script, "JavaScript": .script, "AA": .request, "EmbeddedFiles": .files, "EF": .files,
    "XFA": .form, "RichMedia": .media,
  ]

  /// Kinds of actions, annotations and files.
  private static let kinds: [String: PDFDanger] = [
    "JavaScript": .script, "Launch": .launch, "GoToR": .launch, "GoToE": .launch,
    "SubmitForm": .request, "ImportData": .request, "EmbeddedFile": .files,
    "FileAttachment": .files, "RichMedia": .media, "Movie": .media, "Sound": .media,
    "Rendition": .media, "Screen": .media, "3D": .media, "GoTo3DView": .media,
  ]

  /// Whether a photograph has its metadata in it.
  private static func reveals(
    _ stream: (dictionary: PDFValue, data: ArraySlice<UInt8>)
  ) -> Bool {
    guard stream.dictionary["Filter"]?.names.last == "DCTDecode",
      let gives = PictureAnatomy(Array(stream.data))?.gives
    else { return false }
    return gives.contains(.place) || gives.contains(.device) || gives.contains(.person)
  }
}
