import DaylightModel
package import DaylightSyntax

/// An address on another site that a page or a data file names.
package struct OutsideAddress: Sendable, Hashable {
  package enum Purpose: Sendable, Hashable {
    case link
    /// The DOI of a work with this title.
    case work(title: String)
  }

  package let address: String
  package let purpose: Purpose
  package let location: SourceLocation

  /// Those of a whole site, in the order of their places. The texts of pages have none unless the
  /// build proofread them.
  package static func all(of build: SiteBuild) -> [OutsideAddress] {
    let data = build.index.value.data
    var links = build.pages.values.flatMap(\.outsideLinks)
    func add(_ address: Located<WebAddress>?) {
      if let address { links.append(address.map(\.text)) }
    }
    for line in data.help.regions.flatMap(\.helplines) {
      for address in [line.url, line.chat, line.source, line.billingSource] { add(address) }
    }
    for person in data.people.all { add(person.url) }
    for source in data.sources.all { add(source.url) }
    add(build.index.value.configuration.practice?.url)
    add(build.index.value.configuration.exit)
    let works = data.sources.all.compactMap { source in
      source.doi.map { doi in
        OutsideAddress(
          address: "https://doi.org/" + doi.value, purpose: .work(title: source.title.value),
          location: doi.location)
      }
    }
    let all =
      works + links.map { OutsideAddress(address: $0.value, purpose: .link, location: $0.location) }
    return all.sorted { ($0.location, $0.address) < ($1.location, $1.address) }
  }
}
