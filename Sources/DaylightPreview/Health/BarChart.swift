import DaylightSyntax

/// A bar chart, with the names and numbers as text beside the bars.
struct BarChart {
  struct Bar {
    let name: String
    /// The address that its name links to.
    var address: String?
    let value: Double
    let text: String
    /// A second value, shown as a dot, such as the maximum where the bar shows the mean.
    var dot: Double?
    /// Whether to highlight it.
    var isMarked = false
  }

  let bars: [Bar]
  /// A value that should not be exceeded, shown as a line across all bars.
  var limit: Double?
  /// The bars after this many are hidden behind a button.
  var most = 24

  var html: HTML {
    let shown = list(bars.prefix(most))
    guard bars.count > most else { return shown }
    let rest = bars.dropFirst(most)
    return """
      \(shown)
      <details><summary>\(rest.count.counted("more", "more"))</summary>
      \(list(rest.prefix(Self.mostOfRest)))
      \(rest.count > Self.mostOfRest ? "<p>The others are left out.</p>" : "" as HTML)
      </details>
      """
  }

  private static let mostOfRest = 1000

  private func list(_ bars: ArraySlice<Bar>) -> HTML {
    "<ol class=\"bars\">\n\(bars.map(row))\n</ol>"
  }

  private func row(_ bar: Bar) -> HTML {
    let name: HTML = bar.address.map { "<a href=\"\($0)\">\(bar.name)</a>" } ?? "\(bar.name)"
    let line: HTML =
      limit.map { "<path class=\"limit\" d=\"M\(place($0)) 0v16\"/>" } ?? ""
    // A line of no length with round ends is a circle, however the drawing is stretched.
    let dot: HTML =
      bar.dot.map { "<path class=\"dot\" d=\"M\(place($0)) 8h0\"/>" } ?? ""
    return """
      <li\(bar.isMarked ? " class=\"marked\"" : "" as HTML)><span class="name">\(name)</span>
      <svg viewBox="0 0 1000 16" preserveAspectRatio="none" aria-hidden="true">\
      <rect class="track" width="1000" height="16"/>\
      <rect class="bar" width="\(place(bar.value))" height="16"/>\(line)\(dot)</svg>
      <span class="value">\(bar.text)</span></li>
      """
  }

  private func place(_ value: Double) -> Double { 1000 * max(0, value) / top }

  private var top: Double {
    let values = bars.map { max($0.value, $0.dot ?? 0) } + [(limit ?? 0) * 1.25]
    return max(values.max() ?? 1, 0.001)
  }
}
