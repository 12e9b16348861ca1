/// The kinds of callout, as their markers name them.
package enum CalloutKind: String, Sendable, CaseIterable {
  case note, safety, content, help
}
