import DaylightModel
package import DaylightSyntax

/// A new site: the files that are made from the answers, by their paths in its folder.
package struct NewSite: Sendable {
  package let files: [SourceFile]
  /// What the site is called in place of the practice, because tabs and the history of the browser say
  /// it, and the name of the practice tells what the site is about; nil if it does not.
  package let quietName: String?

  /// - Parameters:
  ///   - today: the day on which it is made.
  ///   - version: of the program.
  package init(_ answers: SiteAnswers, today: CalendarDate, version: String) {
    var values = [
      "practice": answers.practice, "region": answers.region.id, "language": answers.language,
      "exit": answers.region.exit, "today": today.iso, "version": version,
    ]
    let reveals = Language(tag: answers.language).revealingWord(in: Array(answers.practice.utf8))
    quietName = reveals.map { _ in "Reading room" }
    values["site"] = quietName ?? answers.practice
    values["baseURL"] = answers.baseURL
    values["phone"] = answers.phone
    values["address"] = answers.address
    values["accent"] = answers.accent
    let text = StarterText(values: values)
    var files: [String: SourceFile] = [:]
    let parts = answers.starter.parts + [answers.host?.folder].compactMap(\.self)
    for path in parts.flatMap(EmbeddedFiles.paths(of:)) {
      guard let bytes = EmbeddedFiles.bytes(of: path) else { continue }
      let place = Starter.place(of: path)
      let spelled =
        place.hasSuffix(".md") ? SiteSpelling.spelled(bytes, in: answers.language) : bytes
      files[place] = SourceFile(path: place, bytes: text.filled(spelled, path: place))
    }
    self.files = files.values.sorted { $0.path < $1.path }
  }
}
