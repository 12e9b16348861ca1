package import DaylightSyntax

/// What the person who runs a build may choose.
package struct BuildOptions: Sendable, Hashable {
  /// The date of the build. Nothing in the pipeline reads a clock.
  package var now: CalendarDate
  /// Whether drafts, pages of the future and expired pages are included.
  package var drafts: Bool
  /// Takes the place of `baseURL` in `site.yaml`.
  package var baseURL: String?

  /// Above which a section is an error.
  package var maximumGrade: Double?

  package init(now: CalendarDate, drafts: Bool = false, baseURL: String? = nil) {
    self.now = now
    self.drafts = drafts
    self.baseURL = baseURL
  }
}
