import DaylightModel
import DaylightSyntax

/// A helpline, as some page shows it.
protocol HelplineContext: TemplateModel {
  var helpline: Helpline { get }
  var strings: InterfaceStrings { get }
}

extension HelplineContext {
  /// The fields that it has wherever it is shown.
  static var common: [Field] {
    [
      Field("name", "its name") { $0.helpline.name.value },
      Field("kindLabel", "what it is for") { service in
        service.helpline.kind.map { service.strings.helpKind($0.value.rawValue) }
      },
      Field("display", "its number, as people read it") { $0.helpline.display?.value },
      Field("phoneLink", "the number as a `tel:` link") {
        ($0.helpline.phone?.value).map(PhoneNumber.link)
      },
      Field("hours", "when it is open") { $0.helpline.hours?.value },
    ]
  }

  /// The number for text messages, as people read it.
  var textNumber: String? { (helpline.text?.display ?? helpline.text?.to)?.value }
}

/// A helpline in the block on every page.
struct BlockService: HelplineContext {
  let helpline: Helpline
  let strings: InterfaceStrings

  static let fields: [Field] =
    common + [
      Field("text", "its number for text messages") { $0.textNumber },
      Field("verified", "a person checked it") { $0.helpline.verified != nil },
    ]
}

/// A helpline on the help page.
struct Service: HelplineContext {
  let helpline: Helpline
  let strings: InterfaceStrings
  let dates: DateText

  static let fields: [Field] = common + ways + details

  private static let ways = [
    Field("textNumber", "its number for text messages") { $0.textNumber },
    Field("textLink", "that number as an `sms:` link") {
      ($0.helpline.text?.to.value).map { "sms:" + $0 }
    },
    Field("textKeyword", "the word to send") { $0.helpline.text?.keyword?.value },
    Field("textphone", "its number for textphones") { $0.helpline.textphone?.value },
    Field("chat", "its chat") { $0.helpline.chat?.value },
    Field("website", "its website") { $0.helpline.url?.value },
  ]

  private static let details = [
    Field("isAlwaysOpen", "it is open at all hours") { $0.helpline.isAlwaysOpen },
    Field("coverage", "where it works") { $0.helpline.coverage?.value },
    Field("cost", "what a call costs") { $0.helpline.cost?.value },
    Field("languages", "the languages spoken") { $0.helpline.languages?.value },
    Field("whenClosed", "the helpline to call instead") { $0.helpline.whenClosed?.value },
    Field("notes", "what else to know") { $0.helpline.notes?.value },
    Field("billingNote", "how it shows on a bill") { $0.helpline.billingNote?.value },
    Field("verified", "when a person checked it") { $0.dates.value($0.helpline.verified?.value) },
    Field("unverified", "nobody has checked it yet") { $0.helpline.verified == nil },
  ]
}
