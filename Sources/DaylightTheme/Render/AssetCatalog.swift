import DaylightModel
package import DaylightSyntax

/// The files of `templates/assets/`, each under a name that changes with its bytes, so that a
/// browser or a cache can keep it for ever. Only `favicon.ico` is written to the root as it is.
package struct AssetCatalog: Sendable {
  /// The published path of each asset, such as `assets/site.1f3a….css`, by its written path,
  /// `assets/site.css`.
  package let published: [String: String]
  package let artifacts: [Artifact]
  /// The drawings that a page can ask for, by name: `lamp` for `assets/pictures/lamp.svg`. Of two
  /// with one name the first counts.
  let pictures: [String: Picture]

  /// Browsers ask each host for it, whatever its pages link. If it is missing, the host writes an
  /// error with the reader’s address into its log.
  package static let rootIcon = "favicon.ico"

  private init(published: [String: String], artifacts: [Artifact]) {
    self.published = published
    self.artifacts = artifacts
    let bytes = Dictionary(
      artifacts.map { ($0.path, $0.bytes ?? []) }, uniquingKeysWith: { first, _ in first })
    let named = published.sorted { $0.key < $1.key }.compactMap { path, name in
      Self.pictureName(path).map {
        ($0, Picture(path: name, size: ImageHeader.size(of: bytes[name] ?? [])))
      }
    }
    pictures = Dictionary(named, uniquingKeysWith: { first, _ in first })
  }

  /// Fingerprints all assets. Style sheets come last, because a reference in one changes its bytes;
  /// a style sheet may not name another, so one pass is enough.
  ///
  /// - Parameter brand: what `assets/site.css` is to look like.
  package static func build(from files: [SourceFile], brand: Brand? = nil) -> Diagnosed<Self> {
    var published: [String: String] = [:]
    var artifacts: [Artifact] = []
    var diagnostics: [Diagnostic] = []
    func publish(_ path: String, _ bytes: [UInt8]) {
      let name = fingerprinted(path, bytes)
      published[path] = name
      artifacts.append(Artifact(path: name, bytes: bytes))
    }
    for script in ReaderScript.all { publish(script.path, script.bytes) }
    publish(ReaderStyle.landmarks.path, ReaderStyle.landmarks.bytes)
    for file in files where !file.path.hasSuffix(".css") {
      publish(assetPath(file), PictureFacts.withoutMetadata(file.bytes, path: file.path))
    }
    for file in files where file.path.hasSuffix(".css") {
      var sheet = StyleSheet.rewrite(file, published: published)
      diagnostics += sheet.diagnostics
      if let brand, file.path == Brand.sheet {
        sheet = brand.apply(to: sheet.value)
        diagnostics += sheet.diagnostics
      }
      publish(assetPath(file), CompactStyle.bytes(of: sheet.value))
    }
    artifacts += brand?.artifacts ?? []
    return Diagnosed(Self(published: published, artifacts: artifacts), diagnostics)
  }

  /// `templates/assets/site.css` is written as `assets/site.css`.
  static func assetPath(_ file: SourceFile) -> String {
    file.path.hasPrefix("templates/")
      ? String(file.path.dropFirst("templates/".utf8.count)) : file.path
  }

  /// Nil for what is no picture, or is elsewhere.
  private static func pictureName(_ path: String) -> String? {
    let parts = path.split(separator: "/")
    guard parts.count == 3, parts[0] == "assets", parts[1] == "pictures" else { return nil }
    let name = parts[2].split(separator: ".")
    guard name.count == 2, Picture.endings.contains(name[1].lowercased()) else { return nil }
    return String(name[0])
  }

  private static func fingerprinted(_ path: String, _ bytes: [UInt8]) -> String {
    if path == "assets/" + rootIcon { return rootIcon }
    let digest = ContentDigest(bytes).hexadecimal
    guard let dot = path.lastIndex(of: "."), path[dot...].firstIndex(of: "/") == nil else {
      return "\(path).\(digest)"
    }
    return "\(path[..<dot]).\(digest)\(path[dot...])"
  }
}
