package import DaylightSyntax

extension AuditRule {
  package static let all: [Rule] = [
    .fileKind, .hostFile, .installable, foreignScript, inlineScript, eventAttribute,
    scriptCapability,
    embedded, baseElement, inlineStyle, externalResource, resourceHint, unsafeAddress, newWindow,
    downloadLink, linkPing, sharingLink, linkReferrer, metaRefresh, metaHTTPEquiv, formSubmission,
    textInput, securityPolicy, referrerPolicy, pageLanguage, pageTitle, exitLink, safetyLine,
    helpBlock, pageOrder, .pageNesting, cssImport, unsafeCSS, readerDependentStyle, motion,
    unsafeSVG,
    unsafeXML, checklistForm, checklistVerdict, checklistHelp, .duplicateAnchor, .invalidID,
    emptyElement, unrequestedPreview, revealingTitle, revealingAddress, falsePromise, landmarkStyle,
    unknownAttribute, unknownCSS, visitedStyle, unknownMetadata, misleadingLink, phoneLink,
  ]

  /// Those that are listed with the other rules about checklists.
  package static let checklists: [Rule] = [checklistForm, checklistVerdict, checklistHelp]
}
