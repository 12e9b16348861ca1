package import DaylightSyntax

extension HelpDirectory {
  /// The findings that do not depend on the day.
  func findings() -> [Diagnostic] {
    var findings = duplicates(of: regions.map(\.id), named: "id")
    for region in regions {
      findings += duplicates(of: region.helplines.map(\.name), named: "name")
      // A number that is not valid there is another finding.
      let emergency = region.emergency?.number.value
      let isRight = emergency.map {
        EmergencyNumber.problem(of: $0, inRegion: region.id.value) == nil
      }
      for helpline in region.helplines {
        findings += helpline.findings(emergency: isRight == true ? emergency : nil)
        findings += region.coverFindings(for: helpline)
      }
    }
    return findings + duplicateNumbers()
  }

  /// What depends on the day of the build (CRI-01): lines no one has checked, and lines whose check
  /// is 120 or 180 days old.
  package func findings(on today: CalendarDate) -> [Diagnostic] {
    regions.flatMap(\.helplines).compactMap { helpline in
      guard let verified = helpline.verified else { return .unverified(helpline) }
      let age = verified.value.days(until: today)
      if age < 0 { return .dateInFuture(verified) }
      if age >= Self.expiryDays { return .expired(helpline, verified, age) }
      if age >= Self.warningDays { return .ageing(helpline, verified, age) }
      return nil
    }
  }

  package static let warningDays = 120
  static let expiryDays = 180

  /// One number belongs to one helpline. A helpline may be in several regions, but in each once; a
  /// short number may be another helpline’s in another country.
  private func duplicateNumbers() -> [Diagnostic] {
    var first: [String: (region: Int, helpline: Helpline)] = [:]
    var findings: [Diagnostic] = []
    for (region, helpline) in regions.enumerated().flatMap({ i, r in r.helplines.map { (i, $0) } })
    {
      guard let phone = helpline.phone else { continue }
      let isShort = PhoneNumber(phone.value)?.isShort ?? true
      let number = isShort ? "\(region) \(phone.value)" : phone.value
      guard let other = first[number] else {
        first[number] = (region, helpline)
        continue
      }
      if other.region == region || other.helpline.name.value != helpline.name.value {
        findings.append(.duplicateNumber(phone, of: other.helpline))
      }
    }
    return findings
  }
}

extension HelpDirectory.Region {
  /// CRI-07: a line that is not always open names one that is.
  fileprivate func coverFindings(for helpline: Helpline) -> [Diagnostic] {
    guard let hours = helpline.hours, !helpline.isAlwaysOpen else { return [] }
    guard let name = helpline.whenClosed else { return [.noLineWhenClosed(helpline, hours)] }
    let other = helplines.first { $0.name.value == name.value }
    guard let other, other.name.value != helpline.name.value else {
      let nearest = nearestMatch(
        to: name.value, in: helplines.map(\.name.value).filter { $0 != helpline.name.value })
      return [.unknownLine(name, nearest: nearest)]
    }
    return other.isAlwaysOpen ? [] : [.lineAlsoCloses(name)]
  }
}

extension Helpline {
  fileprivate func findings(emergency: String?) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    if let phone {
      if let number = PhoneNumber(phone.value) {
        // CRI-03: emergency numbers are never dialled by a tap on a helpline.
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
