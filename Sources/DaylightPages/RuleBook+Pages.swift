package import DaylightSyntax

extension RuleBook {
  /// The rules of this module.
  package static let pages = RuleBook(
    [
      .links: [.brokenAnchor, .vagueLink, .missingAlternative, .vagueAlternative, .externalImage],
      .text: [
        .readingGrade, .unsourcedNumber, .topHeading, .skippedHeading, .emptyHeading,
        .unknownCallout, .emptyCallout, .extraTableCell, .misnamedFootnote, .undefinedFootnote,
        .unusedFootnote, .duplicateFootnote, .rawHTML, .unclosedHTML, .unclosedComment,
        .tableComment, .accidentalCode, .boldHeading, .extraSpace, .idiom,
        .doubleNegative, .passive, .unopenedAbbreviation, .longSentence,
        .longParagraph, .longSection, .missingOpening, .missingSummary, .missingNextStep, .capitals,
        .emojiBullet, .repeatedHeading, .emptySection, .unnamedColumn,
      ],
      .sources: [.unknownSource, .invalidCitation],
      .checklists: [
        .checklistItems, .checklistItemWithoutLink, .tickedItem, .strayCheckbox,
        .checklistItemStart, .longChecklistItem, .checklistDanger,
      ],
    ],
    locked: [
      // An exit or a link to help that exposes the reader, or leads nowhere.
      .externalImage, .brokenAnchor,
      // A checklist that judges, or leaves its reader alone.
      .checklistItems, .checklistItemWithoutLink, .tickedItem, .checklistDanger,
      // A text that readers would get only in part, or another text instead.
      .unclosedComment,
      // A callout that would be lost.
      .unknownCallout, .unclosedHTML,
    ])
}
