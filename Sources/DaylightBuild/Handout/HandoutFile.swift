import DaylightModel
import DaylightSyntax
import Platform

/// The file that a handout is written to: never in a folder that is published or read.
struct HandoutFile {
  let folder: Directory
  let name: String

  /// - Parameters:
  ///   - output: what was asked for; nil for a name of our own in `handouts`, beside `content`.
  ///   - name: the name of our own.
  init(_ output: String?, named name: String, in site: String) throws {
    let site = site.hasSuffix("/") ? String(site.dropLast()) : site
    guard let output else {
      try Directory(path: site).makeFolder("handouts")
      try self.init(in: site + "/handouts", name, site)
      return
    }
    let isFolder =
      output.hasSuffix("/")
      || (try? Directory(path: ".").status(of: output, following: true))?.kind == .folder
    if isFolder {
      try self.init(in: output, name, site)
    } else {
      let slash = output.utf8.lastIndex(of: UInt8(ascii: "/"))
      let folder = slash.map { output[...$0] } ?? "."
      let file = slash.map { output[output.utf8.index(after: $0)...] } ?? output[...]
      try self.init(in: String(folder), String(file), site)
    }
  }

  private init(in folder: String, _ name: String, _ site: String) throws {
    guard name.lowercased().hasSuffix(".html") else {
      throw Handout.Refusal(
        message: "‘\(name)’ would not open in a browser",
        help: "write a name that ends in ‘.html’, as in \(name.prefix { $0 != "." }).html")
    }
    self.folder = try Directory(path: folder)
    self.name = name
    // In the output it would be published, and in `content` taken for a part of the site.
    if OutputPlace.isOfSite(folder, site) { throw Handout.Refusal.published(folder) }
    try refuseForeign()
  }

  /// A file that no earlier run wrote is not overwritten.
  private func refuseForeign() throws {
    guard try folder.status(of: name) != nil else { return }
    let start = try folder.open(name, following: false).read(upTo: 256)
    guard String(decoding: start, as: UTF8.self).contains(Handout.mark) else {
      throw Handout.Refusal(
        message: "‘\(folder.pathOf(name))’ is there already, and is no handout",
        help: "choose another name with ‘--output’")
    }
  }

  /// Writes the file in one step, and returns its path.
  func write(_ bytes: [UInt8]) throws -> String {
    try folder.replace(name, with: bytes)
    return folder.pathOf(name)
  }
}

extension Handout.Refusal {
  fileprivate static func published(_ folder: String) -> Self {
    Self(
      message: "‘\(folder)’ belongs to the site, and a handout is not published",
      help: "leave ‘--output’ out, and it is written to ‘handouts’ beside ‘content’")
  }
}
