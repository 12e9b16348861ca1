import DaylightModel
import DaylightSyntax

/// The block of help in the same place on every page (CRI-05): the helplines of the region that the
/// practice chose, in the order of `help.yaml`.
struct HelpBlock: TemplateModel {
  let region: HelpDirectory.Region
  let index: SiteIndex

  init?(_ index: SiteIndex) {
    guard let region = index.helpRegion else { return nil }
    self.region = region
    self.index = index
  }

  static let fields = [
    Field("region", "the name of the region") { $0.region.name.value },
    Field("path", "the path of the help page") { $0.index.entry(of: .help)?.link },
    Field("emergency", "the emergency number") { $0.region.emergency },
    Field("unverified", "some helpline is not checked yet") { $0.region.isUnverified },
    Field("services", "the helplines") { block in
      block.region.helplines.map { BlockService(helpline: $0, strings: block.index.strings) }
    },
  ]
}

extension HelpDirectory.Emergency: TemplateModel {
  static let fields = [
    Field("number", "the number to call") { $0.number.value },
    Field("note", "what to know about it") { $0.note?.value },
  ]
}

extension HelpDirectory.Region {
  /// Whether nobody has checked one of its helplines yet.
  var isUnverified: Bool { helplines.contains { $0.verified == nil } }
}
