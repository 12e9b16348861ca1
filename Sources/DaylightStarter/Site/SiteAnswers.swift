import DaylightModel
import DaylightSyntax
import DaylightTheme

/// What somebody wants of a new site. Each answer was found right before it is kept.
package struct SiteAnswers: Sendable, Hashable {
  package private(set) var practice = "Our practice"
  /// Where the site will be; nil if that is not known yet.
  package private(set) var baseURL: String?
  package private(set) var phone: String?
  package private(set) var address: String?
  package private(set) var region: SiteRegion
  /// A language tag; that of the region unless it was chosen.
  package var language: String { chosenLanguage ?? region.language }
  /// The colour of links as `#` and six digits; nil for that of the theme.
  package private(set) var accent: String?
  package private(set) var starter = Starter.practice
  /// The host that will build it; nil for none.
  package private(set) var host = SiteHost.all.first { $0.id == "github" }
  private var chosenLanguage: String?

  package init() {
    region = SiteRegion.all.first ?? SiteRegion(id: "gb-eng", name: "England")
  }

  /// The answer as it is kept.
  package subscript(question: SiteQuestion) -> String? {
    switch question {
    case .practice: practice
    case .baseURL: baseURL
    case .phone: phone
    case .address: address
    case .region: region.id
    case .language: language
    case .accent: accent
    case .starter: starter.rawValue
    case .host: host?.id ?? SiteHost.none
    }
  }

  /// Keeps an answer, or says what is wrong with it. An empty one takes nothing back and gives
  /// nothing.
  package mutating func take(
    _ text: String, for question: SiteQuestion
  ) throws(AnswerProblem) {
    let text = PlainAnswer.cleaned(text)
    guard !text.isEmpty else { return }
    switch question {
    case .practice: practice = try Self.checked(text, as: "practice: {name: ", closing: "}")
    case .address:
      address = try Self.checked(text, as: "practice: {name: x, address: ", closing: "}")
    case .phone: phone = try Self.checked(text, as: "practice: {name: x, phone: ", closing: "}")
    case .baseURL: baseURL = try Self.webAddress(text)
    case .region: region = try Self.region(text)
    case .language: chosenLanguage = try Self.language(text)
    case .accent: accent = try Self.accent(text)
    case .starter:
      guard let found = Starter(rawValue: text.lowercased()) else {
        throw .unknown(text, "starter", Starter.allCases.map(\.rawValue))
      }
      starter = found
    case .host:
      let found = SiteHost.all.first { $0.id == text.lowercased() }
      guard found != nil || text.lowercased() == SiteHost.none else {
        throw .unknown(text, "host", SiteHost.all.map(\.id) + [SiteHost.none])
      }
      host = found
    }
  }

  /// The text, unless `site.yaml` would not take it there.
  private static func checked(
    _ text: String, as opening: String, closing: String
  ) throws(AnswerProblem) -> String {
    let file = SourceFile(
      path: "content/site.yaml",
      text: "name: x\nhelpRegion: x\nsafetyPage: x\n\(opening)\(YAMLText.quoted(text))\(closing)\n")
    let found = SiteConfiguration.decode(file).diagnostics.first { $0.severity == .error }
    if let found { throw AnswerProblem(message: found.message, help: found.help) }
    return text
  }

  private static func webAddress(_ text: String) throws(AnswerProblem) -> String {
    let whole = text.contains("://") ? text : "https://" + text
    guard let address = BaseURL(whole), address.text.contains(".") else {
      throw AnswerProblem(
        message: "‘\(text)’ is not the address of a site",
        help: "write it as in https://resources.example.org/")
    }
    return try checked(address.text, as: "baseURL: ", closing: "")
  }

  private static func region(_ text: String) throws(AnswerProblem) -> SiteRegion {
    let wanted = text.lowercased()
    let all = SiteRegion.all
    if let found = all.first(where: { $0.id == wanted || $0.name.lowercased() == wanted }) {
      return found
    }
    throw .unknown(text, "region", all.map { "\($0.id) (\($0.name))" })
  }

  private static func language(_ text: String) throws(AnswerProblem) -> String {
    let wanted = text.lowercased()
    let all = SiteLanguage.all
    if let found = all.first(where: {
      $0.tag.lowercased() == wanted.replacing("_", with: "-") || $0.name.lowercased() == wanted
    }) {
      return found.tag
    }
    let known = all.map(\.tag).joined(separator: ", ")
    if all.contains(where: { SiteLanguage.base(of: $0.tag) == SiteLanguage.base(of: wanted) }) {
      throw .unknown(text, "language", all.map(\.tag))
    }
    throw AnswerProblem(
      message: "a site cannot begin in ‘\(text)’: \(SiteLanguage.missing(wanted))",
      help: "begin with one of \(known), and translate it; ‘daylight templates eject "
        + "strings/en.yaml’ writes down the words of the theme")
  }

  private static func accent(_ text: String) throws(AnswerProblem) -> String {
    guard let colour = Colour(text) ?? Colour("#" + text) else {
      throw AnswerProblem(
        message: "‘\(text)’ is not a colour",
        help: "write # and six digits, as in \"#1c5a5a\", or a name such as navy")
    }
    let sheet = BuiltInTheme.file("templates/assets/site.css")?.bytes ?? []
    let nearest = Brand.nearestAccent(to: colour, in: sheet) ?? colour
    guard nearest != colour else { return colour.hexadecimal }
    throw AnswerProblem(
      message: "links in ‘\(text)’ would be hard to read on these pages",
      help: "the nearest colour that can be read is \"\(nearest.hexadecimal)\"",
      instead: nearest.hexadecimal)
  }
}

/// An answer that cannot be kept.
package struct AnswerProblem: Error, Sendable, Hashable {
  package let message: String
  package let help: String?
  /// An answer that would do.
  package let instead: String?

  init(message: String, help: String?, instead: String? = nil) {
    self.message = message
    self.help = help
    self.instead = instead
  }

  static func unknown(_ text: String, _ noun: String, _ known: [String]) -> Self {
    let near = nearestMatch(
      to: text.lowercased(), in: known.map { String($0.prefix { $0 != " " }) })
    return Self(
      message: "there is no \(noun) ‘\(text)’",
      help: (near.map { "did you mean ‘\($0)’? " } ?? "")
        + "there are: \(known.joined(separator: ", "))",
      instead: near)
  }
}
