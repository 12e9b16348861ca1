import DaylightSyntax

/// Dates on a timeline, including today. Events on neighbouring days are stacked.
struct Timeline {
  struct Event {
    let name: String
    let address: String
    let day: CalendarDate
  }

  /// Sorted by date.
  let events: [Event]
  let today: CalendarDate

  private static let width = 1000.0
  private static let step = 16.0
  private static let highest = 10

  var html: HTML {
    let columns = columns
    let highest = min(columns.map(\.events.count).max() ?? 1, Self.highest)
    let base = Double(highest) * Self.step + 28
    return """
      <div class="scroll" tabindex="0" role="region" aria-label="Timeline of reviews">
      <svg class="timeline" viewBox="-20 0 1040 \(base + 34)" role="group" aria-label="Reviews due">
      <path class="axis" d="M0 \(base)H\(Self.width)"/>
      \(ticks.map { tick($0, base) })
      <path class="today" d="M\(place(today)) 14V\(base + 6)"/>
      <text class="today" x="\(place(today))" y="10" text-anchor="middle">today</text>
      \(columns.map { drawing(of: $0, base) })
      </svg>
      </div>
      """
  }

  private struct Column {
    let place: Double
    var events: [Event]
  }

  private var columns: [Column] {
    var columns: [Column] = []
    for event in events {
      let place = place(event.day)
      if let last = columns.last, place - last.place < Self.step {
        columns[columns.count - 1].events.append(event)
      } else {
        columns.append(Column(place: place, events: [event]))
      }
    }
    return columns
  }

  private func drawing(of column: Column, _ base: Double) -> HTML {
    let isFull = column.events.count > Self.highest
    let shown = column.events.prefix(isFull ? Self.highest - 1 : Self.highest)
    let dots: [HTML] = shown.enumerated().map { number, event in
      """
      <a href="\(event.address)"><circle class="\(event.day < today ? "late" : "due")" \
      cx="\(column.place)" cy="\(base - 10 - Double(number) * Self.step)" r="6.5">\
      <title>\(event.name), \(event.day.iso)</title></circle></a>
      """
    }
    let rest: HTML =
      isFull
      ? """
      <text x="\(column.place)" y="\(base - 6 - Double(shown.count) * Self.step)" \
      text-anchor="middle">+\(column.events.count - shown.count)</text>
      """ : ""
    return "\(dots)\(rest)"
  }

  private func tick(_ day: CalendarDate, _ base: Double) -> HTML {
    let month = Self.months[day.month - 1]
    let name = day.month == 1 ? "\(month) \(day.year)" : month
    return """
      <path class="tick" d="M\(place(day)) \(base)v6"/>\
      <text x="\(place(day))" y="\(base + 22)" text-anchor="middle">\(name)</text>
      """
  }

  /// First days of months, or of years if there are many; about a dozen at most.
  private var ticks: [CalendarDate] {
    let count =
      12 * (last.year - first.year) + last.month - first.month + (first.day == 1 ? 1 : 0)
    let months = [1, 2, 3, 6].first { count <= 13 * $0 } ?? 12
    let years = max(1, (count + 155) / 156)
    return stride(from: first.year / years * years, through: last.year, by: years).flatMap { year in
      stride(from: 1, through: 12, by: months).compactMap {
        CalendarDate(year: year, month: $0, day: 1)
      }
    }.filter { first <= $0 && $0 <= last }
  }

  private var first: CalendarDate {
    min(events.first?.day ?? today, today).adding(days: -20)
  }

  private var last: CalendarDate {
    max(events.last?.day ?? today, today.adding(days: 180)).adding(days: 30)
  }

  private func place(_ day: CalendarDate) -> Double {
    Self.width * Double(first.days(until: day)) / Double(max(first.days(until: last), 1))
  }

  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
}
