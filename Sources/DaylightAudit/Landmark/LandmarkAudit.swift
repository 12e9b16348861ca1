import DaylightSyntax

/// What is known, while a page is read, of the parts that protect its reader.
struct LandmarkAudit {
  /// Those found, in their order.
  private(set) var order = LandmarkOrder()
  var loadsExitScript = false
  var loadsChecklistScript = false
  /// Their places and their texts.
  var place = LandmarkPlace()

  var linkCount = 0
  var isInMain = false
  var isInForm = false
  var linked: Set<Landmark> = []

  mutating func note(_ landmark: Landmark) {
    if !order.contains(landmark) { order.append(landmark) }
  }

  func comesBefore(_ landmark: Landmark) -> Bool { !order.contains(landmark) }
}
