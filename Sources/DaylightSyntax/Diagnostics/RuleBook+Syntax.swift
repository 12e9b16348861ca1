extension RuleBook {
  /// The rules of this module, each declared beside its check, as are those of the other modules.
  package static let syntax = RuleBook(
    [
      .frontMatter: [
        .emptyFile, .invalidUTF8, .nulByte, .unclosedFrontMatter, .missingField, .unknownKey,
        .misplacedKey, .duplicateKey, .wrongType, .unknownValue, .invalidDate, .invalidYAML,
        .curlyQuotes, .tabIndentation, .commentInValue, .yamlAlias, .yamlTag, .yamlTooDeep,
        .yamlTooLarge, .conflictMarker,
      ],
      .text: [.visibleComment, MarkdownLimits.rule],
      .settings: [RuleLevels.unknownRule, RuleLevels.lockedRule, RuleLevels.renamedRule],
      .templates: [
        .missingTemplate, .templateSyntax, .unclosedSection, .templateRecursion, .templateSize,
        .unknownBlock, .ignoredTemplateText, .unknownTemplateName, .templateValue,
        .unknownString,
      ],
      .audit: [.fileKind, .hostFile, .installable, .pageNesting, .duplicateAnchor, .invalidID],
    ],
    locked: [
      // Otherwise something would be missing on every page.
      .missingField,
      // A text that readers would get only in part, or another text instead.
      MarkdownLimits.rule, .visibleComment, .conflictMarker,
      // What the audit refuses.
      .fileKind, .hostFile, .installable, .pageNesting, .duplicateAnchor, .invalidID,
    ])
}
