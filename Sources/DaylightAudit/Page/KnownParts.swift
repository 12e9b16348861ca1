import DaylightSyntax

/// Parts that were found right on another page of the site and come again, byte for byte: the help,
/// the safety line, the addresses in the footer.
///
/// Only for checks that depend on these bytes and the policy alone. It stays small whatever the site.
struct KnownParts: Sendable {
  private var words: [Landmark: [UInt8]] = [:]
  private var hosts: [[UInt8]: LinkHost] = [:]
  private var labels: [[UInt8]: String] = [:]

  private static let mostAddresses = 256

  func hasWords(_ words: [UInt8], of landmark: Landmark) -> Bool { self.words[landmark] == words }

  mutating func note(words: [UInt8], of landmark: Landmark) { self.words[landmark] = words }

  /// The host of an address of another site that may be linked; nil if it was not seen before.
  func host(of address: [UInt8]) -> LinkHost? { hosts[address] }

  mutating func note(_ host: LinkHost, of address: [UInt8]) {
    if hosts.count < Self.mostAddresses { hosts[address] = host }
  }

  /// Whether words may name a target: a host, or a number as `tel:999`.
  func isLabel(_ words: [UInt8], of target: String) -> Bool { labels[words] == target }

  mutating func note(label words: [UInt8], of target: String) {
    if labels.count < Self.mostAddresses { labels[words] = target }
  }
}
