import DaylightModel
package import DaylightSyntax

/// Finds the files that `brand` names, and checks that each can be used as that.
struct BrandReader {
  let files: [AttachedFile]
  /// By the path in `content`.
  private(set) var artifacts: [String: Artifact] = [:]
  private(set) var diagnostics: [Diagnostic] = []

  init(files: [AttachedFile]) { self.files = files }

  /// An SVG or PNG, published so that browsers may keep it.
  mutating func logo(_ name: Located<String>?, text: String) -> Picture? {
    guard let name, let file = find(name, endings: ["svg", "png"], use: .logo),
      let size = size(of: file, name)
    else { return nil }
    return Picture(path: "assets/" + publish(file), size: size, text: text)
  }

  /// A picture at its own address.
  mutating func picture(_ name: Located<String>?, text: String) -> Picture? {
    guard let name, let file = find(name, endings: Picture.endings, use: .picture),
      let size = size(of: file, name)
    else { return nil }
    return Picture(path: Address.encoded(file.publishedPath), size: size, text: text)
  }

  mutating func font(
    _ name: Located<String>?, token: String, family: String, isForText: Bool
  ) -> Brand.Font? {
    guard let name, let file = find(name, endings: ["woff2"], use: .font) else { return nil }
    // The name may promise more than the bytes hold.
    guard let facts = file.picture, facts.format == .woff2 else {
      diagnostics.append(.otherFile(name, use: .font))
      return nil
    }
    if file.size > Self.largeFont { diagnostics.append(.largeFont(name, size: file.size)) }
    return Brand.Font(
      token: token, family: family, path: publish(file),
      weights: facts.isVariableFont || !isForText ? "1 1000" : "400")
  }

  /// In bytes: two seconds on a weak signal.
  private static let largeFont = 100_000

  private mutating func size(of file: AttachedFile, _ name: Located<String>) -> ImageSize? {
    let size = file.picture?.size ?? ImageHeader.size(of: file.head)
    if size == nil { diagnostics.append(.unsized(name)) }
    return size
  }

  /// The name in `assets` of a copy of the file.
  private mutating func publish(_ file: AttachedFile) -> String {
    let digest = (file.picture?.digest ?? ContentDigest(file.head)).hexadecimal
    let name = file.path.split(separator: "/").last ?? ""
    let stem = name.prefix { $0 != "." }
    let path = "\(stem).\(digest)\(name.dropFirst(stem.count))"
    artifacts[file.path] = Artifact(path: "assets/" + path, content: .copy(of: file.path))
    return Address.encoded(path)
  }

  private mutating func find(
    _ name: Located<String>, endings: Set<String>, use: Diagnostic.BrandUse
  ) -> AttachedFile? {
    let path = RelativePath.resolve(name.value, from: "content/site.yaml") ?? name.value
    guard let file = files.first(where: { $0.path == path }) else {
      let known = files.map { String($0.path.dropFirst("content/".utf8.count)) }
        .filter { endings.contains($0.fileEnding) }
      let last = name.value.split(separator: "/").last
      let same = known.first { $0.split(separator: "/").last == last }
      let isPossible = endings.contains(name.value.fileEnding)
      diagnostics.append(
        isPossible || same != nil
          ? .missingFile(name, nearest: same ?? nearestMatch(to: name.value, in: known))
          : .otherFile(name, use: use))
      return nil
    }
    guard endings.contains(path.fileEnding) else {
      diagnostics.append(.otherFile(name, use: use))
      return nil
    }
    return file
  }
}

extension Rule {
  package static let brandFile = Rule(
    "brand-file", .error, "A file of ‘brand’ that is not there, or is of another kind.",
    why: "The site would be without its logo, its font or its picture.",
    bad: "brand:\n  logo: brand/lgo.svg",
    good: "brand:\n  logo: brand/logo.svg",
    fix: "Put the file into `content` and write its path from there. A logo is an SVG or PNG, a "
      + "font a WOFF2.", in: .described)
  package static let largeFont = Rule(
    "large-font", .warning, "A font of more than 100 kB.",
    why:
      "On a weak signal the text changes its look after two seconds or more, and many readers pay "
      + "for each megabyte.",
    bad: "brand:\n  bodyFont: brand/body.woff2 (280 kB)",
    good: "brand:\n  bodyFont: brand/body.woff2 (40 kB)",
    fix:
      "Ask whoever made the font for a WOFF2 with the letters of your language only, or make one "
      + "with `pyftsubset` of fontTools.", in: .described)
}

extension Diagnostic {
  enum BrandUse { case logo, picture, font }

  fileprivate static func missingFile(_ name: Located<String>, nearest: String?) -> Self {
    Diagnostic(
      .brandFile, "there is no file ‘\(name.value)’ in ‘content’", at: name.location,
      help: nearest.map { "did you mean ‘\($0)’?" }
        ?? "put the file into ‘content’, and write its path from there, as in ‘brand/logo.svg’")
  }

  fileprivate static func otherFile(_ name: Located<String>, use: BrandUse) -> Self {
    switch use {
    case .logo:
      Diagnostic(
        .brandFile, "‘\(name.value)’ is no SVG or PNG", at: name.location,
        help: "export the logo as SVG, or as PNG with a clear ground")
    case .picture:
      Diagnostic(
        .brandFile, "‘\(name.value)’ is no picture that browsers show", at: name.location,
        help: "export it as JPEG, WebP, PNG, AVIF or SVG")
    case .font:
      Diagnostic(
        .brandFile, "‘\(name.value)’ is no WOFF2 font", at: name.location,
        help: "convert it, for example with ‘woff2_compress font.ttf’ of the package woff2, or ask "
          + "whoever made the font for the WOFF2")
    }
  }

  fileprivate static func unsized(_ name: Located<String>) -> Self {
    Diagnostic(
      .brandFile, "‘\(name.value)’ does not say how large it is, so the page would jump",
      at: name.location,
      help: name.value.hasSuffix("svg")
        ? "export it with ‘width’ and ‘height’, or with a ‘viewBox’, in its ‘<svg>’"
        : "export it again; the file may be damaged")
  }

  fileprivate static func largeFont(_ name: Located<String>, size: Int) -> Self {
    Diagnostic(
      .largeFont,
      "‘\(name.value)’ is \(size / 1000) kB: \(size / 50_000) seconds on a weak signal",
      at: name.location,
      help: "use a file with the letters of your language only; most are below 50 kB")
  }
}
