import DaylightAudit
import DaylightModel
import DaylightPages
package import DaylightSyntax
import DaylightTheme

/// Every rule of the pipeline. What reading and writing files can find is added by `RuleBook.whole`.
package enum Rules {
  package static let book = RuleBook(groups, locked: locked)

  package static let all = book.all

  /// Rules that protect the reader: a site cannot lower them, and a text cannot override them.
  package static let locked = Set(protective.map(\.id)).union(OutputAudit.lockedRules)

  private static let protective: [Rule] = [
    // An exit or a link to help that exposes the reader, or leads nowhere.
    .unsafeExit, .unsafeLink, .mailLink, .externalImage, .brokenLink, .brokenOutputLink,
    .missingPage,
    // A number that is wrong, old or not answered. A check dated ahead would never grow old.
    .helplineExpired, .helplineNumber, .helplineClosed, .helplineSource, .helplineUnreachable,
    .duplicateNumber, .dateInFuture, .unknownRegion, .missingHelp, .emergencyNumber,
    // Otherwise something would be missing on every page.
    .missingSetting, .missingField,
    // A review that did not take place.
    .reviewMismatch, .unqualifiedReviewer, .reviewInterval, .reviewLock, .reviewWords,
    // A checklist that judges, or leaves its reader alone.
    .checklistItems, .checklistItemWithoutLink, .tickedItem,
    // A text that readers would get only in part, or another text instead.
    MarkdownLimits.rule, .unclosedComment, .visibleComment, .conflictMarker,
    .addressCollision,
    // A callout that would be lost.
    .unknownCallout, .strayCallout, .unclosedHTML,
    // A text that would be published as a file, not as a page.
    .misnamedPage,
    // A picture that reveals more than it shows, or is not a picture.
    .pictureMetadata, .misnamedFile,
  ]

  /// Rules that find barriers for people who listen, magnify or use a keyboard, in the order in which
  /// an accessibility statement lists them.
  static let barriers: [Rule] = [
    .lowContrast, .missingAlternative, .topHeading, .skippedHeading, AuditRule.pageLanguage,
    AuditRule.pageTitle, AuditRule.pageOrder, AuditRule.motion, AuditRule.newWindow, .vagueLink,
    .readingGrade,
  ]
}
