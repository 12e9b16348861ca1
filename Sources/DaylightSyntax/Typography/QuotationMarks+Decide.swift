extension QuotationMarks {
  /// What a straight mark is set as.
  enum Meaning {
    /// It stays: feet and inches, minutes and seconds, or a mark by itself.
    case straight
    case opening, closing, apostrophe
  }

  /// The meaning of each mark of a paragraph.
  func meanings(of marks: [StraightMark]) -> [Meaning] {
    var meanings: [Meaning] = []
    meanings.reserveCapacity(marks.count)
    let ends = Self.singleEnds(after: marks)
    var doublesLeft = marks.count { $0.isDouble }
    var (isDoubleOpen, isSingleOpen) = (false, false)
    for (number, mark) in marks.enumerated() {
      let before = mark.before == .mark ? Self.neighbour(meanings.last) : mark.before
      if mark.isDouble {
        doublesLeft -= 1
        let meaning = Self.double(mark, before, isOpen: isDoubleOpen, left: doublesLeft)
        if meaning != .straight { isDoubleOpen = meaning == .opening }
        meanings.append(meaning)
      } else {
        let rest = marks[(number + 1)...]
        var meaning =
          isClipped(mark, before: rest, isOpen: isSingleOpen)
          ? .apostrophe : Self.single(mark, before, isOpen: isSingleOpen, canEnd: ends[number])
        if meaning == .closing, mark.followsSibilant, mark.after == .space, endsLater(rest) {
          meaning = .apostrophe
        }
        if meaning == .opening || meaning == .closing { isSingleOpen = meaning == .opening }
        meanings.append(meaning)
      }
    }
    return meanings
  }

  private static func double(
    _ mark: StraightMark, _ before: StraightMark.Neighbour, isOpen: Bool, left: Int
  ) -> Meaning {
    // Inches or seconds, also within a quotation that still has its end before it.
    if before == .digit, !isOpen || (mark.after.isEnd && left % 2 == 1) { return .straight }
    switch (before.isStart, mark.after.isEnd) {
    case (true, false): return .opening
    case (false, true): return .closing
    case (false, false): return isOpen ? .closing : .opening
    case (true, true):
      if isOpen { return .closing }
      if mark.after == .nothing { return .straight }
      // With spaces inside of the marks, as some type them.
      return mark.after != .space || left > 0 ? .opening : .straight
    }
  }

  /// - Parameter canEnd: whether a mark that could end a quotation follows.
  private static func single(
    _ mark: StraightMark, _ before: StraightMark.Neighbour, isOpen: Bool, canEnd: Bool
  ) -> Meaning {
    let after = mark.after
    if before.isWord, after.isWord {
      return before == .digit && after == .digit ? .straight : .apostrophe
    }
    // Feet or minutes.
    if before == .digit, !isOpen { return .straight }
    if before.isStart, !after.isEnd { return canEnd ? .opening : .apostrophe }
    if before.isStart {
      if isOpen { return .closing }
      return after == .nothing || after == .space || !canEnd ? .straight : .opening
    }
    if isOpen { return .closing }
    return after.isWord && canEnd ? .opening : .apostrophe
  }

  /// Whether a mark stands for letters or digits that are left out before a word: `'tis`, `'90s`, or
  /// `'68` unless it begins a quotation, which ends later.
  private func isClipped(
    _ mark: StraightMark, before rest: ArraySlice<StraightMark>, isOpen: Bool
  ) -> Bool {
    guard mark.after.isWord, !mark.before.isWord else { return false }
    if clipped.contains(mark.word) { return true }
    return Self.isYear(mark.word) && (isOpen || mark.word.hasSuffix("s") || !endsLater(rest))
  }

  /// `68` or `90s`
  private static func isYear(_ word: String) -> Bool {
    let digits = word.utf8.prefix(while: \.isASCIIDigit).count
    return digits == 2 && ["", "s"].contains(word.dropFirst(2))
  }

  private static func neighbour(_ meaning: Meaning?) -> StraightMark.Neighbour {
    switch meaning {
    case .opening: .opening
    case .closing, .apostrophe: .closing
    case .straight, nil: .other
    }
  }

  /// For each mark, whether a later one could end a quotation in single marks.
  private static func singleEnds(after marks: [StraightMark]) -> [Bool] {
    var ends = Array(repeating: false, count: marks.count)
    var found = false
    for number in marks.indices.reversed() {
      ends[number] = found
      if isEnd(marks[number]) { found = true }
    }
    return ends
  }

  private static func isEnd(_ mark: StraightMark) -> Bool {
    !mark.isDouble && !mark.before.isStart && !mark.after.isWord
  }

  /// Whether a quotation in single marks ends before the next one begins. Looks at a few marks only,
  /// so that no text makes it slow.
  private func endsLater(_ marks: ArraySlice<StraightMark>) -> Bool {
    for mark in marks.prefix(8) where !mark.isDouble {
      if Self.isEnd(mark) { return true }
      if mark.before.isStart, !clipped.contains(mark.word), !Self.isYear(mark.word) { return false }
    }
    return false
  }
}
