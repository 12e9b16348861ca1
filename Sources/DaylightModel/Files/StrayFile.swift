import DaylightSyntax

/// A file of `content` that is not published unchanged, and what to do with it.
package struct StrayFile: Sendable, Hashable {
  package let path: String
  package let reason: Reason

  package enum Reason: Sendable, Hashable {
    /// A page whose name does not make it one, and the name that would.
    case page(name: String, hasFrontMatter: Bool)
    /// A data file that is not read under this name, and the name it would be read under.
    case data(name: String)
    /// A text in another format than Markdown, and the name of the page to move it to.
    case text(form: String, page: String)
    /// A picture that browsers do not show, and the form that they do.
    case picture(form: String, instead: String)
    /// A picture under an ending that browsers do not know, and the name it should have.
    case ending(name: String)
    /// A file that changes how a host serves the site.
    case hostFile
    /// A file that a browser may put among the downloads, on a site that has none.
    case download
    /// Anything else that would harm a reader or cannot be checked.
    case unsafe(String)
  }

  /// Nil for a file that may be published.
  ///
  /// - Parameters:
  ///   - head: the first bytes of the file.
  ///   - allowsDownloads: whether the site has downloads.
  init?(_ path: String, head: [UInt8], allowsDownloads: Bool = false) {
    guard let reason = Self.reason(FileName(path), path, head) else { return nil }
    if reason == .download, allowsDownloads { return nil }
    self.path = path
    self.reason = reason
  }

  /// A page whose name gives it a meaning that it should not have: `Index.md`, `_index.md`,
  /// `p.md.md`. Nil for all others.
  package init?(page path: String) {
    guard Self.isUnusual(path) else { return nil }
    let name = FileName(path)
    let proper = name.page
    guard proper != name.text else { return nil }
    self.path = path
    reason = .page(name: proper, hasFrontMatter: true)
  }

  /// The path of the page or data file that this should be.
  package var properPath: String? {
    switch reason {
    case .page(let name, _), .data(let name), .ending(let name):
      path.dropLast(FileName(path).text.count) + name
    case .text, .picture, .hostFile, .download, .unsafe: nil
    }
  }

  /// Whether the name of a page may mean something else, at a glance: nearly none does.
  private static func isUnusual(_ path: String) -> Bool {
    var dots = 0
    var first: UInt8 = 0
    for byte in path.utf8.reversed() {
      if byte == UInt8(ascii: "/") { break }
      if byte == UInt8(ascii: ".") { dots += 1 }
      if byte.isASCIICapital { return true }
      first = byte
    }
    return dots > 1 || first == UInt8(ascii: "_")
  }

  private static func reason(_ name: FileName, _ path: String, _ head: [UInt8]) -> Reason? {
    if HostFile.isOne(name.text) { return .hostFile }
    let start = head.starts(with: [0xEF, 0xBB, 0xBF]) ? head.dropFirst(3) : head[...]
    let hasFrontMatter = ["---\n", "---\r"].contains { start.starts(with: $0.utf8) }
    let ending = name.ending
    if name.isMarkdown || hasFrontMatter && (ending.isEmpty || ending == "txt") {
      return .page(name: name.page, hasFrontMatter: hasFrontMatter)
    }
    switch ending {
    case "yml", "yaml": return .data(name: name.stem + ".yaml")
    case "txt", "text":
      return name.isForMachines(head) ? nil : .page(name: name.page, hasFrontMatter: hasFrontMatter)
    case "doc", "docx", "docm", "dot", "dotx", "odt", "ott", "fodt", "rtf", "rtfd", "pages", "wpd",
      "wps", "gdoc", "abw", "tex", "adoc", "asciidoc", "rst", "org", "textile", "wiki":
      return .text(form: "a text of another program", page: name.page)
    case "htm", "html", "xhtml", "mht", "mhtml", "shtml":
      return .text(form: "a web page, not Markdown", page: name.page)
    case "heic", "heif", "hif", "avci", "tif", "tiff", "bmp", "dib", "psd", "xcf", "jxl", "jp2",
      "j2k", "jxr", "tga", "pcx", "raw", "cr2", "cr3", "crw", "nef", "nrw", "arw", "sr2", "srf",
      "dng", "orf", "rw2", "raf", "pef", "srw", "3fr", "iiq", "x3f":
      return .picture(form: "photograph", instead: "JPEG")
    case "ai", "eps", "cdr", "sketch", "fig", "afdesign", "wmf", "emf", "svgz", "vsd", "vsdx",
      "drawio", "excalidraw":
      return .picture(form: "drawing", instead: "SVG")
    case "jfif", "jpe", "jif", "jfi", "pjpeg", "pjp": return .ending(name: name.stem + ".jpg")
    case "apng": return .ending(name: name.stem + ".png")
    case "conf": return .unsafe("it is not known what a host would do with it")
    default:
      // These are found by what is in them.
      switch FileKind(path: path) {
      case .refused(let reason): return .unsafe(reason)
      case .download: return .download
      default: return nil
      }
    }
  }
}

extension FileName {
  /// Files of plain text that are written for programs, which look for them under these very names.
  fileprivate func isForMachines(_ head: [UInt8]) -> Bool {
    let name = text.lowercased()
    if Self.machineTexts.contains(name) { return true }
    // IndexNow and others require a file whose name is its only content.
    let token = stem.utf8
    return token.count >= 8 && head.starts(with: token) && head.count <= token.count + 2
  }

  private static let machineTexts: Set<String> = [
    "robots.txt", "humans.txt", "security.txt", "ads.txt", "app-ads.txt", "llms.txt",
    "llms-full.txt", "license.txt", "licence.txt", "copying.txt", "notice.txt", "ofl.txt",
  ]
}
