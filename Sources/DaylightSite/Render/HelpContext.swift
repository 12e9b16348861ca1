import DaylightSyntax

/// The helplines, as the help page and the block on every page show them.
enum HelpContext {
  /// The block that stands in the same place on every page (CRI-05): the lines of the region that
  /// the practice chose, in the order of `help.yaml`.
  static func block(_ index: SiteIndex) -> TemplateValue {
    guard let region = defaultRegion(index) else { return .none }
    return [
      .region: .text(region.name.value), .path: .text(index.entry(of: .help)?.link),
      .emergency: emergency(region),
      .unverified: .flag(region.services.contains { $0.verified == nil }),
      .services: .list(
        region.services.map { service in
          [
            .name: .text(service.name.value),
            .kindLabel: .text(service.kind.map { index.words.helpKind($0.value.rawValue) }),
            .display: .text(service.display?.value),
            .phoneLink: .text(service.phone.map { SiteContext.telephone($0.value) }),
            .text: .text((service.text?.display ?? service.text?.to)?.value),
            .hours: .text(service.hours?.value), .verified: .flag(service.verified != nil),
          ]
        }),
    ]
  }

  /// Every region, that of the practice first.
  static func regions(_ index: SiteIndex, _ dates: DateText) -> TemplateValue {
    let chosen = defaultRegion(index)?.id.value
    let regions = index.data.help.regions
    let ordered =
      regions.filter { $0.id.value == chosen } + regions.filter { $0.id.value != chosen }
    return .list(
      ordered.map { region in
        [
          .id: .text(region.id.value), .name: .text(region.name.value),
          .isDefault: .flag(region.id.value == chosen), .emergency: emergency(region),
          .services: .list(region.services.map { service($0, index, dates) }),
        ]
      })
  }

  static func hasUnverified(_ index: SiteIndex) -> Bool {
    index.data.help.regions.contains { $0.services.contains { $0.verified == nil } }
  }

  private static func defaultRegion(_ index: SiteIndex) -> HelpDirectory.Region? {
    let regions = index.data.help.regions
    let chosen = index.configuration.helpRegion?.value
    return regions.first { $0.id.value == chosen } ?? regions.first
  }

  private static func emergency(_ region: HelpDirectory.Region) -> TemplateValue {
    region.emergency.map { [.number: .text($0.number.value), .note: .text($0.note?.value)] }
      ?? .none
  }

  private static func service(
    _ service: HelpService, _ index: SiteIndex, _ dates: DateText
  ) -> TemplateValue {
    [
      .name: .text(service.name.value),
      .kindLabel: .text(service.kind.map { index.words.helpKind($0.value.rawValue) }),
      .display: .text(service.display?.value),
      .phoneLink: .text(service.phone.map { SiteContext.telephone($0.value) }),
      .textNumber: .text((service.text?.display ?? service.text?.to)?.value),
      .textLink: .text(service.text.map { "sms:" + $0.to.value }),
      .textKeyword: .text(service.text?.keyword?.value),
      .textphone: .text(service.textphone?.value),
      .chat: place(service.chat?.value), .website: place(service.url?.value),
      .hours: .text(service.hours?.value), .isAlwaysOpen: .flag(service.isAlwaysOpen),
      .coverage: .text(service.coverage?.value), .cost: .text(service.cost?.value),
      .languages: .text(service.languages?.value), .whenClosed: .text(service.whenClosed?.value),
      .notes: .text(service.notes?.value), .billingNote: .text(service.billingNote?.value),
      .verified: dates.value(service.verified?.value),
      .unverified: .flag(service.verified == nil),
    ]
  }

  private static func place(_ address: WebAddress?) -> TemplateValue {
    address.map { [.url: .text($0.text), .host: .text($0.bareHost)] } ?? .none
  }
}
