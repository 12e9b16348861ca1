import DaylightSyntax

// Markers of callouts that begin none.
extension LeftoverReader {
  /// `[!NOTE]` anywhere, and at the beginning of a line what was meant for it: `!NOTE`, `[NOTE]`,
  /// `![NOTE]`, `【!NOTE】`.
  func callout(at start: Int, isLineStart: Bool) -> Leftover? {
    guard !isPlain, mayBeCallout(at: start) else { return nil }
    let end = lineEnd(from: start, within: 80)
    guard let guess = CalloutGuess(bytes[start..<end]), guess.isMarker(isLineStart: isLineStart),
      byte(start + 1) == UInt8(ascii: "!") || byte(start) != UInt8(ascii: "[")
        || bracket(at: start) == nil
    else { return nil }
    return Leftover(.callout, guess.range, sign: guess.sign)
  }

  /// One cheap look: signs, or two capitals.
  private func mayBeCallout(at start: Int) -> Bool {
    let first = byte(start)
    if first.isASCIIDigit || first.isASCIISmallLetter { return false }
    return !first.isASCIICapital || byte(start + 1).isASCIICapital
  }
}
