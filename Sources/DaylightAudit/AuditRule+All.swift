package import DaylightSyntax

extension AuditRule {
  package static let all: [Rule] = [
    .fileKind, .hostFile, .installable, foreignScript, inlineScript, eventAttribute, scriptPower,
    embedded, baseAddress, inlineStyle, outsideResource, resourceHint, unsafeAddress, newWindow,
    downloadLink, linkPing, sharingLink, linkReferrer, metaRefresh, metaCommand, sendingForm,
    textInput, securityPolicy, referrerPolicy, pageLanguage, pageTitle, exitLink, safetyLine,
    helpBlock, pageOrder, .pageNesting, cssImport, cssProgram, readerState, motion, activeDrawing,
    activeMarkup, checklistForm, checklistVerdict, checklistHelp, .duplicateAnchor, .unusableID,
    emptyPart, unaskedPreview, loudTitle, loudAddress, falsePromise, landmarkStyle,
    unknownAttribute, unknownStyle, visitedStyle, headName, linkLabel, phoneLink,
  ]

  /// Those that are listed with the other rules about checklists.
  package static let checklists: [Rule] = [checklistForm, checklistVerdict, checklistHelp]
}
