import DaylightAudit
import DaylightModel
import DaylightPages
package import DaylightSyntax
import DaylightTheme

extension RuleBook {
  /// The rules of this module.
  package static let site = RuleBook(
    [
      .pages: [
        .copiedPage, .addressCollision, .unusableName, .topicAddress, .similarTopics, .sameTitle,
        .sameOrder, .unknownMoment, .missingMoment, .unusedMoment,
      ],
      .links: [.deadLink, .movedLink, .unansweredLink],
      .text: [.staleOverride, .misspelling, .spellingVariant, .harderPage, .maximumGrade],
      .sources: [.wrongDOI],
      .glossary: [.unknownTerm, .oneSidedSee, .circularDefinition, .unusedTerm],
      .helplines: [.unknownRegion, .missingHelp, .emergencyNumber, .helplineDetails],
      .reviews: [.unknownPerson],
      .settings: [.missingSetting, .uncheckedLanguage, .emptyFeed, .unshownDetails],
    ],
    locked: [
      // A number that is wrong, old or not answered. A check dated ahead would never grow old.
      .unknownRegion, .missingHelp, .emergencyNumber,
      // Otherwise something would be missing on every page.
      .missingSetting,
      // A text that readers would get only in part, or another text instead.
      .addressCollision,
    ])

  /// Every rule of the pipeline: all but those of reading and writing files.
  package static let pipeline = RuleBook([.syntax, .model, .pages, .theme, .site, .audit])

  /// Rules that find barriers for people who listen, magnify or use a keyboard, in the order in which
  /// an accessibility statement lists them.
  static let barriers: [Rule] = [
    .lowContrast, .missingAlternative, .topHeading, .skippedHeading, AuditRule.pageLanguage,
    AuditRule.pageTitle, AuditRule.pageOrder, AuditRule.motion, AuditRule.newWindow, .vagueLink,
    .readingGrade,
  ]
}
