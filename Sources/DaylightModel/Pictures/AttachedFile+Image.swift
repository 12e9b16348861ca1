package import DaylightSyntax

extension AttachedFile {
  /// The element that shows the picture, with its size so that the text does not jump.
  ///
  /// A photograph is offered in all its sizes, first as WebP, of which browsers take one.
  ///
  /// - Parameters:
  ///   - root: what links on the page begin with, to start from the root of the site.
  ///   - isWaiting: whether the picture is fetched only when it comes into sight.
  package func image(
    root: String, alternative: String, in place: PicturePlace = .text, isWaiting: Bool = true
  ) -> HTML {
    let own = renditions.filter { $0.format == picture?.format }
    let others = renditions.filter { $0.format != picture?.format }
    let size = own.last?.size ?? picture?.size ?? ImageHeader.size(of: head)
    var attributes: HTML = "src=\"\(Address.encoded(root + publishedPath))\""
    attributes = "\(attributes) alt=\"\(alternative)\""
    if let size {
      attributes = "\(attributes) width=\"\(size.width)\" height=\"\(size.height)\""
    }
    if own.count > 1 { attributes = "\(attributes) \(candidates(own, root, place))" }
    if isWaiting { attributes = "\(attributes) loading=\"lazy\"" }
    if !own.isEmpty { attributes = "\(attributes) decoding=\"async\"" }
    if others.isEmpty { return "<img \(attributes)>" }
    let source: HTML = "<source type=\"image/webp\" \(candidates(others, root, place))>"
    return "<picture>\(source)<img \(attributes)></picture>"
  }

  private func candidates(_ files: [Rendition], _ root: String, _ place: PicturePlace) -> HTML {
    let list = files.map { file in
      // A comma at its beginning or end would part the list.
      Address.encoded(root + file.path).replacing(",", with: "%2C") + " \(file.size.width)w"
    }
    return "srcset=\"\(list.joined(separator: ", "))\" sizes=\"\(place.width)\""
  }
}

/// Where the theme that the program comes with shows a picture, which says how wide it is. In another
/// theme browsers only choose another file.
package enum PicturePlace {
  /// In a column of 37 rem, or across a phone but for its margins.
  case text
  /// Beside what is said of a person.
  case portrait

  fileprivate var width: String {
    switch self {
    case .text: "(min-width: 40rem) 37rem, calc(100vw - 2.5rem)"
    case .portrait: "8rem"
    }
  }
}
