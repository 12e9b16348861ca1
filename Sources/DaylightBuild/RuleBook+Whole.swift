import DaylightSite
package import DaylightSyntax

extension RuleBook {
  /// Every rule of the program: those of the pipeline, and those of reading and writing files.
  package static let whole = RuleBook(
    Rules.groups + [
      RuleGroup(
        "Files and folders", "What reading the site and writing it to `public` can find.",
        [
          .fileTooLarge, .unreadableFile, .symbolicLink, .caseCollision, .fileName, .folderDepth,
          .editedOutput, .foreignOutput, .outputCollision, .outputPath, .outputLink,
          .outputManifest, .machineFailure,
        ])
    ],
    locked: Rules.locked.union(unwritable.map(\.id)))

  /// Nothing can be written as long as these are there, whatever a site says of them.
  private static let unwritable: [Rule] = [
    .foreignOutput, .outputCollision, .outputPath, .outputLink, .machineFailure,
  ]
}
