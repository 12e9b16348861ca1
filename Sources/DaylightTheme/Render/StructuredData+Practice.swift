import DaylightModel
import DaylightSyntax

extension StructuredData {
  /// Who publishes the site. Opening hours and prices belong to places alone.
  func organization(to json: inout JSONWriter) {
    let practice = index.configuration.practice
    let type = practice?.type?.value ?? .organization
    json.object { json in
      json.member("@type", type.rawValue)
      json.member("@id", publisher)
      json.member("name", practice?.name.value ?? index.configuration.name.value)
      json.member("url", practice?.url?.value.text)
      guard let practice, !practice.isSample else { return }
      json.member("telephone", practice.phone?.value)
      json.member("address", practice.address?.value)
      json.member("email", practice.contact?.email?.value)
      json.member("areaServed", practice.area?.value)
      guard type.isPlace else { return }
      json.member("priceRange", practice.priceRange)
      openingHours(practice.hours, to: &json)
    }
  }

  private func openingHours(_ hours: [OpeningHours], to json: inout JSONWriter) {
    guard !hours.isEmpty else { return }
    json.array("openingHoursSpecification") { json in
      for each in hours {
        for span in each.spans {
          json.object { json in
            json.member("@type", "OpeningHoursSpecification")
            json.array("dayOfWeek") { json in
              for day in each.days { json.value("https://schema.org/\(day.name)") }
            }
            json.member("opens", span.opens.text)
            json.member("closes", span.closes.text)
          }
        }
      }
    }
  }

  /// The person whose page it is.
  func person(of entry: PageEntry, to json: inout JSONWriter) {
    guard let person = realPerson(entry.personID) else { return }
    json.object { json in
      json.member("@type", "Person")
      json.member("@id", identifier(ofPersonOn: entry))
      json.member("name", person.name.value)
      json.member("jobTitle", person.jobTitle?.value)
      json.member("description", person.bio?.value)
      json.member("url", address(entry))
      json.member("image", photo(of: person))
      json.member("sameAs", person.url?.value.text)
      if let credential = person.credential {
        json.object("hasCredential") { json in
          json.member("@type", "EducationalOccupationalCredential")
          json.member("name", credential.value)
        }
      }
      if !person.languages.isEmpty {
        json.array("knowsLanguage") { json in
          for language in person.languages { json.value(language.value) }
        }
      }
      json.object("worksFor") { $0.member("@id", publisher) }
    }
  }

  /// What the page is about, on the pages of the practice and its people.
  func mainEntity(of entry: PageEntry, to json: inout JSONWriter) {
    switch entry.kind.traits.schemaType {
    case .practice: json.object("mainEntity") { $0.member("@id", publisher) }
    case .person where realPerson(entry.personID) != nil:
      json.object("mainEntity") { $0.member("@id", identifier(ofPersonOn: entry)) }
    default: break
    }
  }

  /// Nil for somebody who is made up.
  func realPerson(_ id: String?) -> People.Person? {
    id.flatMap { index.data.people[$0] }.flatMap { $0.isSample ? nil : $0 }
  }

  private func photo(of person: People.Person) -> String? {
    index.photo(of: person).map { baseURL.text + Address.encoded($0.publishedPath) }
  }

  private func identifier(ofPersonOn entry: PageEntry) -> String { address(entry) + "#person" }
}

extension Practice {
  /// From the least to the greatest fee; nil if there is none, or fees in several currencies.
  fileprivate var priceRange: String? {
    let prices = fees.flatMap { $0.amount?.value.prices ?? [] }
    guard let least = prices.min(), let greatest = prices.max(),
      prices.allSatisfy({ $0.currency == least.currency })
    else { return nil }
    return least == greatest ? least.text : "\(least.text)–\(greatest.text)"
  }
}
