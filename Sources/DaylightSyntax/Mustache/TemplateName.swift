import Synchronization

/// A name used in templates, stored as a small number so that look-ups compare numbers.
///
/// Names are interned for the lifetime of the process. Equal spellings are equal names; the numbers
/// themselves are arbitrary and never reach any output. Making a name from its spelling takes a
/// lock and a hash, so code that builds values for each page keeps its names in static constants.
package struct TemplateName: Sendable, Hashable, ExpressibleByStringLiteral {
  let id: UInt32

  package init(_ spelling: String) {
    id = Self.interned.withLock { names in
      if let id = names.ids[spelling] { return id }
      let id = UInt32(names.spellings.count)
      names.ids[spelling] = id
      names.spellings.append(spelling)
      return id
    }
  }

  package init(stringLiteral value: String) { self.init(value) }

  package var spelling: String { Self.interned.withLock { $0.spellings[Int(id)] } }

  private struct Names {
    var ids: [String: UInt32] = [:]
    var spellings: [String] = []
  }

  private static let interned = Mutex(Names())
}
