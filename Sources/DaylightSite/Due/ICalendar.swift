import DaylightSyntax

/// Due dates as a calendar file (RFC 5545), which every calendar program opens.
///
/// Each date is a whole day that does not count as busy. The identifier of a page’s date is the same
/// in every file, so that a calendar that reads a later one moves the date.
package struct ICalendar: Sendable {
  package let bytes: [UInt8]

  /// - Parameter host: of the published site; part of the identifiers.
  package init(_ dates: DueDates, name: String, host: String) {
    var calendar = ContentLines()
    calendar.add("BEGIN", "VCALENDAR")
    calendar.add("VERSION", "2.0")
    calendar.add("PRODID", "-//Daylight//Due dates//EN")
    calendar.add("CALSCALE", "GREGORIAN")
    calendar.add("X-WR-CALNAME", text: name)
    for date in dates.all {
      calendar.add("BEGIN", "VEVENT")
      calendar.add("UID", text: "\(date.kind.rawValue)/\(date.id)@\(host)")
      calendar.add("DTSTAMP", Self.basic(dates.now) + "T000000Z")
      calendar.add("DTSTART;VALUE=DATE", Self.basic(date.day))
      // Without an end it lasts a day (3.6.1), as must the last day of the calendar.
      let next = date.day.adding(days: 1)
      if next > date.day { calendar.add("DTEND;VALUE=DATE", Self.basic(next)) }
      calendar.add("SUMMARY", text: date.title)
      calendar.add("DESCRIPTION", text: date.notes)
      calendar.add("TRANSP", "TRANSPARENT")
      calendar.add("END", "VEVENT")
    }
    calendar.add("END", "VCALENDAR")
    bytes = calendar.bytes
  }

  /// `YYYYMMDD`.
  private static func basic(_ day: CalendarDate) -> String { day.iso.replacing("-", with: "") }
}

/// The lines of a calendar file: ended by CR LF, and folded after 75 bytes (RFC 5545, 3.1).
private struct ContentLines {
  private(set) var bytes: [UInt8] = []

  /// Adds a value that needs no escapes.
  mutating func add(_ name: String, _ value: String) {
    var column = 0
    for character in (name + ":" + value).unicodeScalars {
      let width = UTF8.width(character)
      if column + width > 75 {
        bytes += "\r\n ".utf8
        column = 1
      }
      bytes += UTF8.encode(character).map(Array.init) ?? []
      column += width
    }
    bytes += "\r\n".utf8
  }

  /// Adds a text, with the escapes of RFC 5545, 3.3.11. Control characters are not allowed in one.
  mutating func add(_ name: String, text: String) {
    var escaped = ""
    for character in text.unicodeScalars {
      switch character {
      case "\\", ";", ",": escaped += "\\\(character)"
      case "\n": escaped += "\\n"
      case _ where character.value < 0x20 || character.value == 0x7F: escaped += " "
      default: escaped.unicodeScalars.append(character)
      }
    }
    add(name, escaped)
  }
}
