package import DaylightSyntax

/// The templates and assets of a site, ready to render with.
package struct Theme: Sendable {
  package let templates: TemplateSet
  package let assets: AssetCatalog
  /// Nil for a site that looks as its theme does.
  package let brand: Brand?
  /// By the names of templates; templates with equal fingerprints print the same.
  package let fingerprints: [String: Int]
  /// The contrast of each pair of colours that the style sheets list, in each scheme.
  package let contrasts: [Double]
  /// The rules that find barriers, in the order in which an accessibility statement lists them.
  let barrierRules: [Rule]
  package let diagnostics: [Diagnostic]

  package init(
    templates: TemplateSet, assets: AssetCatalog, brand: Brand?, fingerprints: [String: Int],
    contrasts: [Double], barrierRules: [Rule], diagnostics: [Diagnostic]
  ) {
    self.templates = templates
    self.assets = assets
    self.brand = brand
    self.fingerprints = fingerprints
    self.contrasts = contrasts
    self.barrierRules = barrierRules
    self.diagnostics = diagnostics
  }
}
