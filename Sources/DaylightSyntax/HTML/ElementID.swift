/// The id of an element, which links, labels and descriptions lead to.
package enum ElementID {
  package static func unusable(_ id: String) -> String {
    id.isEmpty
      ? "this id is empty, so nothing can lead to it"
      : "the id ‘\(id)’ has a space in it, so nothing can lead to it"
  }

  package static let unusableHelp =
    "write one word, with hyphens instead of spaces, or take the attribute out"
}

extension Rule {
  package static let duplicateAnchor = Rule(
    "duplicate-anchor", .error, "One id on two elements of a page.",
    why:
      "What leads to the second would lead to the first, and a screen reader would take the words of "
      + "the wrong one.",
    bad: #"<h2 id="notes">Notes</h2> <p id="notes">One</p>"#,
    good: #"<h2 id="notes">Notes</h2> <p id="first-note">One</p>"#,
    fix: "Give one of them another id, and change what leads to it.", in: .finished)
  package static let invalidID = Rule(
    "invalid-id", .error, "An id that is empty or has a space in it.",
    why: "No link, label or description can lead to it, so that a reader misses what it names.",
    bad: #"<p id="first note">One</p>"#, good: #"<p id="first-note">One</p>"#,
    fix: "Write one word, with hyphens instead of spaces, or remove the attribute.",
    in: .finished, formerIDs: ["unusable-id"])
}
