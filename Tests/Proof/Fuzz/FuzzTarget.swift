import DaylightSyntax
import Platform

/// A part of the program that reads what others wrote. It is called with any bytes, and nothing may
/// make it crash, hang, or break what it promises.
struct FuzzTarget: Sendable {
  let name: String
  let run: @Sendable ([UInt8]) -> Void

  init(_ name: String, _ run: @escaping @Sendable ([UInt8]) -> Void) {
    self.name = name
    self.run = run
  }

  static let all = [
    frontMatter, markdown, templates, phrases, finishedFiles, pictures, importing, requests, site,
  ]

  static let chosen: FuzzTarget? = {
    let name = getenv("DAYLIGHT_FUZZ_TARGET").map { String(cString: $0) }
    return all.first { $0.name == name }
  }()
}

/// Prints findings in every format, as the command does: the places that they name must exist. The
/// first hundred, because printing takes longer than finding.
func show(_ diagnostics: [Diagnostic], of files: [SourceFile]) {
  let diagnostics = Array(diagnostics.prefix(100))
  for format in DiagnosticFormat.allCases {
    var output: [UInt8] = []
    format.append(
      diagnostics, sources: { path in files.first { $0.path == path } }, to: &output)
  }
}

extension [UInt8] {
  /// What the first byte chooses from a list, and the other bytes.
  func choice<Choice>(of list: [Choice]) -> (Choice, [UInt8])? {
    first.map { (list[Int($0) % list.count], Array(dropFirst())) }
  }
}
