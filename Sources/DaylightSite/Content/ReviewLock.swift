package import DaylightSyntax

/// Which text was reviewed, when and by whom (CNT-02): the file `reviews.lock`.
///
/// One line a page: its path, the digest of its text, the day and the reviewer’s id, parted by single
/// spaces. Lines that begin with `#` are comments. Only a path may hold spaces.
package struct ReviewLock: Sendable, Hashable {
  package struct Entry: Sendable, Hashable {
    package var digest: String
    package var date: CalendarDate
    /// An id in `people.yaml`.
    package var person: String
    /// The line in the file, for findings.
    package var location: SourceLocation

    package init(digest: String, date: CalendarDate, person: String, location: SourceLocation) {
      self.digest = digest
      self.date = date
      self.person = person
      self.location = location
    }
  }

  /// By the path of the page from the root of the site.
  package var entries: [String: Entry]

  package init(entries: [String: Entry] = [:]) { self.entries = entries }

  package static func read(_ file: SourceFile) -> Diagnosed<Self> {
    var lock = Diagnosed(Self())
    let encoding = file.encodingDiagnostics()
    guard encoding.isEmpty || file.bytes.isEmpty else { return Diagnosed(Self(), encoding) }
    let lines = file.bytes.split(omittingEmptySubsequences: false) { $0 == UInt8(ascii: "\n") }
    for (index, line) in lines.enumerated() {
      let line = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
      guard let first = line.first, first != UInt8(ascii: "#") else { continue }
      let location = SourceLocation(
        path: file.path, start: SourcePosition(line: index + 1, column: 1),
        end: SourcePosition(line: index + 1, column: line.count + 1))
      guard let (path, entry) = Self.entry(String(decoding: line, as: UTF8.self), at: location)
      else {
        lock.diagnostics.append(.unreadableReview(at: location))
        continue
      }
      if let other = lock.value.entries[path] {
        lock.diagnostics.append(.repeatedReview(of: path, at: location, first: other.location))
      } else {
        lock.value.entries[path] = entry
      }
    }
    return lock
  }

  /// The file’s bytes: a line of explanation, then the entries by path.
  package func write() -> [UInt8] {
    var text =
      "# Which text was reviewed, when and by whom. Daylight writes this file; please do not edit it.\n"
    for (path, entry) in entries.sorted(by: { $0.key < $1.key }) {
      text += "\(path) \(entry.digest) \(entry.date.iso) \(entry.person)\n"
    }
    return Array(text.utf8)
  }

  private static func entry(_ line: String, at location: SourceLocation) -> (String, Entry)? {
    // From the right, since only the path may hold spaces.
    var rest = Substring(line)
    func lastField() -> Substring? {
      guard let space = rest.utf8.lastIndex(of: UInt8(ascii: " ")) else { return nil }
      let field = rest[rest.index(after: space)...]
      rest = rest[..<space]
      return field.isEmpty ? nil : field
    }
    guard let person = lastField(), let day = lastField(), let digest = lastField(),
      let date = CalendarDate(iso: String(day)), !rest.isEmpty,
      digest.utf8.allSatisfy({ 0x30...0x39 ~= $0 || 0x61...0x66 ~= $0 })
    else { return nil }
    return (
      String(rest),
      Entry(digest: String(digest), date: date, person: String(person), location: location)
    )
  }
}

extension Rule {
  package static let reviewLock = Rule(
    "review-lock", .error, "A line of reviews.lock that Daylight did not write.",
    why: "The file is the record of what was signed. A line that was written by hand proves "
      + "nothing.",
    bad: "a line in `content/reviews.lock` that was typed",
    good: "a line that `daylight review` wrote",
    fix: "Delete the line, and sign the page with `daylight review`.", in: .described)
}

extension Diagnostic {
  fileprivate static func unreadableReview(at location: SourceLocation) -> Self {
    Diagnostic(
      .reviewLock, "this line is not a review", at: location,
      help: "delete the line, and sign the page again once it was reviewed")
  }

  fileprivate static func repeatedReview(
    of path: String, at location: SourceLocation, first: SourceLocation
  ) -> Self {
    Diagnostic(
      .reviewLock, "the review of ‘\(path)’ is written twice", at: location,
      notes: [Note("it is first written here", at: first)], help: "keep the newer line")
  }
}
