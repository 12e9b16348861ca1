import Platform

/// The order of paths by their bytes. Strings compare by Unicode's canonical equivalence instead,
/// which treats two files as one and costs ten times as much.
package enum PathOrder {
  package static func precedes(_ left: String, _ right: String) -> Bool { compare(left, right) < 0 }

  static func isSame(_ left: String, _ right: String) -> Bool {
    left.utf8.count == right.utf8.count && compare(left, right) == 0
  }

  private static func compare(_ left: String, _ right: String) -> Int {
    let order = left.utf8.withContiguousStorageIfAvailable { left in
      right.utf8.withContiguousStorageIfAvailable { right in
        guard let a = left.baseAddress, let b = right.baseAddress else {
          return left.count - right.count
        }
        let order = Int(memcmp(a, b, min(left.count, right.count)))
        return order != 0 ? order : left.count - right.count
      }
    }
    if let order = order ?? nil { return order }
    if left.utf8.elementsEqual(right.utf8) { return 0 }
    return left.utf8.lexicographicallyPrecedes(right.utf8) ? -1 : 1
  }
}
