import DaylightAudit
import DaylightModel
import DaylightPages
package import DaylightSyntax
import DaylightTheme

extension Rules {
  /// The rules as docs/rules.md lists them. A rule that is in no group is not known to a site.
  package static let groups: [RuleGroup] = [
    RuleGroup(
      "Front matter and data files",
      "How anything between `---` lines and in `.yaml` files is written.",
      [
        .emptyFile, .unknownDataFile, .invalidUTF8, .nulByte, .missingFrontMatter,
        .unclosedFrontMatter, .missingField, .unknownKey, .misplacedKey, .duplicateKey, .wrongType,
        .unknownValue, .invalidDate, .dateOrder, .dateInFuture, .repeatedEntry, .duplicateID,
        .invalidURL, .invalidYAML, .curlyQuotes, .tabIndentation, .commentInValue, .yamlAlias,
        .yamlTag, .yamlTooDeep, .yamlTooLarge, .markupInField, .conflictMarker,
      ]),
    RuleGroup(
      "Pages", "Which pages there are, and where they are published.",
      [
        .missingPage, .misnamedPage, .copiedPage, .emptyBody, .invalidAddress, .addressCollision,
        .unusableName, .topicAddress, .similarTopics, .sameTitle, .sameOrder,
      ]),
    RuleGroup(
      "Links and pictures", "What a page points to or shows.",
      [
        .brokenLink, .brokenAnchor, .unsafeLink, .mailLink, .vagueLink, .missingAlternative,
        .vagueAlternative, .externalImage, .pictureMetadata, .misnamedFile, .brokenPicture,
        .largePicture, .brokenOutputLink,
      ]),
    RuleGroup(
      "Text",
      """
      What readers read. Phrases to avoid are not listed here: each site has its own in \
      `content/language.yaml`, with the level of each written there.
      """,
      [
        .readingGrade, .unsourcedNumber, .topHeading, .skippedHeading, .emptyHeading,
        .unknownCallout,
        .strayCallout, .emptyCallout, .extraTableCell, .misnamedFootnote,
        .undefinedFootnote, .unusedFootnote, .duplicateFootnote, .rawHTML, .unclosedHTML,
        .unclosedComment, .visibleComment, .tableComment, .strayMarkdown, .foreignMarkup,
        .placeholderText, .garbledText,
        .accidentalCode, .boldHeading, .invalidOverride, .staleOverride, MarkdownLimits.rule,
      ]),
    RuleGroup(
      "Sources", "The works in `content/sources.yaml`, and where pages cite them.",
      [
        .unknownSource, .invalidCitation, .sourceUnchecked, .invalidKey, .invalidDOI, .invalidISBN,
        .conflictingDOI,
        .duplicateSource, .yearOutOfRange,
      ]),
    RuleGroup(
      "Glossary", "The words in `content/glossary`.",
      [
        .ambiguousForm, .unknownTerm, .unsourcedTerm, .longDefinition, .addressInAliases,
        .oneSidedSee,
        .circularDefinition, .unusedTerm,
      ]),
    RuleGroup(
      "Checklists", "Private lists of signs: nothing is counted, kept or concluded.",
      [.checklistItems, .checklistItemWithoutLink, .tickedItem, .strayCheckbox]
        + AuditRule.checklists),
    RuleGroup(
      "Helplines", "The lines in `content/help.yaml`. A wrong number can cost a life.",
      [
        .helplineUnverified, .helplineAgeing, .helplineExpired, .helplineNumber, .duplicateNumber,
        .helplineClosed, .helplineSource, .unknownRegion, .helplineUnreachable, .missingHelp,
        .emergencyNumber,
      ]),
    RuleGroup(
      "Reviews and people", "Who wrote a page, who reviewed it, and when it is due again.",
      [
        .unknownPerson, .reviewDue, .reviewOverdue, .reviewChanged, .reviewUnsigned,
        .reviewInterval,
        .reviewMismatch, .unqualifiedReviewer, .reviewWithoutPage, .reviewLock,
        .reviewWords,
      ]),
    RuleGroup(
      "Settings", "What `content/site.yaml` says.",
      [
        .missingSetting, .uncheckedLanguage, .unsafeExit, .invalidPhone, .emptyFeed,
        RuleLevels.unknownRule, RuleLevels.lockedRule, RuleLevels.renamedRule,
      ]),
    RuleGroup(
      "Templates", "How the site looks: the files in `templates`.",
      [
        .missingTemplate, .templateSyntax, .unclosedSection, .templateRecursion, .templateSize,
        .unknownBlock, .ignoredTemplateText, .unknownTemplateName, .templateValue, .unknownString,
        .missingString, .missingAsset, .styleImport, .lowContrast,
      ]),
    RuleGroup(
      "The audit",
      """
      Every build and check reads the *finished* files as a browser would, whoever wrote them: \
      templates, texts, the program. What would give a reader away or take the help from them is \
      refused.
      """,
      AuditRule.all.filter { !AuditRule.checklists.contains($0) }),
  ]
}
