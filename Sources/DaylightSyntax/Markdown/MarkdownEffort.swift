/// The steps that parsing a text takes beyond a steady number for each byte, as far as they are known.
struct MarkdownEffort {
  /// The patterns that take cmark-gfm more than a steady time for each byte.
  enum Cause: Int, CaseIterable {
    /// Every line is held against each list and quotation that is open.
    case openBlocks
    /// The closing of a link goes back over all images that are still open.
    case images
    /// Each of these is searched for its end to the end of the paragraph.
    case unclosedTags
    /// A row of dashes makes cmark read the paragraph before it as a table's heading, again each
    /// time.
    case tableRows
    /// A bare address gives back one closing parenthesis after the other, and counts them each
    /// time.
    case parentheses
    case addresses
    /// These may nest in each other, and then a look at what a node is in takes as many steps.
    case emphasis

    /// What an author would look for in the text.
    var sign: String {
      switch self {
      case .openBlocks: ">"
      case .images: "!["
      case .unclosedTags: "<"
      case .tableRows: "|"
      case .parentheses: ")"
      case .addresses: "@"
      case .emphasis: "*"
      }
    }
  }

  private var steps = [Int](repeating: 0, count: Cause.allCases.count)
  /// Of all causes.
  private var sum = 0

  mutating func spend(_ steps: Int, on cause: Cause) {
    self.steps[cause.rawValue] += steps
    sum += steps
  }

  /// What takes the most, where all together take too much.
  var excess: MarkdownExcess? {
    guard sum > MarkdownLimits.effort else { return nil }
    return Cause.allCases.max { steps[$0.rawValue] < steps[$1.rawValue] }.map { .effort($0) }
  }
}
