/// A change of a source file that fixes a finding, made only where it is sure.
package struct TextEdit: Sendable, Hashable {
  package let location: SourceLocation
  /// What the file must have there; where it has something else, the edit is not made.
  package let old: String
  package let new: String

  package init(at location: SourceLocation, replacing old: String, with new: String) {
    self.location = location
    self.old = old
    self.new = new
  }
}

extension SourceFile {
  /// The file with edits made, first to last. An edit that overlaps an earlier one, or that finds
  /// something else than it should replace, is left out.
  package func applying(_ edits: some Sequence<TextEdit>) -> SourceFile {
    let lines = LineIndex(bytes)
    var edited: [UInt8] = []
    var copied = 0
    for edit in Set(edits).sorted(by: { $0.location < $1.location }) {
      let start = lines.offset(of: edit.location.start)
      let end = start + edit.old.utf8.count
      guard start >= copied, end <= bytes.count, bytes[start..<end].elementsEqual(edit.old.utf8)
      else { continue }
      edited += bytes[copied..<start]
      edited += edit.new.utf8
      copied = end
    }
    return SourceFile(path: path, bytes: edited + bytes[copied...])
  }
}
