import DaylightSite

extension Stage {
  /// What is being done, for somebody who waits.
  var inProgress: String {
    switch self {
    case .read: "Reading the lines at the top of each page …"
    case .index: "Finding out which pages there are …"
    case .assemble: "Reading the texts …"
    case .relate: "Finding out what leads where …"
    case .render: "Making the pages …"
    case .audit: "Checking the finished pages …"
    }
  }
}
