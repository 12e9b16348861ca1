import DaylightModel
package import DaylightSyntax

/// Flags emoji at the beginning of a line, where they serve as bullets.
enum EmojiBulletRule: TextRule {
  static func check(_ text: PageText, _ assembly: inout Assembly) {
    for block in text.blocks where !block.setting.isQuotation {
      for number in block.segments where isLineStart(number, in: block, text) {
        let start = text.segments[number].start
        guard start < block.bytes.upperBound, text.bytes[start] >= 0xE2,
          let length = emoji(in: text.bytes[start..<block.bytes.upperBound])
        else { continue }
        let range = start..<start + length
        let location = text.location(of: range, in: block, path: assembly.path)
        // Signs that another program made of bullets are told all at once.
        if assembly.isTold(at: location.start) { break }
        let found = String(decoding: text.bytes[range], as: UTF8.self)
        let isItem = !block.setting.isHeading && text.isItem(text.segments[number].node)
        assembly.add(
          .emojiBullet(
            found, isHeading: block.setting.isHeading, isItem: isItem, at: location))
      }
    }
  }

  private static func isLineStart(_ number: Int, in block: TextBlock, _ text: PageText) -> Bool {
    guard number > block.segments.lowerBound else { return true }
    let kind = text.segments[number - 1].node.kind
    return kind == .softBreak || kind == .lineBreak
  }

  /// The length in bytes of an emoji at the beginning of a text that goes on after it.
  private static func emoji(in text: ArraySlice<UInt8>) -> Int? {
    let beginning = String(decoding: text.prefix(40), as: UTF8.self)
    guard let character = beginning.first, let scalar = character.unicodeScalars.first,
      scalar.value > 0x2100, scalar.properties.isEmoji,
      beginning.dropFirst().contains(where: \.isLetter)
    else { return nil }
    return character.utf8.count
  }
}

extension PageText {
  fileprivate func isItem(_ node: MarkdownNode) -> Bool {
    node.ancestors.contains { $0.kind == .item || $0.kind == .taskItem }
  }
}

extension Rule {
  package static let emojiBullet = Rule(
    "emoji-bullet", .warning, "An emoji that serves as a bullet.",
    why: "A screen reader reads its name before each line, such as “white heavy check mark”, and "
      + "each phone draws it in another way.",
    bad: "- ✅ Rest when you can.", good: "- Rest when you can.",
    fix: "Take the emoji out. For a list, begin each line with `- `.")
}

extension Diagnostic {
  fileprivate static func emojiBullet(
    _ found: String, isHeading: Bool, isItem: Bool, at location: SourceLocation
  ) -> Self {
    Diagnostic(
      .emojiBullet, "‘\(found)’ serves as a bullet, and is read out by its name", at: location,
      help: isHeading || isItem
        ? "take it out" : "take it out, and begin the line with ‘- ’ if it is part of a list")
  }
}
