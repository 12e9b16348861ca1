import DaylightSyntax

/// Tells the audit what each finished file is, and which source stands behind it.
struct AuditedFiles: Sendable, Equatable {
  private let origins: [String: String]
  private let redirects: Set<String>
  private let outspoken: Set<String>

  init(_ index: SiteIndex) {
    var origins: [String: String] = [:]
    var redirects: Set<String> = []
    var outspoken: Set<String> = []
    for entry in index.entries {
      let document = index.documents[entry.source]
      let template = "templates/\(entry.kind.template).mustache"
      origins[entry.route.outputPath] = document == nil ? template : entry.source
      for address in document?.common.oldAddresses ?? [] {
        redirects.insert(Redirect.outputPath(of: address.value))
      }
      if !(document?.common.isDiscreet ?? index.configuration.isDiscreet) {
        outspoken.insert(entry.route.outputPath)
      }
    }
    self.origins = origins
    self.redirects = redirects
    self.outspoken = outspoken
  }

  /// Of a copy the audit sees the bytes only where they are text.
  func file(_ artifact: Artifact, _ attached: AttachedText) -> AuditedFile {
    let bytes: [UInt8]
    var source: String?
    switch artifact.content {
    case .bytes(let own): bytes = own
    case .copy(let path):
      source = path
      bytes = attached[path]
    case .staged: bytes = []
    }
    return AuditedFile(
      path: artifact.path, bytes: bytes, origin: origins[artifact.path] ?? source,
      isRedirect: redirects.contains(artifact.path),
      isDiscreet: !outspoken.contains(artifact.path))
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
