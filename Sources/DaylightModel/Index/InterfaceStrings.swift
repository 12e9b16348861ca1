/// The words of `templates/strings` that the program itself prints into pages.
package struct InterfaceStrings: Sendable, Hashable {
  private let texts: [String: String]
  package let shown: ShownFields

  /// `texts` are the strings by their dotted names.
  package init(_ texts: [String: String], shown: ShownFields = ShownFields()) {
    self.texts = texts
    self.shown = shown
  }

  package func callout(_ kind: CalloutKind) -> String { self["callout.\(kind.rawValue)"] }

  package var skipPart: String { self["callout.skip"] }

  package var table: String { self["table.label"] }

  package var footnoteBack: String { self["footnote.back"] }

  package func source(_ number: Int) -> String { self["source.number", ["number": "\(number)"]] }

  package func evidence(_ label: String) -> String { self["evidence.\(label)"] }

  package func evidenceNote(_ label: String) -> String { self["evidence.note.\(label)"] }

  package func helpKind(_ kind: String) -> String { self["help.kind.\(kind)"] }

  package func reviewRole(_ role: String) -> String { self["reviewed.role.\(role)"] }

  /// The name of a month, counted from one.
  package func month(_ number: Int) -> String { self["month.\(number)"] }

  /// Days of the week, in words: one, or the first and the last of some in a row.
  package func days(
    from first: OpeningHours.Weekday, through last: OpeningHours.Weekday
  ) -> String {
    let ends = [first, last].map { self["day.\($0.rawValue)"] }
    return first == last
      ? ends[0] : self["practice.days", ["first": ends[0], "last": ends[1]]]
  }

  /// The strings that opening hours need, by name.
  package static let ofHours =
    OpeningHours.Weekday.allCases.map { "day.\($0.rawValue)" } + ["practice.days"]

  /// Nil if the site has no string of that name.
  package func text(_ name: String) -> String? { texts[name] }

  /// A string with its `{{name}}` slots filled. A missing string is replaced by the last part of
  /// its name, which an author sees before a reader does: `required` is checked in every build.
  package subscript(name: String, slots: [String: String] = [:]) -> String {
    let text = texts[name] ?? name.split(separator: ".").last.map(String.init) ?? name
    return slots.isEmpty ? text : Self.fill(text, slots)
  }

  private static func fill(_ text: String, _ slots: [String: String]) -> String {
    var filled = ""
    var rest = text[...]
    while let open = rest.utf8.firstIndex(of: UInt8(ascii: "{")) {
      let slot = slots.first { rest[open...].utf8.starts(with: "{{\($0.key)}}".utf8) }
      let end = rest.utf8.index(open, offsetBy: slot.map { $0.key.utf8.count + 4 } ?? 1)
      filled += rest[..<open] + (slot?.value ?? "{")
      rest = rest[end...]
    }
    return filled + rest
  }

  /// The strings that the program needs, by name.
  package static let required: [String] =
    CalloutKind.allCases.map { "callout.\($0.rawValue)" }
    + [
      "callout.skip", "table.label", "footnote.back", "source.number", "date.long", "topics.title",
      "download.kind", "download.note",
      "exit.label", "exit.second", "safety.device", "safety.limits", "safety.link",
      "helpBlock.title",
    ] + People.ReviewRole.allCases.map { "reviewed.role.\($0.rawValue)" }
    + (1...12).map { "month.\($0)" }
}
