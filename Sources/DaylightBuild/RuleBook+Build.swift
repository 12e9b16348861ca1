import DaylightSite
package import DaylightSyntax

extension RuleBook {
  /// The rules of this module.
  package static let build = RuleBook(
    [
      .files: [
        .fileTooLarge, .unreadableFile, .symbolicLink, .caseCollision, .fileName, .folderDepth,
        .editedOutput, .foreignOutput, .outputCollision, .outputPath, .outputLink,
        .outputManifest, .systemError,
      ]
    ],
    locked: [
      // These prevent writing, whatever level a site gives them.
      .foreignOutput, .outputCollision, .outputPath, .outputLink, .systemError,
    ])

  /// Every rule of the program.
  package static let whole = RuleBook([.pipeline, .build])
}
