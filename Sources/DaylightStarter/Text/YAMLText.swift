/// Text as a value of YAML.
enum YAMLText {
  /// In double quotation marks, so that it means the same whatever is in it: quotation marks, colons,
  /// `#`, brackets, a backslash.
  static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }

  /// Without quotation marks where a plain value says the same to every reader, as people would write
  /// it.
  static func value(_ text: String) -> String {
    isPlain(text) ? text : quoted(text)
  }

  private static func isPlain(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, first.properties.isAlphabetic,
      let last = text.unicodeScalars.last, last != " ", last != ":"
    else { return false }
    let words = ["true", "false", "yes", "no", "on", "off", "null", "y", "n"]
    return !words.contains(text.lowercased()) && !text.contains(": ") && !text.contains(" #")
      && text.unicodeScalars.allSatisfy {
        $0.properties.isAlphabetic || ("0"..."9").contains($0)
          || " .,;:/()&+’'–-?!".unicodeScalars.contains($0)
      }
  }
}
