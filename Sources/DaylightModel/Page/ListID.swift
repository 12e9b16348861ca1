/// Which element of a list is meant.
///
/// Each kind of list has a type of its own, so that the place of a document, say, cannot be taken for
/// that of a page.
package protocol ListID: Hashable, Strideable, Sendable where Stride == Int {
  /// Counted from zero.
  var number: Int { get }

  init(_ number: Int)
}

extension ListID {
  @inlinable package func distance(to other: Self) -> Int { other.number - number }

  @inlinable package func advanced(by distance: Int) -> Self { Self(number + distance) }
}

/// For a list that stays within one type.
extension Int: ListID {
  @inlinable package var number: Int { self }
}

/// A document, in the order of the files.
package struct DocumentID: ListID {
  package let number: Int

  @inlinable package init(_ number: Int) { self.number = number }
}

/// An entry of the index, and its page. The entries that have no body come last, so their ids are
/// past the end of a list of bodies.
package struct EntryID: ListID {
  package let number: Int

  @inlinable package init(_ number: Int) { self.number = number }
}

/// A finished file, in the order of the paths.
package struct ArtifactID: ListID {
  package let number: Int

  @inlinable package init(_ number: Int) { self.number = number }
}

/// A term of the glossary, in the order of the slugs.
package struct TermID: ListID {
  package let number: Int

  @inlinable package init(_ number: Int) { self.number = number }
}
