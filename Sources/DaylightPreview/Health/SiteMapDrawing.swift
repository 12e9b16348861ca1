import DaylightSyntax
import Platform

/// A map as a picture: pages on a circle, section by section, and the terms on circles inside it,
/// each near the pages that lead to it.
struct SiteMapDrawing {
  /// With more nodes or links than this, the drawing would be unreadable.
  static let mostNodes = 1500
  static let mostLinks = 12_000

  private let map: SiteMap
  private let points: [Point]
  private let hasPageLabels: Bool
  private let hasTermLabels: Bool

  private struct Point {
    let angle: Double
    let radius: Double

    var x: Double { radius * cos(angle) }
    var y: Double { radius * sin(angle) }
  }

  private static let labelled = 90
  private static let labelLength = 24

  init(_ map: SiteMap) {
    self.map = map
    let pages = map.terms.lowerBound
    hasPageLabels = pages <= Self.labelled
    hasTermLabels = map.terms.count <= Self.labelled
    let outer = pages <= Self.labelled ? 290.0 : 440
    let gap = max(1, Double(pages) / 80)
    let step = 2 * Double.pi / (Double(pages) + gap * Double(map.groups.count))
    var points: [Point] = []
    for (number, group) in map.groups.enumerated() {
      for node in group.nodes {
        let place = Double(node) + gap * (Double(number) + 0.5) + 0.5
        points.append(Point(angle: place * step - .pi / 2, radius: outer))
      }
    }
    self.points = points + Self.termPoints(map, among: points, within: outer - 70)
  }

  /// Sorts the terms by the mean direction of the pages that link to them, and spreads them evenly
  /// over one circle or more.
  private static func termPoints(
    _ map: SiteMap, among pages: [Point], within outer: Double
  ) -> [Point] {
    func direction(_ node: Int) -> Double {
      let from = map.nodes[node].comesFrom.filter { $0 < pages.count }.map { pages[$0] }
      guard !from.isEmpty else { return .pi / 2 }
      let (x, y) = from.reduce((0, 0)) { ($0.0 + cos($1.angle), $0.1 + sin($1.angle)) }
      // Rounded, so that the order does not depend on the last bits of a processor's arithmetic.
      return (atan2(y, x) * 1e6).rounded()
    }
    let order = map.terms.map { (direction: direction($0), node: $0) }
      .sorted { ($0.direction, $0.node) < ($1.direction, $1.node) }
    let circles = (order.count + labelled - 1) / labelled
    let spacing = circles > 1 ? min(26, (outer - 60) / Double(circles)) : 0
    var points = [Point](repeating: Point(angle: 0, radius: 0), count: order.count)
    // Starts where `atan2` does, on the left.
    for (place, term) in order.enumerated() {
      let angle = 2 * Double.pi * (Double(place) + 0.5) / Double(order.count) - .pi
      points[term.node - map.terms.lowerBound] = Point(
        angle: angle, radius: outer - spacing * Double(place % max(circles, 1)))
    }
    return points
  }

  var html: HTML {
    let bands: [HTML] = map.groups.enumerated().map { band($1, number: $0) }
    let nodes: [HTML] = map.nodes.indices.map(node)
    return """
      <div class="picture">
      <svg class="map\(hasPageLabels ? " named" : "")" viewBox="-500 -500 1000 1000" role="group" \
      aria-label="The map of the site">
      \(bands)
      \(nodes)
      </svg>
      </div>
      """
  }

  private func band(_ group: SiteMap.Group, number: Int) -> HTML {
    guard let first = group.nodes.first, let last = group.nodes.last else { return "" }
    let (start, end) = (points[first], points[last])
    let half = points.count > 1 ? 0.4 * 2 * Double.pi / Double(map.terms.lowerBound + 8) : 0.1
    let radius = start.radius + 13
    let from = Point(angle: start.angle - half, radius: radius)
    let to = Point(angle: end.angle + half, radius: radius)
    let isLarge = to.angle - from.angle > .pi ? 1 : 0
    return """
      <path class="band \(Self.colour(number))" d="M\(from.x) \(from.y)A\(radius) \(radius) 0 \
      \(isLarge) 1 \(to.x) \(to.y)"><title>\(group.title)</title></path>
      """
  }

  private func node(_ number: Int) -> HTML {
    let node = map.nodes[number]
    let point = points[number]
    let group = map.groups.firstIndex { $0.nodes.contains(number) }
    let kind = node.isTerm ? "word" : Self.colour(group ?? 0)
    let size = map.nodes.count <= 2 * Self.labelled ? 3.5 : 2
    let radius = min(size + 0.8 * Double(node.comesFrom.count).squareRoot(), 10)
    let out = node.leadsTo.map { link(point, points[$0]) }.joined()
    // Only the links of the node under the pointer are shown.
    let back = node.comesFrom.map { link(points[$0], point) }.joined()
    let ring: HTML =
      node.isOrphan
      ? "<circle class=\"ring\" cx=\"\(point.x)\" cy=\"\(point.y)\" r=\"\(radius + 4)\"/>" : ""
    return """
      <g class="node \(kind)\(node.isOrphan ? " orphan" : "")">\
      <path class="out" d="\(out)"/><path class="back" d="\(back)"/>\(ring)\
      <a href="\(node.address)" tabindex="-1">\
      <circle cx="\(point.x)" cy="\(point.y)" r="\(radius)"/>\(label(node, point))\
      <title>\(title(node))</title></a></g>
      """
  }

  private func title(_ node: SiteMap.Node) -> String {
    let links = "\(node.comesFrom.count.counted("link")) in, \(node.leadsTo.count) out"
    return "\(node.title): \(links)\(node.isOrphan ? "; no text links here" : "")"
  }

  private func label(_ node: SiteMap.Node, _ point: Point) -> HTML {
    guard node.isTerm ? hasTermLabels : hasPageLabels else { return "" }
    // The names of pages extend outwards and those of terms inwards, and all read from left to
    // right.
    let isOnRight = cos(point.angle) >= 0
    let distance = node.isTerm ? point.radius - 11 : point.radius + 24
    let turn = point.angle * 180 / .pi + (isOnRight ? 0 : 180)
    let anchor = isOnRight == node.isTerm ? "end" : "start"
    let text =
      node.title.count > Self.labelLength
      ? node.title.prefix(Self.labelLength - 1) + "…" : node.title[...]
    return """
      <text transform="rotate(\(turn)) translate(\(isOnRight ? distance : -distance) 4)" \
      text-anchor="\(anchor)">\(String(text))</text>
      """
  }

  /// A curve that bends towards the middle.
  private func link(_ from: Point, _ to: Point) -> String {
    let middle = from.radius == to.radius ? 0.25 : 0.75
    let (x, y) = ((from.x + to.x) / 2 * middle, (from.y + to.y) / 2 * middle)
    return "M\(from.x.rounded().oneDecimal) \(from.y.rounded().oneDecimal)"
      + "Q\(x.rounded().oneDecimal) \(y.rounded().oneDecimal) "
      + "\(to.x.rounded().oneDecimal) \(to.y.rounded().oneDecimal)"
  }

  static func colour(_ group: Int) -> String { "hue-\(group % 10)" }
}
