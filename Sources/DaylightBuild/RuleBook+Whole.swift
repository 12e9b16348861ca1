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
          .outputManifest, .systemError,
        ])
    ],
    locked: Rules.locked.union(unwritable.map(\.id)))

  /// These prevent writing, whatever level a site gives them.
  private static let unwritable: [Rule] = [
    .foreignOutput, .outputCollision, .outputPath, .outputLink, .systemError,
  ]
}
