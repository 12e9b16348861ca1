package import DaylightSyntax

/// Every rule of the pipeline.
package enum Rules {
  package static let all: [Rule] =
    Rule.frontMatter + Rule.content + Rule.templateRules + [MarkdownLimits.rule]
    + [RuleLevels.unknownRule, RuleLevels.lockedRule] + site
    + OutputAudit.rules

  /// Rules that protect the reader: a site cannot lower them, nor a text override them.
  package static let locked: Set<String> = Set(
    [Rule.unsafeLink, .mailLink, .externalImage, .signWithoutReading, .tickedItem].map(\.id)
  ).union(OutputAudit.lockedRules)

  private static let site: [Rule] = [
    .addressCollision, .ambiguousForm, .brokenAnchor, .brokenLink, .brokenOutputLink,
    .checklistForm,
    .circularDefinition, .duplicateFootnote, .externalImage, .invalidOverride, .mailLink,
    .lowContrast, .missingAlternative, .missingAsset, .missingPage, .missingString, .oneSidedSee,
    .rawHTML,
    .readingGrade, .reviewChanged, .reviewCycle, .reviewDue, .reviewOverdue, .reviewUnsigned,
    .signWithoutReading, .skippedHeading, .staleOverride, .styleImport,
    .tickedItem, .topHeading, .unclosedComment, .undefinedFootnote, .unknownCallout,
    .unknownPerson, .unknownSource, .unknownTerm, .unsafeLink, .unsourcedNumber, .unusableName,
    .unusedFootnote, .unusedTerm, .vagueLink,
  ]
}
