import DaylightSyntax

/// Puts the templates together and checks them against what they will be given.
struct TemplateStage {
  func run(
    _ input: SiteInput, _ frame: SiteFrame, _ assets: AssetCatalog
  ) -> Diagnosed<TemplateSet> {
    let references = AssetReferences(published: assets.published)
    let loaded = TemplateSet.load(
      input.templates, strings: frame.strings.strings, rewrite: references.rewrite)
    let checked = loaded.value.checked(against: TemplateContract.shapes)
    return Diagnosed(checked.value, loaded.diagnostics + checked.diagnostics)
  }
}
