import DaylightModel
import DaylightSyntax

extension PageContext {
  /// The fields that only the help page has.
  static let help = [
    Field("regions", "every region, the one of the practice first") { $0.regions },
    Field("numbersUnverified", "some helpline is not checked yet") {
      $0.site.index.data.help.regions.contains(where: \.isUnverified)
    },
  ]

  private var regions: [RegionContext] {
    let chosen = site.index.helpRegion?.id.value
    let regions = site.index.data.help.regions.map { region in
      RegionContext(
        region: region, isDefault: region.id.value == chosen, strings: site.index.strings,
        dates: site.shared.dates)
    }
    return regions.filter(\.isDefault) + regions.filter { !$0.isDefault }
  }
}

/// A region on the help page, with all its helplines.
struct RegionContext: TemplateModel {
  let region: HelpDirectory.Region
  let isDefault: Bool
  let strings: InterfaceStrings
  let dates: DateText

  static let fields = [
    Field("id", "for the `id` of its part of the page") { "region-" + $0.region.id.value },
    Field("name", "its name") { $0.region.name.value },
    Field("isDefault", "it is the one of the practice") { $0.isDefault },
    Field("emergency", "the emergency number") { $0.region.emergency },
    Field("services", "its helplines") { context in
      context.region.helplines.map {
        Service(helpline: $0, strings: context.strings, dates: context.dates)
      }
    },
  ]
}
