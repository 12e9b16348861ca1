import DaylightAudit
import DaylightModel
import DaylightSyntax
import DaylightTheme

/// Tells the audit what each finished file is, and from which source it was made.
struct AuditedFiles: Sendable, Equatable {
  private let origins: [String: Origin]
  private let redirects: Set<String>
  private let indiscreet: Set<String>
  private let pictures: [String: Picture]
  /// By the path of the source: of a picture that is copied to another place, such as a logo.
  private let parts: [String: PictureParts]

  private struct Origin: Equatable {
    let source: String
    /// Nil for a page that has no source of its own.
    let kind: PageKind?
  }

  /// A picture beside the pages, by the path that it or one of its forms is published at.
  private struct Picture: Equatable {
    let source: String
    let parts: PictureParts?
  }

  init(_ index: SiteIndex) {
    var origins: [String: Origin] = [:]
    var redirects: Set<String> = []
    var indiscreet: Set<String> = []
    for entry in index.entries {
      let document = index.documents[entry.source]
      let template = "templates/\(entry.kind.template).mustache"
      origins[entry.route.outputPath] =
        document == nil
        ? Origin(source: template, kind: nil) : Origin(source: entry.source, kind: entry.kind)
      for address in document?.common.oldAddresses ?? [] {
        redirects.insert(Redirect.outputPath(of: address.value))
      }
      if !(document?.common.isDiscreet ?? index.configuration.isDiscreet) {
        indiscreet.insert(entry.route.outputPath)
      }
    }
    self.origins = origins
    self.redirects = redirects
    self.indiscreet = indiscreet
    var pictures: [String: Picture] = [:]
    var parts: [String: PictureParts] = [:]
    for file in index.attachments.values {
      if let facts = file.picture {
        pictures[file.publishedPath] = Picture(source: file.path, parts: facts.parts)
        parts[file.path] = facts.parts
      }
      for rendition in file.renditions {
        pictures[rendition.path] = Picture(source: file.path, parts: rendition.parts)
      }
    }
    self.pictures = pictures
    self.parts = parts
  }

  /// For a copied file, the audit reads the bytes only if they are text, and of a picture the names
  /// of its parts.
  func file(_ artifact: Artifact, _ attached: AttachedText) -> AuditedFile {
    let bytes: [UInt8]
    let picture = pictures[artifact.path]
    var source = picture?.source
    var parts = picture?.parts
    switch artifact.content {
    case .bytes(let own): bytes = own
    case .copy(let path):
      source = source ?? path
      parts = parts ?? self.parts[path]
      bytes = attached[path]
    case .staged: bytes = []
    }
    let origin = origins[artifact.path]
    return AuditedFile(
      path: artifact.path, bytes: bytes, origin: origin?.source ?? source,
      isRedirect: redirects.contains(artifact.path),
      isDiscreet: !indiscreet.contains(artifact.path), addressHelp: origin?.kind?.addressHelp,
      parts: bytes.isEmpty ? parts : nil)
  }
}

extension PageKind {
  /// How an author gives a page of the kind another address.
  fileprivate var addressHelp: String {
    traits.isIndex
      ? "rename the folder, and list the old address under ‘aliases’"
      : "give the page a quieter ‘slug’ in its front matter, and list the old address under "
        + "‘\(traits.isTerm ? "redirects" : "aliases")’; or rename the folder, if the word is in "
        + "its name"
  }
}

/// The bytes of files beside the pages that are text.
struct AttachedText: Sendable {
  private let bytes: [String: [UInt8]]

  init(_ input: SiteInput) {
    bytes = Dictionary(
      input.attachedText.map { ($0.path, $0.bytes) }, uniquingKeysWith: { $1 })
  }

  subscript(path: String) -> [UInt8] { bytes[path] ?? [] }
}
