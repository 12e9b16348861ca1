/// What the metadata of a picture reveals, besides what the picture shows.
package enum Revelation: Int, Sendable, Hashable, CaseIterable {
  case place, device, person, thumbnail, hidden, unreadable
  /// Only mentioned with others; not a reason by itself.
  case day

  /// Follows “reveals” in a message.
  var phrase: String {
    switch self {
    case .place: "where it was taken"
    case .device: "the camera or phone it was taken with"
    case .person: "the names of people in it"
    case .thumbnail: "a thumbnail, which may show what was cut off"
    case .hidden: "a second picture or film behind its end"
    case .unreadable: "data that cannot be checked"
    case .day: "when it was taken"
    }
  }
}
