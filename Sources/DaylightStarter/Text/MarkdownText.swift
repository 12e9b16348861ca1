/// Text in the body of a page, where nothing in it is markup.
enum MarkdownText {
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for character in text {
      if "\\`*_{}[]<>()#+-.!|~&:@\"'".contains(character), needs(character) { escaped += "\\" }
      escaped.append(character)
    }
    return escaped
  }

  /// Full stops, hyphens and the like mean nothing within a line.
  private static func needs(_ character: Character) -> Bool { !".-+!():'\"".contains(character) }
}
