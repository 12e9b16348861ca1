import DaylightModel
import DaylightSyntax
import DaylightTheme

extension FuzzTarget {
  /// Front matter and data files. The first byte says of which file the others are.
  static let frontMatter = FuzzTarget("front-matter") { bytes in
    guard let (path, bytes) = bytes.choice(of: sourcePaths) else { return }
    let file = SourceFile(path: path, bytes: bytes)
    show(findings(in: file), of: [file])
  }

  static let sourcePaths = [
    "content/index.md", "content/signs/fear.md", "content/signs/index.md",
    "content/checklists/signs.md", "content/glossary/knot.md", "content/paths/starting.md",
    "content/practice/sam.md", "content/help.md", "content/questions.md", "content/site.yaml",
    "content/help.yaml", "content/sources.yaml", "content/people.yaml", "content/language.yaml",
    "content/reviews.lock", "content/grades.lock", "templates/strings/en.yaml",
  ]

  private static func findings(in file: SourceFile) -> [Diagnostic] {
    switch file.path {
    case "content/site.yaml": SiteConfiguration.decode(file).diagnostics
    case "content/help.yaml": HelpDirectory.decode(file).diagnostics
    case "content/sources.yaml": SourceRegistry.decode(file).diagnostics
    case "content/people.yaml": People.decode(file).diagnostics
    case "content/language.yaml": LanguageRules.decode(file).diagnostics
    case "content/reviews.lock": ReviewLock.read(file).diagnostics
    case "content/grades.lock": GradeList.read(file).diagnostics
    case "templates/strings/en.yaml": StringTable.read([file], language: "en-GB").diagnostics
    default: PageKind(path: file.path).map { Document.read(file, kind: $0).diagnostics } ?? []
    }
  }
}
