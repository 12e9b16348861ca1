import DaylightSyntax

/// A time of day, to the minute.
package struct ClockTime: Sendable, Hashable, Comparable {
  private let minutes: Int

  /// As in `09:00`.
  package var text: String {
    func two(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
    return "\(two(minutes / 60)):\(two(minutes % 60))"
  }

  private init?(hour: Int, minute: Int) {
    guard 0...23 ~= hour, 0...59 ~= minute else { return nil }
    minutes = hour * 60 + minute
  }

  /// Nil unless it is written as in `9:00` or `09:00`.
  init?(_ text: Substring) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, 1...2 ~= parts[0].utf8.count, parts[1].utf8.count == 2,
      parts.joined().utf8.allSatisfy(\.isASCIIDigit), let hour = Int(parts[0]),
      let minute = Int(parts[1])
    else { return nil }
    self.init(hour: hour, minute: minute)
  }

  /// A time that is written in another way: `9`, `9.30`, `17h30`, `9am`, `5 p.m.`
  init?(meantBy text: Substring) {
    var rest = text.lowercased().filter { !$0.isWhitespace }
    let half = ["a.m.", "am", "p.m.", "pm"].first(where: rest.hasSuffix)
    rest.removeLast(half?.count ?? 0)
    let parts = rest.split(omittingEmptySubsequences: false) { ":.h".contains($0) }
    guard 1...2 ~= parts.count, let hour = Int(parts[0]),
      let minute = parts.count == 1 || parts[1].isEmpty ? 0 : Int(parts[1]),
      half == nil || 1...12 ~= hour
    else { return nil }
    switch half {
    case nil: self.init(hour: hour, minute: minute)
    case "am", "a.m.": self.init(hour: hour % 12, minute: minute)
    default: self.init(hour: hour % 12 + 12, minute: minute)
    }
  }

  package static func < (left: Self, right: Self) -> Bool { left.minutes < right.minutes }
}

extension Character {
  /// Whether it is written between the ends of a range.
  var isDash: Bool { "-–—‑".contains(self) }
}

extension Substring {
  /// Without the spaces at its ends.
  var trimmingBlanks: Substring {
    guard let last = lastIndex(where: { !$0.isWhitespace }) else { return self[endIndex...] }
    return self[...last].drop(while: \.isWhitespace)
  }
}
