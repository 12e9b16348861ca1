import DaylightSyntax

/// What templates see of what a practice made its own.
struct BrandContext: TemplateModel {
  let brand: Brand

  static let fields = [
    Field("logo", "the logo, if `site.yaml` names one") { $0.brand.logo },
    Field("darkLogo", "the logo for dark pages, if there is one") { $0.brand.darkLogo },
    Field("hero", "the picture of the home page, if `site.yaml` names one") { $0.brand.hero },
  ]
}
