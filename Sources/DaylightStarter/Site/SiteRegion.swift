import DaylightModel
import DaylightSyntax

/// A region whose helplines a new site can begin with.
package struct SiteRegion: Sendable, Hashable {
  /// As in `help.yaml`.
  package let id: String
  package let name: String

  /// The English of the region.
  package var language: String {
    switch country {
    case "us", "ca", "au", "nz", "ie": "en-\(country.uppercased())"
    default: "en-GB"
    }
  }

  /// A dull public page that many people there have open: the weather.
  package var exit: String {
    switch country {
    case "ie": "https://www.met.ie/"
    case "us": "https://www.weather.gov/"
    case "ca": "https://weather.gc.ca/"
    case "au": "https://www.bom.gov.au/"
    case "nz": "https://www.metservice.com/"
    default: SiteConfiguration.defaultExit
    }
  }

  private var country: String { String(id.prefix { $0 != "-" }) }

  /// Those of the `help.yaml` that the program carries with it, in its order.
  package static let all: [SiteRegion] = {
    guard let file = EmbeddedFiles.file("content/help.yaml") else { return [] }
    return HelpDirectory.decode(file).value.regions.map {
      SiteRegion(id: $0.id.value, name: $0.name.value)
    }
  }()
}
