package import DaylightSyntax

/// Flags the words of a picture that do not say what it shows: the name of its file, or “photo”.
package enum VagueAlternative {
  package static func check(
    _ alternative: String, of reference: String, at location: SourceLocation
  ) -> Diagnostic? {
    guard saysNothing(alternative, file: Address.decoded(reference[...])) else { return nil }
    return .vagueAlternative(alternative, at: location)
  }

  static func saysNothing(_ text: String, file: String) -> Bool {
    let text = text.lowercased()
    if text.allSatisfy(\.isWhitespace) { return false }
    if endings.contains(where: text.hasSuffix) { return true }
    let name = file.split(separator: "/").last?.lowercased() ?? ""
    let stem = name.prefix { $0 != "." }
    if text == stem, text.contains(where: { "-_".contains($0) || $0.isNumber }) { return true }
    let words = text.split { !$0.isLetter }.filter { !fillers.contains(String($0)) }
    if words.isEmpty { return text.contains(where: \.isNumber) }
    if words.allSatisfy({ empty.contains(String($0)) }) { return true }
    // ‘p1010001’ and the like: one run of letters and numbers, as cameras and services write them.
    let isRun = text.allSatisfy { $0.isLetter || $0.isNumber || "-_".contains($0) }
    return isRun && text.filter(\.isNumber).count > 3
  }

  private static let endings = [
    ".jpg", ".jpeg", ".png", ".gif", ".svg", ".webp", ".avif", ".heic", ".tif", ".tiff", ".bmp",
  ]

  private static let fillers: Set<String> = [
    "a", "an", "the", "of", "at", "my", "our", "this", "is", "am", "pm", "copy", "final", "edited",
    "new", "from", "no", "x",
  ]

  private static let empty: Set<String> = [
    "image", "images", "img", "photo", "photos", "photograph", "picture", "pic", "pict", "dsc",
    "dscn", "dscf", "screenshot", "screen", "shot", "scan", "whatsapp", "untitled", "unnamed",
    "graphic", "icon", "figure", "fig", "logo", "drawing", "illustration", "foto", "bild", "alt",
    "text", "alternative", "description", "caption", "placeholder", "todo", "tbc", "null",
    "undefined", "banner", "header", "hero", "stock", "shutterstock", "istock", "unsplash",
    "pexels", "gettyimages", "snip", "snipping", "clip", "png", "jpg", "jpeg",
  ]
}

extension Rule {
  package static let vagueAlternative = Rule(
    "vague-alt", .error, "The words of a picture that do not say what it shows.",
    why: "They are read out to people who cannot see the picture, and tell them nothing.",
    bad: "![IMG_0423.JPG](bench.png)", good: "![A bench under a tree](bench.png)",
    fix: "Write what the picture shows, in a few words.")
}

extension Diagnostic {
  fileprivate static func vagueAlternative(_ found: String, at location: SourceLocation) -> Self {
    Diagnostic(
      .vagueAlternative, "‘\(found)’ does not say what the picture shows", at: location,
      help: "write what it shows: ‘![A path through trees](path.jpg)’; if it only decorates, write "
        + "‘![](path.jpg \"decorative\")’")
  }
}
