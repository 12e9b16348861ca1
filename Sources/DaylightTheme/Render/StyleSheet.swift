package import DaylightSyntax

/// Rewrites the references of a style sheet to the published names of its assets.
enum StyleSheet {
  /// Replaces the path of each file beside the sheet that a browser would load: in `url(…)`, and in
  /// a string of `image-set(…)`. Addresses with a scheme are left for the audit to judge; `data:`
  /// and `#` are not changed.
  static func rewrite(
    _ file: SourceFile, published: [String: String]
  ) -> Diagnosed<[UInt8]> {
    let bytes = file.bytes
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    var diagnostics: [Diagnostic] = []
    var copied = 0
    var references = StyleReferences(bytes)
    while let found = references.next() {
      switch found {
      case .import(let range): diagnostics.append(.styleImport(at: location(range, in: file)))
      case .file(let path, let range):
        switch target(of: path, in: file, published: published) {
        case .success(let name):
          output += bytes[copied..<range.lowerBound]
          output += name
          copied = range.upperBound
        case .failure(let finding): diagnostics.append(finding.at(range, in: file))
        }
      }
    }
    output += bytes[copied...]
    return Diagnosed(output, diagnostics)
  }

  private struct Missing: Error {
    let path: String
    let nearest: String?

    func at(_ range: Range<Int>, in file: SourceFile) -> Diagnostic {
      .missingAsset(path, nearest: nearest, at: StyleSheet.location(range, in: file))
    }
  }

  /// The published name that a path refers to, encoded so that it means the same with and without
  /// quotation marks.
  private static func target(
    of path: String, in file: SourceFile, published: [String: String]
  ) -> Result<[UInt8], Missing> {
    let bare = path.prefix { $0 != "?" && $0 != "#" }
    let decoded = Address.decoded(bare)
    let sheet = AssetCatalog.assetPath(file)
    let asset = [String(bare), decoded].lazy
      .compactMap { RelativePath.resolve($0, from: sheet) }
      .compactMap { published[$0] }.first
    guard let asset else {
      let known = published.keys.sorted().map { RelativePath.reference(to: $0, from: sheet) }
      return .failure(Missing(path: path, nearest: nearestMatch(to: decoded, in: known)))
    }
    var name: [UInt8] = []
    name.append(percentEncoding: RelativePath.reference(to: asset, from: sheet))
    for byte in path.utf8.dropFirst(bare.utf8.count) {
      if byte <= 0x20 || byte.isOne(of: "\"'()\\") {
        name.append(percentEncoding: String(Unicode.Scalar(byte)))
      } else {
        name.append(byte)
      }
    }
    return .success(name)
  }

  fileprivate static func location(_ range: Range<Int>, in file: SourceFile) -> SourceLocation {
    let lines = LineIndex(file.bytes)
    return SourceLocation(
      path: file.path, start: lines.position(at: range.lowerBound),
      end: lines.position(at: range.upperBound))
  }
}

extension Rule {
  package static let missingAsset = Rule(
    "missing-asset", .error, "A reference to a file that is not in ‘templates/assets’.",
    why: "The page would look for a file that is not there.",
    bad: #"<link rel="stylesheet" href="{{root}}assets/sites.css">"#,
    good: #"<link rel="stylesheet" href="{{root}}assets/site.css">"#,
    fix: "Correct the name, or add the file to `templates/assets`.", in: .template)
  package static let styleImport = Rule(
    "style-import", .error, "A style sheet that imports another.",
    why: "A sheet that loads another is slower, and the second one is not checked with the first.",
    bad: #"@import "print.css";"#,
    good: "@media print {\n  .note { display: block }\n}",
    fix: "Put the rules into one file, or link the other one in `base.mustache`.", in: .style)
}

extension Diagnostic {
  static func missingAsset(_ path: String, nearest: String?, at location: SourceLocation) -> Self {
    Diagnostic(
      .missingAsset, "no asset ‘\(path)’", at: location,
      help: nearest.map { "did you mean ‘\($0)’?" }
        ?? "put the file into ‘templates/assets’, or remove the reference")
  }

  fileprivate static func styleImport(at location: SourceLocation) -> Self {
    Diagnostic(
      .styleImport, "a style sheet may not import another", at: location,
      help: "put the rules into this file, or link the other sheet in ‘base.mustache’")
  }
}
