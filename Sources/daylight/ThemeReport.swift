import DaylightStarter
import DaylightSyntax

/// What `templates diff` says of one file.
struct ThemeReport {
  private let file: ThemeFile
  private let showsOwn: Bool
  private let inColour: Bool

  init(_ file: ThemeFile, showsOwn: Bool, inColour: Bool) {
    self.file = file
    self.showsOwn = showsOwn
    self.inColour = inColour
  }

  var text: String {
    let name = ThemeName.short(file.path)
    var text = "\(file.path): \(sentence(name))\n"
    if let builtIn = file.builtIn, let origin = file.origin, origin != builtIn {
      text += difference(origin, builtIn, "What the newer version changed:")
    }
    if showsOwn {
      if let origin = file.origin {
        text += difference(origin, file.bytes, "What you changed:")
      } else if let builtIn = file.builtIn {
        text += difference(builtIn, file.bytes, "The built-in file, and yours:")
      }
    }
    return text
  }

  private func sentence(_ name: String) -> String {
    switch file.state {
    case .own: "yours alone; the theme has no such file"
    case .dropped:
      "the theme has this file no more; nothing uses it unless a template of yours does"
    case .same: "the same as the built-in one; you may delete it"
    case .words(let count):
      "\(Summary.counted(count, "line")) of words of your own; all others come with Daylight"
    case .changed(true):
      "changed by you, and by the newer version; ‘daylight templates update \(name)’ brings that in"
    case .changed(false): "changed by you"
    case .old:
      "as you copied it; the newer version has another; ‘daylight templates update \(name)’ brings "
        + "it in"
    }
  }

  private func difference(_ old: [UInt8], _ new: [UInt8], _ title: String) -> String {
    guard old != new else { return "" }
    guard file.isText else { return "  \(title) \(old.count) bytes became \(new.count)\n" }
    var text = "  \(title)\n"
    let (old, new) = (old.lines, new.lines)
    for hunk in LineHunk.between(old, new) {
      text += "  line \(hunk.new.lowerBound + 1)\n"
      for line in old[hunk.old] { text += marked("-", line, "31") }
      for line in new[hunk.new] { text += marked("+", line, "32") }
    }
    return text
  }

  private func marked(_ sign: String, _ line: [UInt8], _ colour: String) -> String {
    var shown: [UInt8] = []
    let end = line.lastIndex { $0 != 0x0A && $0 != 0x0D }.map { $0 + 1 } ?? 0
    shown.appendVisible(String(decoding: line[..<end], as: UTF8.self))
    let text = "  \(sign) " + String(decoding: shown, as: UTF8.self)
    return (inColour ? "\u{1B}[\(colour)m\(text)\u{1B}[0m" : text) + "\n"
  }
}
