package import DaylightSyntax

extension RuleBook {
  /// The rules of this module.
  package static let theme = RuleBook(
    [
      .links: [.unknownPicture],
      .settings: [.brandFile, .largeFont],
      .reviews: [.reviewWords],
      .templates: [.missingString, .missingAsset, .styleImport, .lowContrast],
    ],
    locked: [
      // A review that did not take place.
      .reviewWords
    ])
}
