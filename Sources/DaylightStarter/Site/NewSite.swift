import DaylightModel
package import DaylightSyntax

/// A new site: the files that are made from the answers, by their paths in its folder.
package struct NewSite: Sendable {
  package let files: [SourceFile]

  /// - Parameters:
  ///   - today: the day on which it is made.
  ///   - version: of the program.
  package init(_ answers: SiteAnswers, today: CalendarDate, version: String) {
    var values = [
      "practice": answers.practice, "region": answers.region.id, "language": answers.language,
      "exit": answers.region.exit, "today": today.iso, "version": version,
    ]
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
