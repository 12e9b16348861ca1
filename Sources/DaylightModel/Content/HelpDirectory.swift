package import DaylightSyntax

/// The regions and helplines of `help.yaml`, in its order (CRI-01).
package struct HelpDirectory: Sendable, Hashable {
  package var regions: [Region]
  package private(set) var shown = ShownFields()
  /// Whether the file exists but nothing in it could be read.
  package var isUnreadable = false

  package struct Region: Sendable, Hashable {
    package var id: Located<String>
    package var name: Located<String>
    package var emergency: Emergency?
    package var helplines: [Helpline]
  }

  package struct Emergency: Sendable, Hashable {
    package var number: Located<String>
    package var note: Located<String>?
  }

  package init(regions: [Region] = []) { self.regions = regions }

  package subscript(id: String) -> Region? { regions.first { $0.id.value == id } }

  /// The region whose helplines every page shows: the one that the settings choose, or otherwise
  /// the first.
  package func region(chosen id: String?) -> Region? {
    regions.first { $0.id.value == id } ?? regions.first
  }

  package static func decode(_ file: SourceFile) -> Diagnosed<Self> {
    let parsed = parseDataFile(file)
    guard parsed.diagnostics.isEmpty else {
      var unread = Self()
      unread.isUnreadable = true
      return Diagnosed(unread, parsed.diagnostics)
    }
    var fields = FieldDecoder(parsed.value, of: "help.yaml", at: .file(file.path))
    var directory = Self(from: &fields)
    directory.shown = ShownFields(parsed.value, in: file)
    fields.report(directory.findings() + PlainTextFields.findings(in: parsed.value, of: file))
    return Diagnosed(directory, fields.finish())
  }

  package static let fields = FieldTable(of: "help.yaml") { Self(from: &$0) }

  private init(from fields: inout FieldDecoder) {
    regions = fields.list(
      "regions", of: "region",
      about: "Helplines by region; the first is shown unless site.yaml "
        + "names another."
    ) { Region(from: &$0) }
  }
}

extension HelpDirectory.Region {
  fileprivate init(from fields: inout FieldDecoder) {
    id = fields.requiredText("id", about: "What site.yaml calls the region, such as gb-eng.")
    name = fields.requiredText("name", about: "The region, as readers call it.")
    emergency = fields.nested(
      "emergency", of: "emergency number", about: "The number to call in danger."
    ) {
      HelpDirectory.Emergency(
        number: $0.requiredText("number", about: "The number, such as \"999\"."),
        note: $0.text("note", about: "What to know before calling."))
    }
    helplines = fields.list(
      "services", of: "service", about: "The helplines of the region, the most important first.",
      foreignNames: .helpline
    ) {
      Helpline(from: &$0)
    }
  }
}
