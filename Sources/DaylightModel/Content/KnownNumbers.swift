package import DaylightSyntax

/// The numbers that a site knows: those of its helplines, of emergencies and of the practice. A text
/// that gives another one may send a reader to the wrong people.
package struct KnownNumbers: Sendable, Hashable {
  private var lines: [Line] = []
  /// Those in whose place nobody means a helpline: of the practice, of emergencies, in notes.
  private var others: Set<[UInt8]> = []

  private struct Line: Hashable {
    let name: String
    /// As readers see it.
    let written: String
    /// As a link has it.
    let dialled: String
    /// All digits by which it may be dialled.
    let forms: [[UInt8]]
  }

  /// What a number in a text is.
  private enum Verdict {
    case known
    case near(Line)
    case unknown
  }

  package init(_ help: HelpDirectory, practice: Practice?) {
    for region in help.regions {
      let emergency = EmergencyNumber.numbers(ofRegion: region.id.value) ?? []
      others.formUnion((emergency + [region.emergency?.number.value ?? ""]).map(Self.digits))
      add(region.emergency?.note?.value)
      for line in region.helplines {
        add(line.name.value, line.phone?.value, line.display?.value)
        add(line.name.value, line.text?.to.value, line.text?.display?.value)
        add(line.name.value, line.textphone?.value, line.textphone?.value)
        add(line.notes?.value)
      }
    }
    for number in [practice?.phone?.value, practice?.contact?.text?.value].compactMap(\.self) {
      others.formUnion(Self.forms(of: number, written: number))
    }
  }

  private mutating func add(_ name: String, _ dialled: String?, _ written: String?) {
    guard let dialled, !Self.digits(dialled).isEmpty else { return }
    let written = written ?? dialled
    lines.append(
      Line(
        name: name, written: written, dialled: dialled,
        forms: Self.forms(of: dialled, written: written)))
  }

  /// The numbers in a note of help.yaml.
  private mutating func add(_ note: String?) {
    guard let note else { return }
    Array(note.utf8).withUnsafeBufferPointer { text in
      for run in DigitRun.all(in: text, 0..<text.count) {
        others.insert(run.digits(of: 0..<run.groups.count, in: text))
      }
    }
  }

  private static func digits(_ text: String) -> [UInt8] { text.utf8.filter { $0.isASCIIDigit } }

  /// The digits of a number as it is written, as it is dialled from abroad, and as it is dialled
  /// within its country. Where it is written in full only, its country may have a code of one to
  /// three digits.
  private static func forms(of number: String, written: String) -> [[UInt8]] {
    let full = digits(number)
    let shown = digits(written.replacing("(0)", with: ""))
    var forms = shown == full || shown.isEmpty ? [full] : [full, shown]
    guard number.hasPrefix("+") else { return forms }
    forms.append([0x30, 0x30] + full)
    let isNational = !full.suffix(shown.count).elementsEqual(shown) || shown.count < full.count
    let bare = shown.first == 0x30 ? Array(shown.dropFirst()) : shown
    let nationals =
      isNational && !bare.isEmpty
      ? [bare] : (1...3).map { Array(full.dropFirst($0)) }.filter { $0.count > 6 }
    for national in nationals { forms += [national, [0x30] + national] }
    return forms
  }
}

extension KnownNumbers {
  /// The finding about digits in a text; nil if they are a known number, or none at all.
  package func finding(
    _ run: DigitRun, in text: UnsafeBufferPointer<UInt8>, _ part: Range<Int>, _ words: CallWords?,
    at location: (Range<Int>) -> SourceLocation
  ) -> Diagnostic? {
    let all = 0..<run.groups.count
    let digits = run.digits(of: all, in: text)
    guard digits.count > 2 else { return nil }
    let found = String(decoding: text[run.written], as: UTF8.self).replacing("\n", with: " ")
    switch verdict(on: digits) {
    case .known: return nil
    case .near(let line):
      return .wrongNumber(found, line.name, line.written, at: location(run.written))
    case .unknown: break
    }
    // Other digits may follow a number, or be before it: “116 123 24 hours a day”.
    let splits = all.dropFirst()
    let beginnings = splits.prefix(Self.mostGroups).map { 0..<$0 }
    let ends = splits.suffix(Self.mostGroups).map { $0..<all.upperBound }
    let parts = (beginnings + ends).map { run.digits(of: $0, in: text) }.filter { $0.count >= 6 }
    if parts.contains(where: { if case .known = verdict(on: $0) { true } else { false } }) {
      return nil
    }
    guard run.isTelephoneNumber(in: text) || words?.surround(run.range, in: text, part) == true
    else { return nil }
    return .unlistedNumber(found, at: location(run.written))
  }

  /// The finding about the number of a link `tel:`.
  package func finding(link: String, at location: SourceLocation) -> Diagnostic? {
    switch verdict(on: Self.digits(link)) {
    case .known: nil
    case .near(let line):
      .wrongNumber(link, line.name, PhoneNumber.link(to: line.dialled), at: location)
    case .unknown: .unlistedNumber(link, at: location)
    }
  }

  /// No number has more digits, so none has more groups of them.
  private static let mostGroups = 20

  private func verdict(on digits: [UInt8]) -> Verdict {
    if others.contains(digits) || lines.contains(where: { $0.forms.contains(digits) }) {
      return .known
    }
    if Self.alike.contains(digits) { return .unknown }
    let near = lines.first { $0.forms.contains { Self.isNearly(digits, $0) } }
    return near.map(Verdict.near) ?? .unknown
  }

  /// The numbers that Europe keeps for helplines of different kinds (decision 2007/116/EC and its
  /// amendments): none of them is meant for another.
  private static let alike = Set(
    ["116000", "116006", "116016", "116111", "116117", "116123"].map { Array($0.utf8) })

  /// Whether one or two digits differ, two are swapped, or one of many is missing or too much.
  private static func isNearly(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    let (short, long) = left.count < right.count ? (left, right) : (right, left)
    if short.count == long.count {
      let different = zip(short, long).reduce(0) { $0 + ($1.0 == $1.1 ? 0 : 1) }
      return different <= (short.count > 5 ? 2 : short.count == 5 ? 1 : 0)
    }
    guard long.count - short.count == 1, short.count > 7 else { return false }
    let same = zip(short, long).prefix { $0 == $1 }.count
    return short[same...].elementsEqual(long[(same + 1)...])
  }
}

extension Rule {
  package static let unlistedNumber = Rule(
    "unlisted-number", .warning, "A telephone number in a text that help.yaml does not have.",
    why: "The numbers of help.yaml are looked up again and again. One that is only in a text grows "
      + "old, and nobody notices.",
    bad: "You can call 020 7946 0345.",
    good: "You can call 01632 960111.",
    fix: "Look the number up on its operator’s own page, and write the line into "
      + "`content/help.yaml`. Or name the line without its number, and link to the help page.")
  package static let wrongNumber = Rule(
    "wrong-number", .error, "A telephone number that is nearly that of a helpline.",
    why: "One wrong digit, and somebody in danger calls a stranger.",
    bad: "You can call 01632 960112.",
    good: "You can call 01632 960111.",
    fix: "Write the number as `content/help.yaml` has it. If it is another line, add that to "
      + "`content/help.yaml`.")
}

extension Diagnostic {
  fileprivate static func unlistedNumber(_ found: String, at location: SourceLocation) -> Self {
    Diagnostic(
      .unlistedNumber, "‘\(found)’ is not a number of help.yaml", at: location,
      help: "look it up on its operator’s own page, and write the line into content/help.yaml; or "
        + "leave the number out, and link to the help page")
  }

  fileprivate static func wrongNumber(
    _ found: String, _ line: String, _ right: String, at location: SourceLocation
  ) -> Self {
    Diagnostic(
      .wrongNumber, "‘\(found)’ is nearly the number of ‘\(line)’, but not quite", at: location,
      help: "write ‘\(right)’; if it is another line, write that line into content/help.yaml")
  }
}
