import DaylightSyntax

/// Places of a text that have a finding, to ask whether a place is in one of them.
///
/// A text may have ten thousand, and each is asked for as often. They come nearly in order.
struct ToldPlaces {
  /// Sorted by where they start.
  private var places: [SourceLocation] = []
  /// By place: the last end of it and all before it.
  private var ends: [SourcePosition] = []

  mutating func insert(_ place: SourceLocation) {
    let index = count(startingUpTo: place.start)
    places.insert(place, at: index)
    ends.insert(place.end, at: index)
    for later in index..<ends.count {
      let before = later > 0 ? ends[later - 1] : places[later].end
      let end = max(before, places[later].end)
      if later > index, end == ends[later] { break }
      ends[later] = end
    }
  }

  func contains(_ place: SourcePosition) -> Bool {
    let count = count(startingUpTo: place)
    return count > 0 && place < ends[count - 1]
  }

  private func count(startingUpTo place: SourcePosition) -> Int {
    var low = 0
    var high = places.count
    while low < high {
      let middle = (low + high) / 2
      if places[middle].start <= place { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
