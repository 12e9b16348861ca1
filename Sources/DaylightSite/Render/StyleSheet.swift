package import DaylightSyntax

/// Rewrites the references of a style sheet to the published names of its assets.
enum StyleSheet {
  /// Replaces the path in each `url(…)` that names a file beside the sheet. Addresses with a scheme
  /// are left for the audit to judge, and `data:` and `#` are left as they are.
  static func rewrite(
    _ file: SourceFile, published: [String: String]
  ) -> Diagnosed<[UInt8]> {
    let bytes = file.bytes
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    var diagnostics: [Diagnostic] = []
    var copied = 0
    var offset = 0
    while offset < bytes.count {
      if bytes[offset...].starts(with: "/*".utf8) {
        offset = end(of: "*/", in: bytes, from: offset + 2)
      } else if bytes[offset...].starts(with: "url(".utf8) {
        let range = reference(in: bytes, from: offset + 4)
        let path = String(decoding: bytes[range], as: UTF8.self)
        if isFile(path) {
          switch target(of: path, in: file, published: published) {
          case .success(let name):
            output += bytes[copied..<range.lowerBound]
            output += name.utf8
            copied = range.upperBound
          case .failure(let finding): diagnostics.append(finding.at(range, in: file))
          }
        }
        offset = max(range.upperBound, offset + 4)
      } else if bytes[offset...].starts(with: "@import".utf8) {
        diagnostics.append(.styleImport(at: location(offset..<offset + 7, in: file)))
        offset += 7
      } else {
        offset += 1
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

  private static func target(
    of path: String, in file: SourceFile, published: [String: String]
  ) -> Result<String, Missing> {
    let bare = String(path.prefix { $0 != "?" && $0 != "#" })
    let sheet = AssetCatalog.assetPath(file)
    guard let asset = RelativePath.resolve(bare, from: sheet), let name = published[asset] else {
      let known = published.keys.sorted().map { RelativePath.reference(to: $0, from: sheet) }
      return .failure(Missing(path: path, nearest: nearestMatch(to: bare, in: known)))
    }
    return .success(RelativePath.reference(to: name, from: sheet) + path.dropFirst(bare.count))
  }

  /// The bytes between the brackets, without white space and quotation marks.
  private static func reference(in bytes: [UInt8], from start: Int) -> Range<Int> {
    let close = bytes[start...].firstIndex(of: UInt8(ascii: ")")) ?? bytes.count
    var range = start..<close
    func isPadding(_ byte: UInt8) -> Bool { byte <= 0x20 || byte == 0x22 || byte == 0x27 }
    while let first = range.first, isPadding(bytes[first]) { range.removeFirst() }
    while let last = range.last, isPadding(bytes[last]) { range.removeLast() }
    return range
  }

  private static func isFile(_ path: String) -> Bool {
    !path.isEmpty && !path.hasPrefix("#") && !path.hasPrefix("//") && !path.contains(":")
  }

  private static func end(of mark: String, in bytes: [UInt8], from start: Int) -> Int {
    var offset = start
    while offset < bytes.count, !bytes[offset...].starts(with: mark.utf8) { offset += 1 }
    return min(bytes.count, offset + mark.utf8.count)
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
