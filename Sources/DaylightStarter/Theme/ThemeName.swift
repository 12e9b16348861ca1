import DaylightModel
package import DaylightSyntax

/// A file of the theme as somebody names it: `article`, `head`, `site.css`, `strings/en.yaml`, or its
/// whole path.
package enum ThemeName {
  /// The paths of the built-in files; throws if there is none, or more than one.
  package static func path(of name: String) throws(AnswerProblem) -> String {
    let all = BuiltInTheme.files.map(\.path)
    var wanted = name
    while wanted.hasPrefix("./") { wanted.removeFirst(2) }
    if wanted.hasPrefix("templates/") { wanted.removeFirst("templates/".count) }
    if wanted.hasSuffix(BuiltIn.mark) { wanted.removeLast(BuiltIn.mark.count) }
    for candidate in [wanted, wanted + ".mustache"] {
      if all.contains("templates/" + candidate) { return "templates/" + candidate }
    }
    let found = all.filter { path in
      let last = path.split(separator: "/").last ?? ""
      return last == wanted || last.prefix { $0 != "." } == wanted
    }
    if found.count == 1 { return found[0] }
    guard found.isEmpty else {
      throw AnswerProblem(
        message: "several files of the theme are called ‘\(name)’",
        help: "write one of \(found.map(short).joined(separator: ", "))")
    }
    let near = nearestMatch(to: wanted, in: all.map(short))
    throw AnswerProblem(
      message: "the theme has no file ‘\(name)’",
      help: (near.map { "did you mean ‘\($0)’? " } ?? "")
        + "‘daylight templates list’ shows all of them", instead: near)
  }

  /// As lists show it, and as it can be typed.
  package static func short(_ path: String) -> String {
    var name = path.dropFirst("templates/".count)
    if name.hasSuffix(".mustache") { name.removeLast(".mustache".count) }
    return String(name)
  }

  /// What the file is for, as its first comment says; nil if it has none.
  package static func summary(of file: SourceFile) -> String? {
    let text = String(decoding: file.bytes, as: UTF8.self)
    guard text.hasPrefix("{{! "), let end = text.firstRange(of: "}}") else { return nil }
    return text[..<end.lowerBound].dropFirst(4).split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
  }
}
