/// What is asked about a new site, in this order.
package enum SiteQuestion: String, Sendable, Hashable, CaseIterable {
  case practice, baseURL, phone, address, region, language, accent, starter, host

  package var text: String {
    switch self {
    case .practice: "What is the name of the practice?"
    case .baseURL: "Where will the site be on the web (Enter if you do not know yet)?"
    case .phone: "The telephone number for readers, with the country first (Enter for none)?"
    case .address: "The postal address of the practice (Enter for none)?"
    case .region: "Whose helplines should every page show?"
    case .language: "In which language?"
    case .accent: "A colour for links and buttons, as #1c5a5a or a name (Enter for the theme’s)?"
    case .starter: "What should the site begin as?"
    case .host: "Should a host build it whenever you change it?"
    }
  }

  /// What can be chosen, with a few words about each; empty for a question that is answered freely.
  package var choices: [(answer: String, summary: String)] {
    switch self {
    case .region: SiteRegion.all.map { ($0.id, $0.name) }
    case .language: SiteLanguage.all.map { ($0.tag, $0.name) }
    case .starter: Starter.allCases.map { ($0.rawValue, $0.summary) }
    case .host:
      SiteHost.all.map { ($0.id, $0.summary) } + [(SiteHost.none, "no: I send what I have built")]
    default: []
    }
  }

  /// The option that answers it.
  package var option: String {
    switch self {
    case .practice: "--name"
    case .baseURL: "--base-url"
    default: "--" + rawValue
    }
  }
}
