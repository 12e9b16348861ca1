package import DaylightSyntax

/// Every rule of the pipeline.
package enum Rules {
  package static let all: [Rule] =
    Rule.frontMatter + Rule.content + Rule.templateRules + [MarkdownLimits.rule]
    + [RuleLevels.unknownRule, RuleLevels.lockedRule] + site
    + OutputAudit.rules

  /// Rules that protect the reader: a site cannot lower them, nor a text override them.
  package static let locked = Set(protective.map(\.id)).union(OutputAudit.lockedRules)

  private static let protective: [Rule] = [
    // A way out or to help that gives the reader away, or leads nowhere.
    .unsafeExit, .unsafeLink, .mailLink, .externalImage, .brokenLink, .brokenOutputLink,
    .missingPage,
    // A number that is wrong, old or not answered. A check dated ahead would never grow old.
    .helplineExpired, .helplineNumber, .helplineClosed, .helplineSource, .helplineUnreachable,
    .duplicateNumber, .dateInFuture, .unknownRegion,
    // A list that judges, or leaves its reader alone.
    .checklistItems, .signWithoutReading, .tickedItem,
    // A text that readers would not get whole, or in whose place they would get another.
    MarkdownLimits.rule, .unclosedComment, .addressCollision,
  ]

  private static let site: [Rule] = [
    .addressCollision, .ambiguousForm, .brokenAnchor, .brokenLink, .brokenOutputLink,
    .checklistItems,
    .circularDefinition, .duplicateFootnote, .externalImage, .invalidOverride, .mailLink,
    .lowContrast, .missingAlternative, .missingAsset, .missingPage, .missingString, .oneSidedSee,
    .rawHTML,
    .readingGrade, .reviewChanged, .reviewCycle, .reviewDue, .reviewOverdue, .reviewUnsigned,
    .signWithoutReading, .skippedHeading, .staleOverride, .styleImport,
    .tickedItem, .topHeading, .unclosedComment, .undefinedFootnote, .unknownCallout,
    .unknownPerson, .unknownRegion, .unknownSource, .unknownTerm, .unsafeLink, .unsourcedNumber,
    .unusableName,
    .unusedFootnote, .unusedTerm, .vagueLink,
  ]
}
