package import DaylightSyntax

/// Reports the files of `content` that are not published unchanged.
package enum StrayFileRule: SiteRule {
  package static func check(_ index: SiteIndex) -> [Diagnostic] {
    index.strays.values.map { stray in
      Diagnostic.stray(stray, isTaken: stray.properPath.map(index.hasFile) ?? false)
    }
  }
}

extension StrayFile {
  /// As an author calls it: `a/p.md.txt`.
  fileprivate var name: String { String(path.dropFirst("content/".utf8.count)) }

  var rule: Rule {
    switch reason {
    case .page: .misnamedPage
    case .data: .unknownDataFile
    case .hostFile: .hostFile
    case .text, .picture, .ending, .download, .unsafe: .fileKind
    }
  }

  var message: String {
    switch reason {
    case .page(let proper, _):
      switch proper {
      case "index.md": "‘\(name)’ looks like the page of its folder, which is called ‘index.md’"
      case "help.md": "‘\(name)’ looks like the help page, which is called ‘help.md’"
      default:
        name.hasSuffix(".md")
          ? "‘\(name)’ has one ending too many"
          : "‘\(name)’ looks like a page, but only files that end in ‘.md’ are pages"
      }
    case .data: "Daylight does not use the file ‘\(name)’"
    case .text(let form, _): "the file ‘\(name)’ may not be published: it is \(form)"
    case .picture(let form, _):
      "the file ‘\(name)’ may not be published: browsers do not show this kind of \(form)"
    case .ending(let proper):
      "the file ‘\(name)’ may not be published under this name: hosts know only ‘\(proper)’"
    case .hostFile: HostFile.problem(name)
    case .download:
      "the file ‘\(name)’ may not be published: \(FileKind.downloadProblem)"
    case .unsafe(let reason): "the file ‘\(name)’ may not be published: \(reason)"
    }
  }

  /// What to do with the file.
  func help(isTaken: Bool) -> String {
    switch reason {
    case .page(let proper, _), .data(let proper), .ending(let proper):
      if isTaken {
        return "‘\(proper)’ is there already: bring over what it lacks, then delete this file"
      }
      guard case .page(_, hasFrontMatter: false) = reason else { return "rename it ‘\(proper)’" }
      return "rename it ‘\(proper)’, and open it with three lines: ‘---’, ‘title: …’ and ‘---’"
    case .text(_, let page):
      return "copy its text into a page, ‘\(page)’, and move this file out of ‘content’"
    case .picture(let form, let instead):
      return "export the \(form) as \(instead), put that here, and move this file out of ‘content’"
    case .hostFile: return HostFile.help
    case .download:
      return "write what it says on a page; or, if readers may keep it, write ‘downloads: true’ in "
        + "‘content/site.yaml’"
    case .unsafe:
      return "move the file out of ‘content’; write what it says on a page of its own"
    }
  }

  /// What to do with a link to the file.
  var linkHelp: String {
    switch reason {
    case .page(let proper, _): "rename that file ‘\(proper)’, and link to it by that name"
    case .ending(let proper): "rename that file ‘\(proper)’, and write that name here"
    case .picture(let form, let instead): "export the \(form) as \(instead), and link to that file"
    case .text, .unsafe: "write what it says on a page of its own, and link to that page"
    case .download:
      "write what it says on a page of its own, or ‘downloads: true’ in ‘content/site.yaml’"
    case .data, .hostFile: "take the link out"
    }
  }
}

extension Rule {
  package static let misnamedPage = Rule(
    "misnamed-page", .error, "A page whose file has a name that does not make it one.",
    why: "Only files that end in ‘.md’ are pages. Under any other name a host would hand out the "
      + "text of the file, drafts and notes included, without the exit and the help.",
    bad: "content/signs/partners.md.txt", good: "content/signs/partners.md",
    fix: "Rename the file as the message says.", in: .files)
}

extension Diagnostic {
  fileprivate static func stray(_ file: StrayFile, isTaken: Bool) -> Self {
    Diagnostic(
      file.rule, file.message, at: .file(file.path), help: file.help(isTaken: isTaken))
  }
}
