/// The estimated steps of parsing a text beyond a constant number per byte.
struct MarkdownEffort {
  /// The patterns that take cmark-gfm more than constant time per byte.
  enum Cause: Int, CaseIterable {
    /// Every line is compared with each open list and quotation.
    case openBlocks
    /// Closing a link walks back over all open images.
    case images
    /// For each of these, the end is searched up to the end of the paragraph.
    case unclosedTags
    /// Each row of dashes makes cmark parse the paragraph before it again as a table's header.
    case tableRows
    /// A bare address drops closing parentheses one by one, and counts them each time.
    case parentheses
    /// Links, footnotes, and the three kinds of bare addresses: what they lead to is looked up.
    case links, mailAddresses, webAddresses, hosts
    /// Each may be found wrong in several ways, and is listed where the page begins.
    case headings
    /// These may nest, and looking up the ancestors of a node then takes as many steps.
    case emphasis

    /// What an author should look for in the text.
    var sign: String {
      switch self {
      case .openBlocks: ">"
      case .images: "!["
      case .unclosedTags: "<"
      case .tableRows: "|"
      case .parentheses: ")"
      case .links: "["
      case .mailAddresses: "@"
      case .webAddresses: "://"
      case .hosts: "www."
      case .headings: "#"
      case .emphasis: "*"
      }
    }
  }

  private var steps = [Int](repeating: 0, count: Cause.allCases.count)
  /// The steps of all causes.
  private var sum = 0

  mutating func spend(_ steps: Int, on cause: Cause) {
    self.steps[cause.rawValue] += steps
    sum += steps
  }

  /// The cause with the most steps, if the sum is too large.
  var excess: MarkdownExcess? {
    guard sum > MarkdownLimits.effort else { return nil }
    return Cause.allCases.max { steps[$0.rawValue] < steps[$1.rawValue] }.map { .effort($0) }
  }
}
