package import DaylightSyntax

/// A finished file, as the input of the audit.
package struct AuditedFile: Sendable, Hashable {
  /// Relative to the output folder, with `/` between its parts.
  package var path: String
  /// May be empty where `needsBytes(path)` is false.
  package var bytes: [UInt8]
  /// The source to name if no more exact place is found: `content/signs/index.md`.
  package var origin: String?
  /// The page of an old address: the only kind that may move on by itself.
  package var isRedirect: Bool
  /// False for a page that gave up its discreet title (`discreet: false`, SAF-20).
  package var isDiscreet: Bool
  /// How its author can give it another address; nil if that is not known.
  package var addressHelp: String?
  /// Of a picture whose bytes are not in memory.
  package var parts: PictureParts?

  package init(
    path: String, bytes: [UInt8], origin: String? = nil, isRedirect: Bool = false,
    isDiscreet: Bool = true, addressHelp: String? = nil, parts: PictureParts? = nil
  ) {
    self.path = path
    self.bytes = bytes
    self.origin = origin
    self.isRedirect = isRedirect
    self.isDiscreet = isDiscreet
    self.addressHelp = addressHelp
    self.parts = parts
  }

  /// Whether the audit reads the content of such a file. Fonts can run nothing, so for them the path
  /// is enough.
  package static func needsBytes(_ path: String) -> Bool { FileKind(path: path).isRead }
}
