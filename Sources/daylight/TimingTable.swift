/// The laps of a stopwatch as a table.
struct TimingTable {
  private let laps: [Stopwatch.Lap]

  init(_ laps: [Stopwatch.Lap]) { self.laps = laps }

  var text: String {
    var lines = [row("stage", "wall", "processor", "peak memory")]
    for lap in laps {
      lines.append(row(lap.stage, time(lap.wall), time(lap.processor), "\(lap.peak >> 20) MiB"))
    }
    return lines.joined(separator: "\n")
  }

  private func row(_ stage: String, _ columns: String...) -> String {
    padded(stage, 10, atEnd: true) + columns.map { padded($0, 13, atEnd: false) }.joined()
  }

  /// In milliseconds with one decimal.
  private func time(_ seconds: Double) -> String {
    let tenths = Int((seconds * 10_000).rounded())
    return "\(tenths / 10).\(tenths % 10) ms"
  }

  private func padded(_ text: String, _ width: Int, atEnd: Bool) -> String {
    let space = String(repeating: " ", count: max(0, width - text.count))
    return atEnd ? text + space : space + text
  }
}
