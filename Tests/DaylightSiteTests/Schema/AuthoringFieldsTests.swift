import DaylightModel
import DaylightSite
import DaylightSyntax
import TestSupport
import Testing

/// docs/authoring.md is written by hand, for people. What it says of fields has to be what there is.
@Suite struct AuthoringFieldsTests {
  private let guide: [Substring] = {
    let bytes = Golden.files(inFolder: "../../../docs")["authoring.md"] ?? []
    return String(decoding: bytes, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
  }()

  /// The names in the first column of the tables below a heading, up to the next heading.
  private func names(below headings: String...) -> [String] {
    headings.flatMap { heading -> [String] in
      let lines = guide.drop { $0 != heading }.dropFirst().prefix { !$0.hasPrefix("#") }
      return lines.filter { $0.hasPrefix("| `") }.flatMap { line -> [String] in
        let column = line.dropFirst().prefix { $0 != "|" }
        return column.split(separator: "`").enumerated().filter { $0.offset % 2 == 1 }
          .map { String($0.element) }
      }
    }
  }

  private func expect(_ names: [String], are tables: [FieldTable]) {
    let known = Set(tables.flatMap(\.fields).map(\.name))
    #expect(Set(names) == known)
  }

  @Test func `the tables of front matter have all names and no other`() {
    let pages = PageKind.withFiles.filter { !$0.traits.isTerm }.map(\.frontMatter)
    expect(
      names(below: "### For every kind of page", "### For all but the glossary’s words"), are: pages
    )
  }

  @Test func `the table of the glossary has all names that its words alone have`() {
    let every = Set(names(below: "### For every kind of page"))
    let own = names(below: "## Words of the glossary")
    let terms = TermFrontMatter.fields.fields.map(\.name)
    #expect(Set(own).subtracting(every) == Set(terms).subtracting(every))
  }

  @Test func `the tables of site.yaml and help.yaml have all names and no other`() {
    expect(names(below: "### site.yaml"), are: [SiteConfiguration.fields])
    expect(names(below: "#### Your own look"), are: [group("brand", in: SiteConfiguration.fields)])
    let region = group("regions", in: HelpDirectory.fields)
    expect(names(below: "### help.yaml"), are: [group("services", in: region)])
  }

  @Test func `every other field is named somewhere`() {
    let text = guide.joined(separator: "\n")
    let tables =
      [SiteConfiguration.fields, HelpDirectory.fields, SourceRegistry.fields, People.fields]
      + [LanguageRules.fields]
    for path in tables.flatMap(\.paths) {
      let name = path.split(separator: ".").last.map(String.init) ?? path
      guard name != "*" else { continue }
      let isNamed = ["`\(name)`", "`\(name):", " \(name):", "\n\(name):"].contains {
        text.contains($0)
      }
      #expect(isNamed, "\(path)")
    }
  }

  private func group(_ name: String, in table: FieldTable) -> FieldTable {
    switch table.fields.first(where: { $0.name == name })?.form {
    case .group(let inner)?, .list(.group(let inner))?: inner
    default: FieldTable(of: name) { _ in 0 }
    }
  }
}
