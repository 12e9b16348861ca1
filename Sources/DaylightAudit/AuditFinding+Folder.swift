package import DaylightSyntax

extension AuditFinding {
  /// The findings in a folder of which only the finished files are known, each at its place in them.
  /// What many files have is one finding, with the first places named.
  ///
  /// - Parameter folder: what the paths of the files begin with in messages.
  package static func diagnostics(
    _ findings: [AuditFinding], in folder: String
  ) -> [Diagnostic] {
    groups(of: findings).compactMap { group in
      guard let first = group.first else { return nil }
      var notes = group.dropFirst().prefix(namedPages - 1).map {
        Diagnostic.Note("also here", at: $0.location(in: folder))
      }
      if group.count > namedPages {
        notes.append(Diagnostic.Note("and in \(group.count - namedPages) more places"))
      }
      return Diagnostic(
        first.violation.rule, first.violation.message, at: first.location(in: folder),
        notes: notes, help: first.violation.helpElsewhere ?? first.violation.help)
    }.sorted()
  }

  private func location(in folder: String) -> SourceLocation {
    var end = position
    for byte in fragment {
      end.column += 1
      if byte == UInt8(ascii: "\n") { end = SourcePosition(line: end.line + 1, column: 1) }
    }
    return SourceLocation(path: folder + path, start: position, end: end)
  }
}
