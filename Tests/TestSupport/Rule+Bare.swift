package import DaylightSyntax

extension Rule {
  /// A rule for a test that asks for no explanation.
  package init(_ id: String, _ level: Level, _ summary: String) {
    self.init(id, level, summary, why: "", bad: "", good: "", fix: "")
  }
}
