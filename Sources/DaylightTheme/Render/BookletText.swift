import DaylightModel
import DaylightSyntax

/// Changes the finished texts of pages so that they can follow each other on one page.
///
/// Headings go down a level, since the titles of the pages are headings too. Each `id` gets the
/// number of its part. Links between the parts lead within the page, other links from it. Citations
/// get the numbers of the common list. A word is explained where it is used first. In a file of its
/// own, a text has its pictures in it, and no links to pages that are not there.
struct BookletText {
  private let booklet: PageEntry
  private let place: Booklet.Place
  private let site: ContextBuilder
  /// The parts, by the paths of their files.
  private let parts: [String: PartText]
  /// The numbers of the sources, by key.
  private let numbers: [String: Int]
  /// The ids of the words so far.
  private var explained: Set<String> = []

  init(
    of parts: [PartText], for booklet: PageEntry, numbers: [String: Int], at place: Booklet.Place,
    in site: ContextBuilder
  ) {
    self.booklet = booklet
    self.place = place
    self.site = site
    self.numbers = numbers
    self.parts = Dictionary(
      parts.filter { $0.number > 0 }.map { ($0.entry.route.outputPath, $0) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The text of the next page, changed.
  mutating func add(_ part: PartText) -> HTML {
    guard let page = part.page else { return HTML() }
    let body = page.body.html
    var ids: Set<String> = []
    _ = body.changingTags { tag in
      if let id = tag["id"] { ids.insert(id) }
    }
    var explained = explained
    let text = body.changingTags { tag in
      if parts.count > 1 { demote(&tag) }
      renumber(&tag, page.citations)
      if tag.name == "button", let word = tag["popovertarget"], !ids.contains(word) {
        tag.isRemoved = isFile || !explained.insert(word).inserted
      }
      if isFile { detach(&tag, in: part, ids) }
      tag.changeValues { name, value in changed(name, value, in: part, ids) }
    }
    self.explained = explained
    return text
  }

  private var isFile: Bool {
    if case .file = place { true } else { false }
  }

  /// Takes out what needs the rest of the site.
  private func detach(_ tag: inout HTMLStartTag, in part: PartText, _ ids: Set<String>) {
    switch tag.name {
    case "a":
      guard let address = tag["href"], self.address(address, in: part, ids) == nil else { return }
      tag.isRemoved = true
    case "source": tag.isRemoved = true
    case "img":
      tag["srcset"] = nil
      tag["loading"] = "eager"
    default: break
    }
  }

  private func demote(_ tag: inout HTMLStartTag) {
    guard let index = Self.headings.firstIndex(of: tag.name) else { return }
    tag.name = Self.headings[min(index + 1, Self.headings.count - 1)]
  }

  private static let headings = ["h1", "h2", "h3", "h4", "h5", "h6"]

  /// Puts another number into `[see 2, p. 5]` and its label.
  private func renumber(_ tag: inout HTMLStartTag, _ citations: [Citation]) {
    guard tag["class"] == "citation", let address = tag["href"], address.hasPrefix("#source-"),
      let label = tag["aria-label"]
    else { return }
    let key = String(address.dropFirst("#source-".count))
    guard let old = citations.first(where: { $0.key == key })?.number, let new = numbers[key],
      old != new
    else { return }
    let (oldName, newName) = (site.index.strings.source(old), site.index.strings.source(new))
    // The words around the number may contain the same number.
    for place in label.ranges(of: oldName) {
      let (before, after) = (label[..<place.lowerBound], label[place.upperBound...])
      guard tag.text == "[\(before)\(old)\(after)]" else { continue }
      tag.text = "[\(before)\(new)\(after)]"
      tag["aria-label"] = "\(before)\(newName)\(after)"
      return
    }
  }

  private func changed(
    _ name: String, _ value: String, in part: PartText, _ ids: Set<String>
  ) -> String {
    switch name {
    case "id": part.prefix + value
    case "for", "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns",
      "aria-details", "headers", "form", "list", "popovertarget":
      value.split(separator: " ").map { ids.contains(String($0)) ? part.prefix + $0 : String($0) }
        .joined(separator: " ")
    case "href", "src", "poster": address(value, in: part, ids) ?? value
    case "srcset":
      value.split(separator: ",").map { candidate in
        let words = candidate.split(separator: " ")
        return
          ([address(String(words.first ?? ""), in: part, ids) ?? ""]
          + words.dropFirst().map(String.init))
          .joined(separator: " ")
      }.joined(separator: ", ")
    default: value
    }
  }

  /// Where an address of a part leads to from the booklet; nil for a page that cannot be reached.
  private func address(_ value: String, in part: PartText, _ ids: Set<String>) -> String? {
    if value.hasPrefix("#") {
      let id = String(value.dropFirst())
      return ids.contains(id) ? "#" + part.prefix + id : value
    }
    let path = value.prefix { $0 != "#" && $0 != "?" }
    let rest = value[path.endIndex...]
    guard !path.hasPrefix("/"), !path.contains(":"),
      let file = RelativePath.resolve(String(path), from: part.entry.route.outputPath)
    else { return value }
    let isFolder = file.isEmpty || path.hasSuffix("/") || path.hasSuffix(".")
    let published = isFolder ? (file.isEmpty ? "" : file + "/") + "index.html" : file
    if let other = parts[published] {
      let anchor = rest.hasPrefix("#") ? String(rest.dropFirst()) : ""
      let isThere = other.page?.anchors.contains(anchor) == true
      return "#" + (isThere ? other.prefix + anchor : other.anchor)
    }
    switch place {
    case .site:
      let folder = isFolder && !file.isEmpty ? file + "/" : file
      return site.index.root(of: booklet) + folder + rest
    case .file(let pictures):
      guard let type = Self.types[String(file.split(separator: ".").last ?? "").lowercased()] else {
        return nil
      }
      return pictures(file).map { "data:\(type);base64,\(Base64.encoded($0))" }
    }
  }

  /// The media types of pictures, by the ending of their names.
  private static let types = [
    "avif": "image/avif", "gif": "image/gif", "jpeg": "image/jpeg", "jpg": "image/jpeg",
    "png": "image/png", "svg": "image/svg+xml", "webp": "image/webp",
  ]
}
