import DaylightModel
import DaylightSyntax
import DaylightTheme

/// Links the templates and checks them against the values that they will get.
struct TemplateStage {
  func run(_ parsed: ParsedSources, _ delta: SiteDelta, after before: Theme?) -> Theme {
    if let before, delta.hasSameTheme { return before }
    let input = parsed.input
    let brand = parsed.configuration.brand.map {
      Brand.read($0, files: input.attachments, name: parsed.configuration.name.value)
    }
    let assets = AssetCatalog.build(from: input.assets, brand: brand?.value)
    let references = AssetReferences(published: assets.value.published)
    let loaded = TemplateSet.load(
      input.templates, strings: parsed.stringTable.strings, rewrite: references.rewrite)
    let checked = loaded.value.checked(against: PageTemplates.shapes)
    let names = PageTemplates.shapes.keys
    let contrast = input.assets.filter { $0.path.hasSuffix(".css") }.map(ContrastRule.check)
    let texts = input.templates.filter { !$0.path.hasSuffix(".yaml") } + input.assets
    let conflicts = (texts + input.attachedText).flatMap { $0.conflictDiagnostics() }
    return Theme(
      templates: checked.value, assets: assets.value, brand: brand?.value,
      fingerprints: Dictionary(
        names.map { ($0, checked.value[$0]?.fingerprint ?? 0) }, uniquingKeysWith: { $1 }),
      contrasts: contrast.flatMap(\.value), barrierRules: RuleBook.barriers,
      diagnostics: (brand?.diagnostics ?? []) + assets.diagnostics + loaded.diagnostics
        + checked.diagnostics
        + contrast.flatMap(\.diagnostics) + PictureRule.check(input.assets) + conflicts)
  }
}
