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
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    case organization = "Organization"
    case nonGovernmental = "NGO"
    case medicalOrganization = "MedicalOrganization"
    case localBusiness = "LocalBusiness"
    case professionalService = "ProfessionalService"
    case medicalBusiness = "MedicalBusiness"
    case medicalClinic = "MedicalClinic"

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
    name = fields.requiredText("name")
    address = fields.text("address")
    phone = fields.dialledNumber("phone")
    url = fields.webAddress("url")
    type = fields.word("type")
    isSample = fields.flag("sample")?.value ?? false
    services = fields.list("services", of: "service") {
      Service(name: $0.requiredText("name"), description: $0.text("description"))
    }
    fees = fields.list("fees", of: "fee") {
      Fee(
        service: $0.requiredText("for", help: "say what it pays for, such as ‘50 minutes’"),
        amount: $0.feeAmount("amount"), note: $0.text("note"))
    }
    reducedFees = fields.text("reducedFees")
    insurance = fields.text("insurance")
    hours = fields.openingHours("hours")
    locations = fields.list("locations", of: "location") {
      Location(
        name: $0.text("name"), address: $0.requiredText("address"),
        directions: $0.text("directions"),
        access: $0.requiredText(
          "access", help: "say whether there are steps, and what people with wheels or sticks do"))
    }
    area = fields.text("area")
    contact = fields.nested("contact", of: "contact") { PracticeContact(from: &$0) }
    booking = fields.webAddress("booking")
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
