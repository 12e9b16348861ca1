import DaylightSyntax
import Testing

@Suite struct CalendarDateTests {
  private func date(_ iso: String) throws -> CalendarDate { try #require(CalendarDate(iso: iso)) }

  @Test func `a date survives reading and writing`() throws {
    for iso in ["0001-01-01", "0987-06-05", "2024-02-29", "2025-12-31", "9999-12-31"] {
      #expect(try date(iso).iso == iso)
    }
  }

  @Test(arguments: [
    "2025-02-29", "1900-02-29", "2025-04-31", "2025-13-01", "2025-00-10", "2025-01-00",
    "0000-01-01",
  ])
  func `dates that do not exist are refused`(iso: String) {
    #expect(CalendarDate(iso: iso) == nil)
  }

  @Test(arguments: [
    "", "2025", "2025-1-01", "2025-01-1", "2025/01/01", "25-01-01", "2025-01-01 ", " 2025-01-01",
    "2025-01-01T00:00", "२०२५-०१-०१", "+025-01-01",
  ])
  func `other shapes are refused`(text: String) {
    #expect(CalendarDate(iso: text) == nil)
  }

  @Test func `dates are ordered by year, month and day`() throws {
    let sorted = try ["2023-12-31", "2024-01-01", "2024-01-02", "2024-02-01"].map(date)
    #expect(sorted.reversed().sorted() == sorted)
  }

  @Test func `days between two dates count leap days`() throws {
    #expect(try date("2024-02-28").days(until: date("2024-03-01")) == 2)
    #expect(try date("2025-02-28").days(until: date("2025-03-01")) == 1)
    #expect(try date("2025-03-01").days(until: date("2025-02-28")) == -1)
    #expect(try date("0001-01-01").days(until: date("9999-12-31")) == 3_652_058)
  }

  @Test func `adding a day at a time visits every day of the calendar in order`() throws {
    var day = try date("1899-12-25")
    for _ in 0..<80_000 {
      let next = day.adding(days: 1)
      #expect(next > day && day.days(until: next) == 1 && next.adding(days: -1) == day)
      #expect(CalendarDate(year: next.year, month: next.month, day: next.day) == next)
      day = next
    }
    #expect(day.iso == "2119-01-06")
  }

  @Test func `adding stops at the ends of the calendar`() throws {
    #expect(try date("9999-12-30").adding(days: 5).iso == "9999-12-31")
    #expect(try date("0001-01-02").adding(days: .min).iso == "0001-01-01")
    #expect(try date("2025-01-01").adding(years: .max).iso == "9999-12-31")
    #expect(try date("2025-01-01").adding(years: -3000).iso == "0001-01-01")
  }

  @Test func `a leap day becomes the 28th in other years`() throws {
    #expect(try date("2024-02-29").adding(years: 3).iso == "2027-02-28")
    #expect(try date("2024-02-29").adding(years: 4).iso == "2028-02-29")
  }
}
