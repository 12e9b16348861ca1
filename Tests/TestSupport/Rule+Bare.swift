package import DaylightSyntax

extension Rule {
  /// A rule without an explanation, for tests.
  package convenience init(
    _ id: String, _ level: Level, _ summary: String, formerIDs: [String] = []
  ) {
    self.init(
      id, level, summary, why: "", bad: "", good: "", fix: "", formerIDs: formerIDs)
  }
}
