package import DaylightSyntax

extension RuleBook {
  /// The rules of this module.
  package static let model = RuleBook(
    [
      .frontMatter: [
        .unknownDataFile, .missingFrontMatter, .dateOrder, .dateInFuture, .repeatedEntry,
        .duplicateID, .invalidGrade, .phraseSyntax, .unknownList, .ruleExample, .fewExamples,
        .invalidURL, .markupInField,
      ],
      .pages: [.missingPage, .misnamedPage, .emptyBody, .invalidAddress],
      .links: [
        .brokenLink, .unsafeLink, .mailLink, .pictureMetadata, .misnamedFile, .brokenPicture,
        .largePicture, .turnedPicture, .unusablePicture, .movingPicture, .unsafePDF,
        .pdfProperties,
      ],
      .text: [
        .invalidOverride, .strayCallout, .strayMarkdown, .foreignMarkup, .placeholderText,
        .garbledText,
      ],
      .sources: [
        .sourceUnchecked, .invalidKey, .invalidDOI, .invalidISBN, .conflictingDOI,
        .duplicateSource, .yearOutOfRange,
      ],
      .glossary: [.ambiguousForm, .unsourcedTerm, .longDefinition, .addressInAliases],
      .helplines: [
        .helplineUnverified, .helplineAgeing, .helplineExpired, .helplineNumber,
        .duplicateNumber, .helplineClosed, .helplineSource, .helplineUnreachable,
        .unlistedNumber, .wrongNumber,
      ],
      .reviews: [
        .reviewDue, .reviewOverdue, .reviewChanged, .reviewUnsigned, .reviewInterval,
        .reviewMismatch, .unqualifiedReviewer, .reviewWithoutPage, .reviewLock,
      ],
      .settings: [
        .unsafeExit, .invalidPhone, .invalidColour, .invalidEmail, .invalidHours, .invalidFee,
        .publishTarget,
      ],
    ],
    locked: [
      // An exit or a link to help that exposes the reader, or leads nowhere.
      .unsafeExit, .unsafeLink, .mailLink, .brokenLink, .missingPage,
      // A number that is wrong, old or not answered. A check dated ahead would never grow old.
      .helplineExpired, .helplineNumber, .helplineClosed, .helplineSource, .helplineUnreachable,
      .duplicateNumber, .wrongNumber, .dateInFuture,
      // A review that did not take place.
      .reviewMismatch, .unqualifiedReviewer, .reviewInterval, .reviewLock,
      // A callout that would be lost.
      .strayCallout,
      // A text that would be published as a file, not as a page.
      .misnamedPage,
      // A picture that reveals more than it shows, or is not a picture.
      .pictureMetadata, .misnamedFile,
      // A file that would act by itself on a reader’s device.
      .unsafePDF,
    ])
}
