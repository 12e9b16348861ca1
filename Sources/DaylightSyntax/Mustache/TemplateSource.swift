/// One parsed template file or string: its nodes, and the location of each byte.
struct TemplateSource: Sendable {
  /// The name that tags use: `base`, `partials/nav`; for a string `strings.exit.label`.
  let name: String
  let bytes: [UInt8]
  let nodes: [TemplateNode]
  /// Static text that was rewritten at load, by the index of its node.
  let rewritten: [Int: [UInt8]]
  /// The location of the bytes; the same for all bytes of a string.
  private let place: Place

  init(
    name: String, bytes: [UInt8], place: Place, nodes: [TemplateNode],
    rewritten: [Int: [UInt8]] = [:]
  ) {
    self.name = name
    self.bytes = bytes
    self.place = place
    self.nodes = nodes
    self.rewritten = rewritten
  }

  enum Place: Sendable {
    case file(path: String, LineIndex)
    case fixed(SourceLocation)

    func location(of range: Range<Int>) -> SourceLocation {
      switch self {
      case .fixed(let location): location
      case .file(let path, let index):
        SourceLocation(
          path: path, start: index.position(at: range.lowerBound),
          end: index.position(at: range.upperBound))
      }
    }
  }

  func location(of range: Range<Int>) -> SourceLocation { place.location(of: range) }

  func spelling(of range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// What a text node prints.
  func text(of index: Int) -> ArraySlice<UInt8> {
    if let bytes = rewritten[index] { return bytes[...] }
    return bytes[nodes[index].range]
  }
}
