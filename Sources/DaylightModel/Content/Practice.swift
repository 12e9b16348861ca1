package import DaylightSyntax

/// The practice that publishes the site: what `site.yaml` says of it.
package struct Practice: Sendable, Hashable {
  package var name: Located<String>
  package var address: Located<String>?
  package var phone: Located<String>?
  package var url: Located<WebAddress>?
  package var type: Located<Kind>?
  /// Whether it is made up, so that search engines are told no more than its name.
  package var isSample: Bool
  package var services: [Service]
  package var fees: [Fee]
  /// Who pays less, and how to ask for it.
  package var reducedFees: Located<String>?
  package var insurance: Located<String>?
  package var hours: [OpeningHours]
  package var locations: [Location]
  /// The area that it serves.
  package var area: Located<String>?
  package var contact: PracticeContact?
  /// A page of another site where a time can be booked.
  package var booking: Located<WebAddress>?

  /// Classes of schema.org.
  package enum Kind: String, Sendable, Hashable, FieldWord {
    case organization = "Organization"
    case nonGovernmental = "NGO"
    case medicalOrganization = "MedicalOrganization"
    case localBusiness = "LocalBusiness"
    case professionalService = "ProfessionalService"
    case medicalBusiness = "MedicalBusiness"
    case medicalClinic = "MedicalClinic"

    package var meaning: String {
      switch self {
      case .organization: "An organisation of any kind."
      case .nonGovernmental: "A charity or other organisation without profit."
      case .medicalOrganization: "An organisation that the law of the country calls medical."
      case .localBusiness: "A place that people come to."
      case .professionalService: "A place where professionals offer a service."
      case .medicalBusiness: "A place that the law of the country calls medical."
      case .medicalClinic: "A clinic by the law of the country."
      }
    }

    /// Whether it is also a place, which has opening hours and prices.
    package var isPlace: Bool {
      switch self {
      case .organization, .nonGovernmental, .medicalOrganization: false
      case .localBusiness, .professionalService, .medicalBusiness, .medicalClinic: true
      }
    }
  }

  package struct Service: Sendable, Hashable {
    package var name: Located<String>
    package var description: Located<String>?
  }

  package struct Fee: Sendable, Hashable {
    package var service: Located<String>
    /// Nil only if it is missing or unclear, which is an error.
    package var amount: Located<FeeAmount>?
    package var note: Located<String>?
  }

  package struct Location: Sendable, Hashable {
    package var name: Located<String>?
    package var address: Located<String>
    /// The way there, in words.
    package var directions: Located<String>?
    /// Steps, doors, lifts and toilets, in words.
    package var access: Located<String>
  }

  /// Whether readers are told anything that only the practice’s own page shows.
  package var hasDetails: Bool {
    !services.isEmpty || !fees.isEmpty || !hours.isEmpty || !locations.isEmpty || contact != nil
      || booking != nil || reducedFees != nil || insurance != nil || area != nil
  }
}

extension Practice {
  init(from fields: inout FieldDecoder) {
    name = fields.requiredText("name", about: "The name of the practice.")
    address = fields.text("address", about: "Its postal address, on one line.")
    phone = fields.dialledNumber(
      "phone", about: "Its telephone number, in quotation marks, with the country first.")
    url = fields.webAddress("url", about: "Its own website.")
    type = fields.word("type", about: "What it is to search engines.")
    isSample =
      fields.flag(
        "sample", about: "true: the practice is made up, and readers are told so."
      )?.value ?? false
    services = fields.list("services", of: "service", about: "What the practice offers.") {
      Service(
        name: $0.requiredText("name", about: "What it is called."),
        description: $0.text("description", about: "What it is, in a sentence or two."))
    }
    fees = fields.list("fees", of: "fee", about: "What it costs.") {
      Fee(
        service: $0.requiredText(
          "for", about: "What is paid for, such as ‘50 minutes’.",
          help: "say what it pays for, such as ‘50 minutes’"),
        amount: $0.feeAmount(
          "amount", about: "One amount with its currency, such as £60 or £25–£45, or ‘free’."),
        note: $0.text("note", about: "Anything else about this fee."))
    }
    reducedFees = fields.text("reducedFees", about: "Who pays less, and how to ask for it.")
    insurance = fields.text("insurance", about: "Whether insurers pay, and which.")
    hours = fields.openingHours(
      "hours", about: "When it is open: a line for each group of days, without closed days.")
    locations = fields.list("locations", of: "location", about: "Where it is.") {
      Location(
        name: $0.text("name", about: "What the place is called, if there are several."),
        address: $0.requiredText("address", about: "The postal address, on one line."),
        directions: $0.text("directions", about: "The way there, in words."),
        access: $0.requiredText(
          "access", about: "Steps, doors, lifts and toilets, in words.",
          help: "say whether there are steps, and what people with wheels or sticks do"))
    }
    area = fields.text("area", about: "The area that it serves.")
    contact = fields.nested(
      "contact", of: "contact",
      about: "How to reach the practice without a form, and what that leaves behind."
    ) { PracticeContact(from: &$0) }
    booking = fields.webAddress(
      "booking", about: "A page of another site where a time can be booked, with https.")
    if let booking, !booking.value.isSecure { fields.report(.openBooking(booking)) }
  }
}

extension Diagnostic {
  fileprivate static func openBooking(_ address: Located<WebAddress>) -> Self {
    Diagnostic(
      .invalidURL, "‘\(address.value.text)’ is not encrypted, so others could read what is typed",
      at: address.location, help: "write the address with https://, or leave ‘booking’ out")
  }
}
