import DaylightSyntax

/// The files around the pages: settings, the help page, and whatever else a new site begins with.
struct SiteFrame {
  private let starter: [SourceFile]

  /// - Parameter starter: the files of a new site; empty for the settings alone.
  init(_ starter: [SourceFile]) { self.starter = starter }

  /// - Parameters:
  ///   - navigation: the sections, as paths from `content`.
  ///   - people: the names of authors by their ids.
  func files(
    name: String, language: String?, navigation: [String], people: [String: String]
  ) -> [ImportedFile] {
    var files = starter.filter { !Self.isSample($0.path) }.map { file in
      let text = String(decoding: file.bytes, as: UTF8.self)
      return ImportedFile(path: file.path, content: .text(text))
    }
    let settings = files.firstIndex { $0.path == "content/site.yaml" }
    let lines =
      settings.map { index -> [String] in
        guard case .text(let text) = files[index].content else { return [] }
        return text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      } ?? ["name: x", "language: en", "navigation:", ""]
    let own = Self.replaced(lines, name: name, language: language, navigation)
    let file = ImportedFile(
      path: "content/site.yaml", content: .text(own.joined(separator: "\n")))
    if let settings { files[settings] = file } else { files.append(file) }
    if let people = Self.people(people, beside: files.first { $0.path == Self.peoplePath }) {
      files.removeAll { $0.path == Self.peoplePath }
      files.append(ImportedFile(path: Self.peoplePath, content: .text(people)))
    }
    return files
  }

  private static let peoplePath = "content/people.yaml"

  /// The people of the new site and the authors of the old one; nil if there are no authors.
  private static func people(
    _ people: [String: String], beside starter: ImportedFile?
  ) -> String? {
    guard !people.isEmpty else { return nil }
    var text = ""
    if case .text(let found)? = starter?.content { text = found }
    let known = text.split(separator: "\n").filter { $0.hasPrefix("- id:") }.map {
      $0.dropFirst(5).trimmed
    }
    for (id, name) in people.sorted(by: { $0.key < $1.key }) where !known.contains(id) {
      if !text.isEmpty { text += "\n" }
      text += "- id: \(id)\n  name: \(FrontMatterText.scalar(name))\n  role: author\n"
    }
    return text
  }

  /// Pages that show how a page is written.
  private static func isSample(_ path: String) -> Bool {
    path.hasPrefix("content/reading/") || path == "content/index.md"
  }

  /// The settings with the name, the language and the navigation of the source.
  private static func replaced(
    _ lines: [String], name: String, language: String?, _ navigation: [String]
  ) -> [String] {
    var output: [String] = []
    var isInNavigation = false
    for line in lines {
      if isInNavigation, line.hasPrefix(" ") || line.hasPrefix("-") { continue }
      isInNavigation = false
      if line.hasPrefix("name:") {
        output.append("name: " + FrontMatterText.scalar(name))
      } else if line.hasPrefix("language:") {
        output.append(
          "language: " + (language?.replacing("_", by: "-") ?? line.dropFirst(9).trimmed))
      } else if line.hasPrefix("navigation:") {
        isInNavigation = true
        output.append("navigation:")
        output += (navigation + ["help.md"]).map { "  - " + $0 }
      } else {
        output.append(line)
      }
    }
    return output
  }
}
