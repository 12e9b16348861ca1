import DaylightModel
import DaylightPages
package import DaylightSyntax
import DaylightTheme

/// Checks what the pages of the practice and its people need from settings and data files.
enum PracticeRule: SiteRule {
  static func check(_ index: SiteIndex) -> [Diagnostic] {
    people(index) + photos(index) + invitations(index) + hours(index) + details(index)
  }

  /// Pages in `content/practice` whose name is the id of nobody.
  private static func people(_ index: SiteIndex) -> [Diagnostic] {
    index.entries.compactMap { entry in
      guard let id = entry.personID, index.data.people[id] == nil else { return nil }
      return .pageOfNobody(id, entry.source, known: index.data.people.all.map(\.id.value))
    }
  }

  private static func photos(_ index: SiteIndex) -> [Diagnostic] {
    index.data.people.all.flatMap { person -> [Diagnostic] in
      guard let photo = person.photo else { return [] }
      let vague = person.photoAlt.flatMap {
        VagueAlternative.check($0.value, of: photo.value, at: $0.location)
      }
      switch index.resolve(photo.value, from: "content/people.yaml") {
      case .file: return [vague].compactMap(\.self)
      case .problem(let problem):
        return [.brokenLink(photo.value, problem, at: photo.location)]
      case .web, .page, .anchor, .term, .telephone:
        return [.externalImage(photo.value, at: photo.location)]
      }
    }
  }

  /// Sections that invite to a page that the site does not have.
  private static func invitations(_ index: SiteIndex) -> [Diagnostic] {
    guard index.entry(of: .practice) == nil else { return [] }
    return index.documents.values.compactMap { document in
      guard let invitation = document.pageFields?.invitation, invitation.value else { return nil }
      return .invitationToNothing(invitation)
    }
  }

  /// The names of days, which only the strings of the site can say.
  private static func hours(_ index: SiteIndex) -> [Diagnostic] {
    guard let practice = index.configuration.practice, !practice.hours.isEmpty,
      index.entry(of: .practice) != nil
    else { return [] }
    return InterfaceStrings.ofHours.filter { index.strings.text($0) == nil }.map {
      .missingString($0, at: practice.name.location)
    }
  }

  private static func details(_ index: SiteIndex) -> [Diagnostic] {
    let page = "content/practice/index.md"
    guard let practice = index.configuration.practice, practice.hasDetails,
      index.entry(of: .practice) == nil, index.withheld[page] == nil
    else { return [] }
    return [.unshownDetails(practice.name.location, page)]
  }
}

extension Rule {
  package static let unshownDetails = Rule(
    "unshown-details", .warning, "Details of the practice that no page shows.",
    why: "Services, fees, hours, places and ways to reach the practice are shown on its own page "
      + "alone, and the site has none.",
    bad: "practice:\n  name: Riverside\n  insurance: We work with no insurer.",
    good: "practice:\n  name: Riverside",
    fix: "Write `content/practice/index.md`, with a title to begin with.", in: .settings)
}

extension Diagnostic {
  fileprivate static func pageOfNobody(_ id: String, _ path: String, known: [String]) -> Self {
    Diagnostic(
      .unknownPerson, "‘people.yaml’ has nobody with the id ‘\(id)’, whose page this would be",
      at: .file(path),
      help: nearestMatch(to: id, in: known).map { "rename the file to ‘\($0).md’" }
        ?? "add the person to ‘content/people.yaml’ with ‘id: \(id)’")
  }

  fileprivate static func invitationToNothing(_ invitation: Located<Bool>) -> Self {
    Diagnostic(
      .missingPage, "the section invites to the page of the practice, and the site has none",
      at: invitation.location, help: "write ‘content/practice/index.md’, or delete this line")
  }

  fileprivate static func unshownDetails(_ location: SourceLocation, _ page: String) -> Self {
    Diagnostic(
      .unshownDetails, "no page shows what is written below ‘practice’ beside name and address",
      at: location, help: "write ‘\(page)’, with a title to begin with")
  }
}
