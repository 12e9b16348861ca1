import DaylightSyntax

/// The old addresses of a source and the new files that they lead to.
final class LinkTable {
  private var pagesBySource: [String: String] = [:]
  private var pagesByAddress: [String: String] = [:]
  private var pagesByName: [String: String] = [:]
  private var pagesByFile: [String: String] = [:]
  private var filesByAddress: [String: String] = [:]
  private var filesByName: [String: String] = [:]
  private var files: Set<String> = []
  private let places: FilePlaces
  private let contentRoot: String
  private let hosts: [String]
  /// The words of the glossary, by their letters.
  var terms: [String: String] = [:]

  /// - Parameter targets: the path of each page in the new site.
  init(_ site: ForeignSite, targets: [String], all: [ForeignFile], places: FilePlaces) {
    self.places = places
    contentRoot = site.contentRoot
    hosts = site.baseURL.map { [Self.withoutScheme($0)] } ?? []
    for (page, target) in zip(site.pages, targets) {
      pagesBySource[page.source] = target
      let file = page.source.stem.lowercased()
      if pagesByFile[file] == nil { pagesByFile[file] = target }
      for written in page.addresses {
        let address = Self.normalised(ownPath(of: written) ?? written)
        if pagesByAddress[address] == nil { pagesByAddress[address] = target }
      }
      for name in [page.name, (page.folders + [page.name]).joined(separator: "/")] {
        if pagesByName[name.lowercased()] == nil { pagesByName[name.lowercased()] = target }
      }
    }
    for (address, path) in site.files {
      filesByAddress[Self.normalised(address)] = path
    }
    for file in all {
      files.insert(file.path)
      let name = file.path.fileName.lowercased()
      if filesByName[name] == nil { filesByName[name] = file.path }
    }
  }

  enum Target {
    case page(String)
    case file(String)
  }

  /// What an address in a page leads to; nil if to nothing.
  func target(of path: String, from page: ForeignPage) -> Target? {
    if path.hasPrefix("/") {
      return lookUp(address: path) ?? lookUp(source: contentRoot + path.dropFirst())
        ?? lookUp(source: String(path.dropFirst()))
    }
    if let found = RelativePath.resolve(path, from: page.source), let target = lookUp(source: found)
    {
      return target
    }
    for base in page.addresses.prefix(1) {
      let folder = base.hasSuffix("/") ? base + "x" : base
      if let found = RelativePath.resolve(path, from: folder),
        let target = lookUp(address: "/" + found)
      {
        return target
      }
    }
    return lookUp(source: contentRoot + path) ?? lookUp(address: "/" + path)
  }

  func lookUp(source path: String) -> Target? {
    let path = path.trimmedSlashes
    for candidate in [
      path, path + ".md", path + ".mdx", path + "/index.md", path + "/_index.md",
      path + "/README.md",
      path + "/index.mdx", path + ".html", path + "/index.html", path.withoutEnding + ".md",
      path.withoutEnding + ".mdx", path + ".markdown",
    ] {
      if let page = pagesBySource[candidate] { return .page(page) }
    }
    return files.contains(path) ? .file(path) : nil
  }

  private func lookUp(address: String) -> Target? {
    let key = Self.normalised(address)
    if let page = pagesByAddress[key] { return .page(page) }
    if let file = filesByAddress[key] ?? filesByAddress[Attachments.original(key)] {
      return .file(file)
    }
    return nil
  }

  /// A page by the name of its file, as in Jekyll’s `post_url`.
  func page(ofFile path: String) -> Target? {
    let name = path.fileName.lowercased()
    return (pagesByFile[name] ?? pagesByFile[name.stem]).map { .page($0) }
  }

  /// A page or file by its name alone, as in `[[Name]]`.
  func target(named name: String, from page: ForeignPage) -> Target? {
    let name = name.hasSuffix(".md") ? String(name.dropLast(3)) : name
    if let found = pagesByName[name.lowercased()] { return .page(found) }
    if let found = target(of: name, from: page) { return found }
    if let found = pagesByName[name.fileName.lowercased()] { return .page(found) }
    return filesByName[name.fileName.lowercased()].map { .file($0) }
  }

  /// The path in our own site that a whole address leads to; nil if it is another site’s.
  func ownPath(of address: String) -> String? {
    let rest = Self.withoutScheme(address)
    for host in hosts where !host.isEmpty {
      if rest == host { return "/" }
      if rest.hasPrefix(host + "/") { return String(rest.dropFirst(host.count)) }
    }
    return nil
  }

  /// Where a file is in the new site; nil if no site can have it.
  func place(of file: String) -> String? { places.place(of: file) }

  static func normalised(_ address: String) -> String {
    var path = Address.decoded(address[...]).lowercased()
    if let query = path.firstIndex(where: { $0 == "?" || $0 == "#" }) {
      path = String(path[..<query])
    }
    for ending in ["index.html", "index.htm"] where path.hasSuffix("/" + ending) {
      path = String(path.dropLast(ending.count))
    }
    if path.hasSuffix(".html") { path = String(path.dropLast(5)) }
    return path.trimmedSlashes
  }

  private static func withoutScheme(_ address: String) -> String {
    var rest = address[...]
    for scheme in ["https://", "http://", "//"] where rest.hasPrefix(scheme) {
      rest = rest.dropFirst(scheme.count)
    }
    if rest.hasPrefix("www.") { rest = rest.dropFirst(4) }
    while rest.hasSuffix("/") { rest = rest.dropLast() }
    return String(rest)
  }
}

/// Where pictures and other files are in the new site. Only those that a page needs are brought along.
final class FilePlaces {
  /// The new path of each source file that a page needs.
  private(set) var used: [String: String] = [:]
  private var taken: Set<String> = []
  private let contentRoot: String
  private let folders: (String) -> String?

  /// - Parameter folders: the new folder of a folder of pages.
  init(contentRoot: String, folders: @escaping (String) -> String?) {
    self.contentRoot = contentRoot
    self.folders = folders
  }

  private static let endings: Set = ["png", "jpg", "jpeg", "gif", "webp", "avif", "svg", "pdf"]

  func place(of file: String) -> String? {
    if let found = used[file] { return found }
    guard Self.endings.contains(file.ending) else { return nil }
    let folder =
      file.hasPrefix(contentRoot)
      ? folders(file.folderPath) ?? "content/pictures" : "content/pictures"
    let stem = Slug.fileName(file.stem)
    let name = Slug.isSafe(stem) ? stem : "picture"
    var path = "\(folder)/\(name).\(file.ending)"
    var number = 2
    while !taken.insert(path).inserted {
      path = "\(folder)/\(name)-\(number).\(file.ending)"
      number += 1
    }
    used[file] = path
    return path
  }
}

extension StringProtocol {
  fileprivate var withoutEnding: String {
    let name = fileName
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return String(self) }
    return String(dropLast(name[dot...].count))
  }
}
