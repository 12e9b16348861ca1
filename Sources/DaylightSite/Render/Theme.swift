import DaylightSyntax

/// The templates and assets of a site, ready to render with.
struct Theme: Sendable {
  let templates: TemplateSet
  let assets: AssetCatalog
  /// By the names of templates; equal fingerprints print alike.
  let fingerprints: [String: Int]
  /// Of the pairs of colours that the style sheets list, in each scheme.
  let contrasts: [Double]
  let diagnostics: [Diagnostic]
}
