/// What a body used from the rest of the site: if all of it is unchanged, so is the page.
package struct AssemblyTrace: Sendable, Hashable {
  /// Where each link and picture led, by its reference as written.
  package var links: [String: LinkTarget] = [:]
  /// Which of the sources it cites were there, by key.
  package var sources: [String: Bool] = [:]
}
