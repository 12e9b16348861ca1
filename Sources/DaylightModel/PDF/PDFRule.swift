package import DaylightSyntax

/// Checks the PDFs that readers may download: what they do, and what they say of themselves.
package enum PDFRule: SiteRule {
  package static func check(_ index: SiteIndex) -> [Diagnostic] {
    index.attachments.values.sorted { $0.path < $1.path }.flatMap { file -> [Diagnostic] in
      guard let facts = file.pdf else { return [] }
      if let problem = Diagnostic.problem(of: file, facts) { return [problem] }
      return Diagnostic.properties(of: file, facts.properties, index.language).map { [$0] } ?? []
    }
  }
}

extension Rule {
  package static let unsafePDF = Rule(
    "unsafe-pdf", .error, "A PDF that does more than show pages, or that cannot be checked.",
    why: "A PDF can run scripts, open addresses, keep what a reader types, and have other files in "
      + "it, outside of everything that protects a reader on the pages.",
    bad: "content/therapy/sheet.pdf, with a form to fill in",
    good: "content/therapy/sheet.pdf, with lines to write on",
    fix: "Make the PDF again, as one that is only for printing.", in: .files)
  package static let pdfProperties = Rule(
    "pdf-properties", .warning, "A PDF whose properties name its author or reveal the topic.",
    why: "Browsers show the title of a PDF on the tab, and anybody who finds the file can read the "
      + "names in it.",
    bad: "content/therapy/sheet.pdf, with the title “Signs of abuse”",
    good: "content/therapy/sheet.pdf, with the title “A sheet to print”",
    fix: "Take the title and the names out where the PDF was made, and export it again.",
    in: .files)
}

extension Diagnostic {
  fileprivate static func problem(of file: AttachedFile, _ facts: PDFFacts) -> Self? {
    func finding(_ problem: String, help: String) -> Self {
      Diagnostic(
        .unsafePDF, "‘\(file.publishedPath)’ \(problem)", at: .file(file.path), help: help)
    }
    if facts.format != .pdf {
      return finding(
        "is \(facts.format.noun)" + (facts.format == .empty ? "" : ", not a PDF"),
        help: "put the PDF itself here, or delete the file")
    }
    let dangers = facts.dangers.sorted { $0.rawValue < $1.rawValue }.map(\.phrase)
    if let last = dangers.last {
      let list = dangers.dropLast().joined(separator: ", ")
      return finding(
        (list.isEmpty ? "" : list + " and ") + last,
        help: "make it again for printing alone: print it to a PDF, and put that here")
    }
    if facts.isWhole { return nil }
    return finding(
      "is damaged, or cut off before its end", help: "copy it again from where it came")
  }

  fileprivate static func properties(
    of file: AttachedFile, _ properties: PDFProperties, _ language: Language
  ) -> Self? {
    func reveals(_ text: String) -> Bool { language.revealingWord(in: Array(text.utf8)) != nil }
    var told: [String] = []
    if let author = properties.author { told.append("its author, ‘\(author)’") }
    if let title = properties.title, reveals(title) {
      told.append("its topic in the title, ‘\(title)’, which is on the tab")
    }
    for text in properties.others where reveals(text) { told.append("its topic, in ‘\(text)’") }
    let isOnlyProgram = told.isEmpty
    told += properties.programs.suffix(1).map { "the program that made it, ‘\($0)’" }
    guard let last = told.last else { return nil }
    let list = told.dropLast().joined(separator: ", ")
    var finding = Diagnostic(
      .pdfProperties,
      "‘\(file.publishedPath)’ tells \(list.isEmpty ? "" : list + " and ")\(last)",
      at: .file(file.path),
      help: "take it out where the PDF was made, under File and Properties, and export it again")
    // Every PDF tells that, and it is nobody’s name.
    if isOnlyProgram { finding.severity = .note }
    return finding
  }
}
