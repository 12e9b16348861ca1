package import DaylightSyntax

extension Rule {
  /// Every rule that decoding a page’s front matter or a data file can raise, beside those of YAML.
  package static let content: [Rule] = [
    .missingFrontMatter, .emptyBody, .invalidAddress, .dateOrder, .repeatedEntry,
    .longDefinition, .unsourcedTerm, .addressAsForm,
    .invalidURL, .unsafeExit, .invalidPhone, .duplicateID,
    .invalidKey, .invalidDOI, .invalidISBN, .conflictingDOI, .duplicateSource, .yearOutOfRange,
    .dateInFuture, .sourceUnchecked,
    .helplineUnverified, .helplineAgeing, .helplineExpired, .duplicateNumber, .helplineNumber,
    .helplineClosed, .helplineSource, .helplineUnreachable,
    .reviewLock, .unknownDataFile,
  ]
}
