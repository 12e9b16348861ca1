import DaylightSyntax

/// Reads the pages of an export of WordPress or Squarespace.
///
/// Never imported: comments, mail addresses, passwords, and what was private.
struct ExportReader {
  let files: [ForeignFile]
  let kind: ForeignKind

  func read() -> ForeignSite {
    var site = ForeignSite()
    for file in files where file.path.ending == "xml" {
      guard let bytes = file.text else {
        site.findings.append(
          ImportFinding(
            kind: .refused, path: file.path, line: 1,
            text: "the export is larger than 64 MB; export it in parts"))
        continue
      }
      add(ExportParser.read(bytes), of: file.path, to: &site)
    }
    addUploads(&site)
    return site
  }

  private func add(_ export: ExportFile, of path: String, to site: inout ForeignSite) {
    site.name = site.name ?? export.title
    site.baseURL = site.baseURL ?? export.link
    site.language = site.language ?? export.language
    if let problem = export.problem {
      site.findings.append(
        ImportFinding(kind: .refused, path: path, line: problem.line, text: problem.text))
    }
    if export.comments > 0 {
      site.findings.append(
        ImportFinding(
          kind: .personal, path: path, line: 1,
          text: "\(export.comments) comment\(export.comments == 1 ? "" : "s") of readers"))
    }
    let attachments = Attachments(export.items)
    let parents = Dictionary(
      export.items.map { ($0["wp:post_id"], $0) }, uniquingKeysWith: { first, _ in first })
    for item in export.items {
      switch item["wp:post_type"] {
      case "post", "page", "":
        if let page = page(item, export, path, attachments, parents, &site.findings) {
          site.pages.append(page)
        }
      case "attachment": break
      case "nav_menu_item", "revision", "wp_navigation", "wp_global_styles", "custom_css",
        "oembed_cache":
        break
      default:
        if item["content:encoded"].isBlank { break }
        if let page = page(item, export, path, attachments, parents, &site.findings) {
          site.pages.append(page)
        }
      }
    }
  }

  private func page(
    _ item: ExportFile.Item, _ export: ExportFile, _ path: String, _ attachments: Attachments,
    _ parents: [String: ExportFile.Item], _ findings: inout [ImportFinding]
  ) -> ForeignPage? {
    let status = item["wp:status"]
    if status == "trash" || status == "auto-draft" { return nil }
    guard status != "private", item["wp:post_password"].isEmpty else {
      findings.append(
        ImportFinding(
          kind: .personal, path: path, line: item.line,
          text: status == "private" ? "an item that was private" : "an item with a password"))
      return nil
    }
    let notes = PageNotes(path: path)
    notes.line = item.line
    var details = PageDetails()
    details.title = item["title"].isEmpty ? nil : item["title"]
    details.summary = item["excerpt:encoded"].isEmpty ? nil : item["excerpt:encoded"]
    details.topics = item.categories
    details.isDraft = ["draft", "pending"].contains(status)
    if item["wp:post_type"] == "post" {
      details.published = FieldTable.date(item["wp:post_date"])
      if let name = export.authors[item["dc:creator"]], !name.contains("@") {
        details.authors = [name]
      }
    } else if let order = Int(item["wp:menu_order"]), order > 0 {
      details.order = order
    }
    let old = Address.decoded(item["link"][...])
    let named = Address.decoded(item["wp:post_name"][...])
    let names = [
      Self.lastName(of: named), Self.lastName(of: old), item["title"],
      "page-" + item["wp:post_id"],
    ]
    let name = names.first { !$0.isEmpty && !$0.includes("?") }
    var page = ForeignPage(
      source: path, folders: folders(of: item, parents), name: name ?? "page", isIndex: false,
      details: details, addresses: old.includes("?") || old.isEmpty ? [] : [old],
      text: .html(
        ClassicText(attachments: attachments, notes: notes).html(
          of: item["content:encoded"], firstLine: item.textLine), firstLine: item.textLine),
      notes: notes)
    if item["wp:post_type"] == "page", page.folders.isEmpty,
      ["home", "homepage"].contains(page.name)
    {
      page.isIndex = true
    }
    return page
  }

  /// Where WordPress has `first-words`, Squarespace also has `blog/first-words.html`.
  private static func lastName(of address: String) -> String {
    let name = address.fileName
    return name.hasSuffix(".html") ? String(name.dropLast(".html".count)) : name
  }

  /// Posts are in a folder of their own; pages in that of the page above.
  private func folders(
    of item: ExportFile.Item, _ parents: [String: ExportFile.Item]
  ) -> [String] {
    let type = item["wp:post_type"]
    if type == "post" { return ["posts"] }
    if type != "page", !type.isEmpty { return [type] }
    var folders: [String] = []
    var seen: Set<String> = [item["wp:post_id"]]
    var parent = item["wp:post_parent"]
    while let above = parents[parent], seen.insert(parent).inserted, folders.count < 8 {
      let name = above["wp:post_name"].isEmpty ? above["title"] : above["wp:post_name"]
      folders.insert(Address.decoded(name[...]), at: 0)
      parent = above["wp:post_parent"]
    }
    return folders
  }

  /// Pictures in a folder of uploads beside the export keep the ends of their addresses.
  private func addUploads(_ site: inout ForeignSite) {
    for file in files where file.path.ending != "xml" {
      guard let place = file.path.offset(of: "uploads/") else { continue }
      site.files["/wp-content/" + file.path[place...]] = file.path
    }
  }
}

/// The pictures and files of an export, by their numbers and addresses.
struct Attachments {
  private var addresses: [String: String] = [:]
  private var words: [String: String] = [:]

  init(_ items: [ExportFile.Item]) {
    for item in items where item["wp:post_type"] == "attachment" {
      let address = item["wp:attachment_url"]
      addresses[item["wp:post_id"]] = address
      if let said = item.pictureWords, !said.isEmpty { words[address] = said }
    }
  }

  func address(of number: String) -> String? { addresses[number] }

  func words(for address: String) -> String? { words[address] ?? words[Self.original(address)] }

  /// `bench-300x200.jpg` is made of `bench.jpg`.
  static func original(_ address: String) -> String {
    guard let dot = address.lastIndex(of: "."), let dash = address[..<dot].lastIndex(of: "-") else {
      return address
    }
    let size = address[dash..<dot].dropFirst()
    let parts = size.split(separator: "x")
    guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(\.isNumber) }) else {
      return address
    }
    return String(address[..<dash] + address[dot...])
  }
}
