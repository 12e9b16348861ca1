/// The name of an element or attribute in XML, in lower case.
struct DrawingName {
  let written: String
  /// The part before the colon, which may mean any namespace.
  let prefix: String?
  let local: String

  init(_ written: String) {
    self.written = written
    let parts = written.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    prefix = parts.count == 2 ? String(parts[0]) : nil
    local = written.split(separator: ":").last.map(String.init) ?? written
  }

  var declaresNamespace: Bool { written == "xmlns" || prefix == "xmlns" }
}

/// The languages that may be mixed into a drawing or another XML file.
enum DrawingNamespace {
  /// - Parameter name: of the attribute that declares it.
  static func isHarmless(_ value: [UInt8], for name: DrawingName, inDrawing: Bool) -> Bool {
    let language = String(decoding: value, as: UTF8.self)
    switch name.prefix == nil ? "" : name.local {
    case "": return inDrawing ? language == drawing : isSilent(language)
    case "svg" where inDrawing: return language == drawing
    case "xlink" where inDrawing: return language == "http://www.w3.org/1999/xlink"
    default: return isSilent(language)
    }
  }

  private static let drawing = "http://www.w3.org/2000/svg"

  /// Namespaces that browsers do not know: those of sitemaps, of feeds, and of data that drawing
  /// programs store. The names of all that browsers show or run contain w3.org or mozilla.org.
  private static func isSilent(_ language: String) -> Bool {
    if language == "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
      || language == "http://www.w3.org/2005/Atom" || language == "adobe:ns:meta/"
    {
      return true
    }
    let name = language.lowercased()
    return (name.hasPrefix("http://") || name.hasPrefix("https://"))
      && !["w3.org", "mozilla.org", "wapforum.org"].contains { name.contains($0) }
  }
}
