/// Limits on a text, so that nothing an author pastes can make a build hang.
///
/// With some patterns, cmark-gfm 0.29.0.gfm.6 needs quadratic time, and with others it produces far
/// more output than input (see the published advisories for versions before 0.29.0.gfm.12). The
/// limits are far above anything written by hand; a text within them is parsed in well under a
/// second.
package enum MarkdownLimits {
  package static let rule = Rule(
    "text-limit", .error, "A text that is larger, deeper or more tangled than can be read in time.",
    why: "Such a text would take minutes to build, and nobody could read it on a phone.",
    bad: "one page of more than 1 MB, or with lists 100 levels deep",
    good: "several pages, one for each question",
    fix: "Make several pages of it, and take out what was pasted by mistake.", in: .described)

  /// About 170,000 words.
  package static let bytes = 1 << 20
  /// Quotations and lists inside each other.
  package static let nesting = 100
  package static let tableColumns = 100
  /// In all tables of a text, including the cells that short rows are padded with.
  package static let tableCells = 100_000
  /// Bytes that a link definition may expand to when it is used repeatedly.
  package static let expansion = 16 << 20
  /// Steps of about 10 ns on a slow machine, as estimated by `MarkdownScan`.
  package static let effort = 32_000_000

  /// Checks the bytes before they are parsed. Returns nil if they are within the limits, otherwise
  /// the reason to skip the text, located where the limit was exceeded.
  package static func check(
    _ body: UnsafeBufferPointer<UInt8>, path: String, firstLine: Int = 1
  ) -> Diagnostic? {
    if MarkdownCensus(body).isWithinLimits { return nil }
    var scan = MarkdownScan(body)
    guard let excess = scan.firstExcess() else { return nil }
    var position = LineIndex(body).position(at: excess.offset)
    position.line += firstLine - 1
    return excess.problem.diagnostic(at: SourceLocation(path: path, start: position))
  }

  package static func check(
    _ body: some Collection<UInt8>, path: String, firstLine: Int = 1
  ) -> Diagnostic? {
    withContiguousBytes(body) { check($0, path: path, firstLine: firstLine) }
  }
}

/// A limit that was exceeded.
enum MarkdownExcess {
  case size(Int)
  case nesting
  case columns(Int)
  case cells
  case expansion
  /// The cause of most of the effort.
  case effort(MarkdownEffort.Cause)
}

extension MarkdownExcess {
  fileprivate func diagnostic(at location: SourceLocation) -> Diagnostic {
    let message: String
    let help: String
    switch self {
    case .size(let count):
      message = "this text has \(grouped(count)) bytes; the limit for one page is 1,048,576"
      help = "make several pages of it"
    case .nesting:
      message = "lists or quotations are nested more than 100 deep here"
      help = "end the outer list or quotation with a blank line before you begin a new one"
    case .columns(let count):
      message = "this table has \(grouped(count)) columns; the limit is 100"
      help = "make several tables of it, or a list"
    case .cells:
      message = "the tables of this page have more than 100,000 cells by here"
      help = "make several pages of it, and give each row as many cells as its table has columns"
    case .expansion:
      message = "this page would grow by more than 16 MB, as one long link definition is used often"
      help = "shorten the address and title of the definition"
    case .effort(let cause):
      message = "this text has too many ‘\(cause.sign)’ to be read in time"
      help = "take out what was pasted by mistake, or put blank lines between"
    }
    return Diagnostic(MarkdownLimits.rule, message, at: location, help: help)
  }

  /// 1234567 as 1,234,567.
  private func grouped(_ number: Int) -> String {
    var digits = String(number)
    var end = digits.endIndex
    while let comma = digits.index(end, offsetBy: -3, limitedBy: digits.startIndex),
      comma > digits.startIndex
    {
      digits.insert(",", at: comma)
      end = comma
    }
    return digits
  }
}
