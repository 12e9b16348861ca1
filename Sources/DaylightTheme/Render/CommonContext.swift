import DaylightModel
import DaylightSyntax

/// The part of the outermost context that is the same on every page.
struct CommonContext: TemplateModel {
  let index: SiteIndex
  let assets: AssetCatalog
  let brand: Brand?

  static let fields = [
    Field("language", "the language of the site, for `lang`") { $0.index.configuration.language },
    Field("direction", "`ltr` or `rtl`, for `dir`") {
      WritingDirection(language: $0.index.configuration.language).rawValue
    },
    Field("contentSecurityPolicy", "for the `<meta>` element") { _ in SecurityPolicy.meta },
    Field("scripts", "the paths of the two scripts", object: scripts) { $0.assets },
    Field("styles", "the path of the program’s style sheet", object: styles) { $0.assets },
    Field("brand", "what `site.yaml` says under `brand`") { $0.brand.map(BrandContext.init) },
    Field("help", "the block of help on every page") { HelpBlock($0.index) },
  ]

  private static let scripts: [TemplateField<AssetCatalog>] = [
    .init("exit", "of the script that leaves the site") { $0.published[ReaderScript.exit.path] },
    .init("checklist", "of the script of checklists") { $0.published[ReaderScript.checklist.path] },
  ]

  private static let styles: [TemplateField<AssetCatalog>] = [
    .init("landmarks", "of the exit, the safety line and the help") {
      $0.published[ReaderStyle.landmarks.path]
    }
  ]
}
