package import DaylightSyntax

extension RuleBook {
  /// The rules of this module. All errors of the audit are locked.
  package static let audit = RuleBook(
    [.links: [.brokenOutputLink], .checklists: AuditRule.checklists, .audit: AuditRule.others],
    locked: [.brokenOutputLink]
      + (AuditRule.checklists + AuditRule.others).filter { $0.level == .error })
}

extension AuditRule {
  fileprivate static let checklists = [checklistForm, checklistVerdict, checklistHelp]

  fileprivate static let others = [
    foreignScript, inlineScript, eventAttribute, scriptCapability, embedded, baseElement,
    inlineStyle, externalResource, resourceHint, unsafeAddress, newWindow, downloadLink,
    linkPing, sharingLink, linkReferrer, metaRefresh, metaHTTPEquiv, formSubmission, textInput,
    securityPolicy, referrerPolicy, pageLanguage, pageTitle, exitLink, safetyLine, helpBlock,
    pageOrder, cssImport, unsafeCSS, readerDependentStyle, motion, unsafeSVG, unsafeXML,
    emptyElement, unrequestedPreview, revealingTitle, revealingAddress, falsePromise,
    landmarkStyle, unknownAttribute, unknownCSS, visitedStyle, unknownMetadata, misleadingLink,
    phoneLink, hiddenMetadata,
  ]
}
