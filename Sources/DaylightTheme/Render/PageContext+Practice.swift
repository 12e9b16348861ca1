import DaylightModel
import DaylightSyntax

extension PageContext {
  /// The fields that only the pages of the practice and of its people have.
  static let practice = [
    Field("practice", "what `site.yaml` says of the practice") { page in
      page.site.index.configuration.practice.map {
        PracticeContext(practice: $0, strings: page.site.index.strings)
      }
    },
    Field("people", "of the practice’s page: those who have a page") { $0.people },
    Field("hasPeople", "there are such people") { !$0.people.isEmpty },
    Field("hasParts", "of the practice’s page: there is anything to list its parts") { page in
      let practice = page.site.index.configuration.practice
      return !page.contents.isEmpty || !page.people.isEmpty
        || practice.map { $0.hasDetails || $0.phone != nil } ?? false
    },
    Field("person", "of a person’s page: what `people.yaml` says") { page in
      PersonContext(page.entry, on: page.entry, in: page.site)
    },
  ]

  private var people: [PersonContext] {
    (site.index.members[entry.source] ?? []).compactMap { site.index[$0] }.compactMap {
      PersonContext($0, on: entry, in: site)
    }
  }
}

/// The details of the practice on its own page.
struct PracticeContext: TemplateModel {
  let practice: Practice
  let strings: InterfaceStrings

  static let fields: [Field] =
    Practice.fields { $0.practice } + offers + places + [
      Field("isSample", "it is made up") { $0.practice.isSample },
      Field("contact", "how to reach it") { $0.practice.contact },
      Field("booking", "a page of another site where a time can be booked") {
        $0.practice.booking?.value
      },
      Field("isReachable", "there is a way to reach it") {
        $0.practice.phone != nil || $0.practice.contact != nil || $0.practice.booking != nil
      },
      Field("hasFacts", "there is something of contact and booking") {
        $0.practice.contact != nil || $0.practice.booking != nil
      },
    ]

  private static let offers = [
    Field("services", "what it offers", list: service) { $0.practice.services },
    Field("hasServices", "there are services") { !$0.practice.services.isEmpty },
    Field("fees", "what that costs", list: fee) { $0.practice.fees },
    Field("hasFees", "there are fees") { !$0.practice.fees.isEmpty },
    Field("reducedFees", "who pays less") { $0.practice.reducedFees?.value },
    Field("insurance", "the insurance it accepts") { $0.practice.insurance?.value },
    Field("hasCosts", "there is anything about what it costs") {
      !$0.practice.fees.isEmpty || $0.practice.reducedFees != nil || $0.practice.insurance != nil
    },
  ]

  private static let places = [
    Field("hours", "when it is open", list: hours) { context in
      context.practice.hours.map { (hours: $0, strings: context.strings) }
    },
    Field("hasHours", "there are opening hours") { !$0.practice.hours.isEmpty },
    Field("locations", "where it is", list: location) { $0.practice.locations },
    Field("hasLocations", "there are locations") { !$0.practice.locations.isEmpty },
    Field("area", "the area that it serves") { $0.practice.area?.value },
    Field("hasPlaces", "there is anything about when and where") {
      !$0.practice.hours.isEmpty || !$0.practice.locations.isEmpty || $0.practice.area != nil
    },
  ]

  private static let service: [TemplateField<Practice.Service>] = [
    .init("name", "its name") { $0.name.value },
    .init("description", "what it is") { $0.description?.value },
  ]

  private static let fee: [TemplateField<Practice.Fee>] = [
    .init("service", "what is paid for") { $0.service.value },
    .init("amount", "how much") { $0.amount?.value.text },
    .init("note", "what else to know") { $0.note?.value },
  ]

  private static let hours: [TemplateField<(hours: OpeningHours, strings: InterfaceStrings)>] = [
    .init("days", "the days, in words") { each in
      each.hours.runs.map { each.strings.days(from: $0.first, through: $0.last) }
        .joined(separator: ", ")
    },
    .init("times", "the times of these days") { each in
      each.hours.spans.map(\.text).joined(separator: ", ")
    },
  ]

  private static let location: [TemplateField<Practice.Location>] = [
    .init("name", "its name") { $0.name?.value },
    .init("address", "its address") { $0.address.value },
    .init("directions", "the way there") { $0.directions?.value },
    .init("access", "steps, doors and lifts") { $0.access.value },
  ]
}

extension PracticeContact: TemplateModel {
  static let fields = [
    Field("text", "a number for text messages") { $0.text?.value },
    Field("textLink", "that number as an `sms:` link") {
      ($0.text?.value).map { "sms:" + PhoneNumber.link(to: $0).dropFirst("tel:".utf8.count) }
    },
    Field("email", "a mail address, which is never a link") { $0.email?.value },
    Field("reply", "who answers, when, and how soon") { $0.reply.value },
    Field("callerID", "what a phone shows when the practice calls") { $0.callerID.value },
    Field("bill", "what a bill shows") { $0.bill.value },
    Field("voicemail", "whether it leaves messages") { $0.voicemail.value },
  ]
}
