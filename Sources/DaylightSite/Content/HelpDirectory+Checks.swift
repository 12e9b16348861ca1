package import DaylightSyntax

extension HelpDirectory {
  /// What can be said of the data without knowing the day.
  func findings() -> [Diagnostic] {
    var findings = duplicates(of: regions.map(\.id), named: "id")
    for region in regions {
      findings += duplicates(of: region.services.map(\.name), named: "name")
      for service in region.services {
        findings += service.findings(emergency: region.emergency?.number.value)
        findings += region.coverFindings(for: service)
      }
    }
    return findings + duplicateNumbers()
  }

  /// What depends on the day of the build (CRI-01): lines no one has checked, and lines whose check
  /// is 120 or 180 days old.
  package func findings(on today: CalendarDate) -> [Diagnostic] {
    regions.flatMap(\.services).compactMap { service in
      guard let verified = service.verified else { return .unverified(service) }
      let age = verified.value.days(until: today)
      if age < 0 { return .dateInFuture(verified) }
      if age >= Self.expiryDays { return .expired(service, verified, age) }
      if age >= Self.warningDays { return .ageing(service, verified, age) }
      return nil
    }
  }

  package static let warningDays = 120
  static let expiryDays = 180

  /// One number belongs to one service. A service may stand in several regions, but in each once; a
  /// short number is another’s in another country.
  private func duplicateNumbers() -> [Diagnostic] {
    var first: [String: (region: Int, service: HelpService)] = [:]
    var findings: [Diagnostic] = []
    for (region, service) in regions.enumerated().flatMap({ i, r in r.services.map { (i, $0) } }) {
      guard let phone = service.phone else { continue }
      let isShort = PhoneNumber(phone.value)?.isShort ?? true
      let number = isShort ? "\(region) \(phone.value)" : phone.value
      guard let other = first[number] else {
        first[number] = (region, service)
        continue
      }
      if other.region == region || other.service.name.value != service.name.value {
        findings.append(.duplicateNumber(phone, of: other.service))
      }
    }
    return findings
  }
}

extension HelpDirectory.Region {
  /// CRI-07: a line that is not always open names one that is.
  fileprivate func coverFindings(for service: HelpService) -> [Diagnostic] {
    guard let hours = service.hours, !service.isAlwaysOpen else { return [] }
    guard let name = service.whenClosed else { return [.noLineWhenClosed(service, hours)] }
    let other = services.first { $0.name.value == name.value }
    guard let other, other.name.value != service.name.value else {
      let nearest = nearestMatch(
        to: name.value, in: services.map(\.name.value).filter { $0 != service.name.value })
      return [.unknownLine(name, nearest: nearest)]
    }
    return other.isAlwaysOpen ? [] : [.lineAlsoCloses(name)]
  }
}

extension HelpService {
  fileprivate func findings(emergency: String?) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    if let phone {
      if let number = PhoneNumber(phone.value) {
        // CRI-03: emergency numbers are never dialled by a tap on a service.
        if phone.value == emergency { findings.append(.emergencyAsService(phone)) }
        if let display {
          if !number.isWritten(as: display.value) {
            findings.append(.differentNumber(display, phone))
          } else if !PhoneNumber.isGrouped(display.value) {
            findings.append(.ungrouped(display))
          }
        }
      } else {
        findings.append(.invalidPhone(phone))
      }
    }
    if let text, !text.to.value.isEmpty {
      if let number = PhoneNumber(text.to.value) {
        if let display = text.display, !number.isWritten(as: display.value) {
          findings.append(.differentNumber(display, text.to))
        }
      } else {
        findings.append(.invalidPhone(text.to))
      }
    }
    if phone == nil, text == nil, chat == nil, url == nil {
      findings.append(.unreachable(name))
    }
    if let source, let url, !source.value.isHostOrParent(of: url.value) {
      findings.append(.foreignSource(source, url))
    }
    return findings
  }
}
