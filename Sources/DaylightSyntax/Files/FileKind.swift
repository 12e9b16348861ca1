/// What a finished file is, by its name.
package enum FileKind: Equatable {
  case page, style, script, drawing, markup, data
  /// A picture in one of the formats whose metadata is looked for.
  case picture
  /// Another picture, or a font: shown, never run.
  case inert
  /// A file that browsers show or put among the downloads, where it stays.
  case download
  /// A file that configures the host or speaks to crawlers.
  case text
  /// A file that configures the host and is not ours.
  case hostFile
  /// A description of the site as an app, or a worker that keeps pages.
  case installable
  /// The reason why it may not be there.
  case refused(String)

  package init(path: String) {
    // Most files are pages.
    if path.hasSuffix(".html") {
      self = .page
      return
    }
    let name = (path.split(separator: "/").last.map(String.init) ?? path).lowercased()
    if Self.installableNames.contains(name) {
      self = .installable
    } else if HostFile.written.contains(path) || Self.hostFiles.contains(name) {
      self = .text
    } else if HostFile.isOne(name) {
      self = .hostFile
    } else {
      let ending = name.split(separator: ".", omittingEmptySubsequences: false).dropFirst().last
      self = Self.kind(of: ending.map(String.init) ?? "")
    }
  }

  private static func kind(of ending: String) -> Self {
    switch ending {
    case "html": .page
    case "css": .style
    case "js": .script
    case "svg": .drawing
    case "xml": .markup
    case "json": .data
    case "png", "jpg", "jpeg", "webp": .picture
    case "gif", "avif", "ico", "woff", "woff2", "ttf", "otf": .inert
    case "txt": .text
    case "webmanifest", "appcache": .installable
    case "htm", "xhtml", "shtml", "mht", "mhtml":
      .refused("the checks of a page are made only where its name ends in ‘.html’")
    case "mjs", "cjs", "ts", "wasm", "swf", "jar", "class", "xap", "map", "xsl", "xslt":
      .refused(
        "it is a program, and nothing but the two scripts of this tool may run on a reader’s device"
      )
    case "php", "cgi", "asp", "aspx", "jsp":
      .refused("it is a program for a server, which could keep a record of who reads")
    case "pdf": .download
    case "doc", "docx", "odt", "rtf", "epub", "zip", "ics", "vcf", "csv", "xls", "xlsx":
      .refused(downloadProblem)
    case "mp3", "mp4", "m4a", "ogg", "oga", "ogv", "wav", "webm", "mov", "avi", "vtt":
      .refused("the pages’ own policy lets no sound or film play")
    default: .refused("it is not known what a browser would do with it")
    }
  }

  /// Why a site has no downloads unless it asks for them.
  package static let downloadProblem =
    "it would be in the reader’s Downloads folder, where others find it"

  package var isRead: Bool {
    switch self {
    case .page, .style, .script, .drawing, .markup, .data, .picture: true
    case .inert, .download, .text, .hostFile, .installable, .refused: false
    }
  }

  private static let hostFiles: Set<String> = ["cname", ".nojekyll"]
  private static let installableNames: Set<String> = [
    "manifest.json", "sw.js", "service-worker.js", "serviceworker.js", "ngsw-worker.js",
    "asset-manifest.json",
  ]
}

extension Rule {
  package static let fileKind = Rule(
    "unsafe-file", .error, "A kind of file that could harm a reader or that nobody can check.",
    why: "A downloaded file stays on the device, where others find it. Nobody can check what it "
      + "does.",
    bad: "content/signs/leaflet.pdf",
    good: "content/signs/leaflet.md",
    fix: "Write what it says on a page of the site.", in: .files)
  package static let installable = Rule(
    "installable-site", .error,
    "Something that installs the site or keeps its pages on a reader’s device.",
    why: "An installed site leaves an icon and a copy of its pages on the device.",
    bad: #"<link rel="manifest" href="{{root}}assets/app.webmanifest">"#,
    good: #"<link rel="icon" href="{{root}}assets/icon.svg">"#,
    fix: "Remove it.", in: .finished)
}
