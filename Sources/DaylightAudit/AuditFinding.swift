package import DaylightSyntax

/// Something in a finished file that would endanger a reader, before it is known who wrote it.
package struct AuditFinding: Sendable, Hashable {
  package var violation: Violation
  /// The finished file, relative to the output folder.
  package var path: String
  package var origin: String?
  /// The position in the finished file.
  package var position: SourcePosition
  /// The offending bytes; empty if something is missing.
  package var fragment: [UInt8]
  /// The tag around them, or the fragment itself.
  package var context: [UInt8]

  /// What is wrong, why it endangers a reader, and what to do.
  package struct Violation: Sendable, Hashable {
    package var rule: Rule
    package var message: String
    package var help: String
    /// What to do in a site that Daylight did not build; nil if `help` is right there, too.
    package var helpElsewhere: String?

    init(_ rule: Rule, _ message: String, help: String, elsewhere: String? = nil) {
      self.rule = rule
      self.message = message
      self.help = help
      helpElsewhere = elsewhere
    }
  }
}

/// Collects what is found in one file.
struct AuditReport {
  let file: AuditedFile
  private(set) var findings: [AuditFinding] = []
  /// The place of the last finding. Most come in the order of the file.
  private var last = (offset: 0, position: SourcePosition(line: 1, column: 1))

  /// A longer tag is left out: each of its attributes may have a finding of its own.
  private static let longestContext = 2000

  init(_ file: AuditedFile) { self.file = file }

  /// - Parameters:
  ///   - range: the offending bytes of the file, empty where something is missing.
  ///   - context: the tag around them.
  mutating func add(
    _ violation: AuditFinding.Violation, at range: Range<Int> = 0..<0, in context: Range<Int>? = nil
  ) {
    let context = context.flatMap { $0.count <= Self.longestContext ? $0 : nil }
    findings.append(
      AuditFinding(
        violation: violation, path: file.path, origin: file.origin,
        position: position(at: range.lowerBound), fragment: Array(file.bytes[range]),
        context: Array(file.bytes[context ?? range])))
  }

  private mutating func position(at offset: Int) -> SourcePosition {
    var (start, position) = last
    if offset < start { (start, position) = (0, SourcePosition(line: 1, column: 1)) }
    for byte in file.bytes[start..<offset] {
      position.column += 1
      if byte == UInt8(ascii: "\n") {
        position = SourcePosition(line: position.line + 1, column: 1)
      }
    }
    last = (offset, position)
    return position
  }

  /// For something that was found in the text of a page, whose place in its bytes is not known.
  mutating func add(_ violation: AuditFinding.Violation, quoting text: ArraySlice<UInt8>) {
    add(violation)
    findings[findings.count - 1].fragment = Array(text)
  }

  func hasFound(_ rule: Rule) -> Bool { findings.contains { $0.violation.rule == rule } }
}

/// What was written, as a message quotes it: on one line, and shortened if it is long.
func quoted(_ bytes: some Collection<UInt8>) -> String {
  let limit = 80
  let text = String(decoding: bytes.prefix(limit), as: UTF8.self)
  let line = String(
    String.UnicodeScalarView(text.unicodeScalars.map { $0.value < 0x20 ? " " : $0 }))
  return bytes.count > limit ? line + "…" : line
}
