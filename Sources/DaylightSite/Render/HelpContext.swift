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
      .unverified: .flag(region.helplines.contains { $0.verified == nil }),
      .services: .list(
        region.helplines.map { helpline in
          [
            .name: .text(helpline.name.value),
            .kindLabel: .text(helpline.kind.map { index.words.helpKind($0.value.rawValue) }),
            .display: .text(helpline.display?.value),
            .phoneLink: .text(helpline.phone.map { SiteContext.telephone($0.value) }),
            .text: .text((helpline.text?.display ?? helpline.text?.to)?.value),
            .hours: .text(helpline.hours?.value), .verified: .flag(helpline.verified != nil),
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
          .id: .text("region-" + region.id.value), .name: .text(region.name.value),
          .isDefault: .flag(region.id.value == chosen), .emergency: emergency(region),
          .services: .list(region.helplines.map { helpline($0, index, dates) }),
        ]
      })
  }

  static func hasUnverified(_ index: SiteIndex) -> Bool {
    index.data.help.regions.contains { $0.helplines.contains { $0.verified == nil } }
  }

  static func defaultRegion(_ index: SiteIndex) -> HelpDirectory.Region? {
    index.data.help.region(chosen: index.configuration.helpRegion?.value)
  }

  private static func emergency(_ region: HelpDirectory.Region) -> TemplateValue {
    region.emergency.map { [.number: .text($0.number.value), .note: .text($0.note?.value)] }
      ?? .none
  }

  private static func helpline(
    _ helpline: Helpline, _ index: SiteIndex, _ dates: DateText
  ) -> TemplateValue {
    [
      .name: .text(helpline.name.value),
      .kindLabel: .text(helpline.kind.map { index.words.helpKind($0.value.rawValue) }),
      .display: .text(helpline.display?.value),
      .phoneLink: .text(helpline.phone.map { SiteContext.telephone($0.value) }),
      .textNumber: .text((helpline.text?.display ?? helpline.text?.to)?.value),
      .textLink: .text(helpline.text.map { "sms:" + $0.to.value }),
      .textKeyword: .text(helpline.text?.keyword?.value),
      .textphone: .text(helpline.textphone?.value),
      .chat: place(helpline.chat?.value), .website: place(helpline.url?.value),
      .hours: .text(helpline.hours?.value), .isAlwaysOpen: .flag(helpline.isAlwaysOpen),
      .coverage: .text(helpline.coverage?.value), .cost: .text(helpline.cost?.value),
      .languages: .text(helpline.languages?.value), .whenClosed: .text(helpline.whenClosed?.value),
      .notes: .text(helpline.notes?.value), .billingNote: .text(helpline.billingNote?.value),
      .verified: dates.value(helpline.verified?.value),
      .unverified: .flag(helpline.verified == nil),
    ]
  }

  private static func place(_ address: WebAddress?) -> TemplateValue {
    address.map { [.url: .text($0.text), .host: .text($0.bareHost)] } ?? .none
  }
}
