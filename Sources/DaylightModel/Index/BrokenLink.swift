package import DaylightSyntax

extension Diagnostic {
  /// What is wrong with a link or picture that leads nowhere, and what to write.
  package static func brokenLink(
    _ reference: String, _ problem: LinkProblem, at location: SourceLocation
  ) -> Self {
    var link = described(reference, problem, at: location)
    switch problem {
    case .noPage, .noFile:
      let path = reference.prefix { $0 != "#" }
      link.missing = RelativePath.resolve(Address.decoded(path), from: location.path)
    case .noTerm: link.missing = "content/glossary"
    default: break
    }
    return link
  }

  private static func described(
    _ reference: String, _ problem: LinkProblem, at location: SourceLocation
  ) -> Self {
    func broken(_ message: String, _ help: String) -> Self {
      Diagnostic(.brokenLink, message, at: location, help: help)
    }
    func suggested(_ suggestion: String?, otherwise: String) -> String {
      // A path with spaces is a link only within angle brackets.
      suggestion.map { "did you mean ‘\($0.contains(" ") ? "<\($0)>" : $0)’?" } ?? otherwise
    }
    let anyPage = "write the path of a page that exists, seen from this one, or remove the link"
    switch problem {
    case .noPage(let suggestion):
      return broken("no page at ‘\(reference)’", suggested(suggestion, otherwise: anyPage))
    case .withheld(let reason):
      return broken(
        "the page at ‘\(reference)’ \(reason.description)",
        "remove the link for now, or publish that page")
    case .noFile(let suggestion):
      return broken(
        "no file at ‘\(reference)’", suggested(suggestion, otherwise: .forFile(reference)))
    case .noTerm(let suggestion):
      return broken(
        "the glossary has no ‘\(reference)’",
        suggested(
          suggestion.map { "term:" + $0 }, otherwise: "add the term to ‘content/glossary’"))
    case .stray(let file): return broken(file.message, file.linkHelp)
    case .misnamed(let file):
      let name = file.path.dropFirst("content/".utf8.count)
      return broken(
        "the page at ‘\(reference)’ is still called ‘\(name)’",
        "rename that file; this link is right then")
    case .siteAddress(let suggestion):
      let isPicture = String.pictureEndings.contains(reference.fileEnding)
      return broken(
        "‘\(reference)’ is an address of the finished site",
        suggested(suggestion, otherwise: isPicture ? .forFile(reference) : anyPage))
    case .ownAddress(let suggestion?):
      return broken(
        "‘\(reference)’ is this site’s own address", "link to the file instead: ‘\(suggestion)’")
    case .ownAddress(nil):
      return broken(
        "‘\(reference)’ is this site’s own address, and leads nowhere in it",
        "link to the file of a page instead: the path of a ‘.md’ file, seen from this one")
    case .noScheme(let address):
      return broken(
        "‘\(reference)’ is not a whole web address", "write ‘\(address)’, from ‘https://’ on")
    case .ownComputer:
      let name = reference.lastPathPart
      return broken(
        "‘\(reference)’ is a place on your own computer, where no reader can go",
        reference.fileEnding == "md"
          ? "write the path of the page seen from this one, such as ‘\(name)’"
          : .forFile(name))
    case .backslashes(let path):
      return broken("the path ‘\(reference)’ has backslashes", "write ‘\(path)’")
    case .templateTag:
      return broken(
        "‘\(reference)’ contains a template tag, which only works in templates", anyPage)
    case .escapesSite:
      return broken(
        "‘\(reference)’ leads out of ‘content’", "link only to pages and files inside ‘content’")
    case .empty:
      return broken("this link leads nowhere", "write where it leads between the round brackets")
    case .unsafeScheme(let scheme):
      return Diagnostic(
        .unsafeLink, "links that begin with ‘\(scheme):’ are not allowed", at: location,
        help: "link to a page of this site, or to an ‘https://’ address")
    case .mail:
      return Diagnostic(
        .mailLink, "a mail link leaves a trace on the reader’s device", at: location,
        help: "write the address or a phone number as plain text")
    }
  }
}

extension String {
  /// What to do about a missing file, by its kind. It never advises to add a file that may not be
  /// published.
  fileprivate static func forFile(_ reference: String) -> String {
    let ending = reference.fileEnding
    if pictureEndings.contains(ending) {
      let name = reference.lastPathPart
      return "put the picture into the folder of this page, and write its name: ‘![…](\(name))’"
    }
    // On a site without downloads no such file would help, which is another problem.
    if ending == "pdf" { return "put the PDF into the folder of this page" }
    if let file = StrayFile(reference, head: []) { return file.linkHelp }
    return "put the file beside this one, or write the path of a ‘.md’ file"
  }

  static let pictureEndings: Set<String> = ["png", "jpg", "jpeg", "gif", "webp", "avif", "svg"]

  /// The part after the last slash of a path, of either kind.
  var lastPathPart: String {
    // By bytes: it is asked of each page for each link that leads nowhere.
    utf8.split { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") }.last
      .map { String(Substring($0)) } ?? self
  }

  /// In lower case and without its dot; empty if there is none.
  var fileEnding: String {
    let name = lastPathPart.prefix { $0 != "#" && $0 != "?" }
    guard let dot = name.lastIndex(of: ".") else { return "" }
    return name[dot...].dropFirst().lowercased()
  }
}

extension SiteIndex.Withheld {
  package var description: String {
    switch self {
    case .draft: "is a draft, and not published"
    case .future(let date): "is not published before \(date.iso)"
    case .expired(let date): "expired on \(date.iso)"
    }
  }
}

extension Rule {
  package static let brokenLink = Rule(
    "broken-link", .error, "A link to a page, file or term that does not exist.",
    why: "A reader who looks for help would come to an error page.",
    bad: "Read [the signs](signs/overveiw.md).",
    good: "Read [the signs](signs/overview.md).",
    fix: "Use the path that the message suggests, or take the link out.")
  package static let unsafeLink = Rule(
    "unsafe-link", .error, "A link that would run code or open something else than a page.",
    why: "Such a link runs a program or opens something that nobody has checked.",
    bad: "Read [the signs](javascript:open()).",
    good: "Read [the signs](signs/overview.md).",
    fix: "Link to a page of this site, or to an address that begins with `https://`.")
  // SAF-21
  package static let mailLink = Rule(
    "mail-link", .error, "A link that opens a mail program, which leaves a trace.",
    why: "It opens the mail program, where the address stays behind for others to see.",
    bad: "[Write to us](mailto:hello@example.org).",
    good: "Write to us: `hello@example.org`",
    fix: "Write the mail address as plain text, or give a telephone number.")
}
