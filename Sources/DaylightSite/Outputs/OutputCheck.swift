import DaylightSyntax

/// Reads the finished site as a browser would, and reports what must not be published.
struct OutputCheck: Sendable {
  let index: SiteIndex
  let assets: AssetCatalog

  func check(_ artifacts: [Artifact], _ runner: StageRunner) async -> [Diagnostic] { [] }
}
