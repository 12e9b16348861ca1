import DaylightModel
import DaylightSyntax

/// Resolves every link of a body, and reports those that lead nowhere.
///
/// Links to pages become relative to the page, so that the site works in any folder. Links to other
/// sites open in the same tab, send no referrer, and name their host (SAF-15, SAF-25).
enum LinkPass {
  static func run(
    _ outline: MarkdownOutline, _ assembly: inout Assembly, _ text: inout [UInt8]
  ) {
    assembly.page.links.reserveCapacity(outline.links.count)
    for link in outline.links { resolve(link.node, under: link.heading, &assembly, &text) }
  }

  private static func resolve(
    _ link: MarkdownNode, under heading: MarkdownNode?, _ assembly: inout Assembly,
    _ text: inout [UInt8]
  ) {
    if let footnote = link.footnoteTakenForLink {
      assembly.brokenLinks.insert(link)
      assembly.add(.misnamedFootnote(footnote.name, at: footnote.location(in: assembly.path)))
      return
    }
    text.removeAll(keepingCapacity: true)
    link.appendPlainText(to: &text)
    VagueLinkRule.check(link, text: text, &assembly)
    let reference = String(decoding: link.url, as: UTF8.self)
    switch assembly.resolve(reference) {
    case .page(let source, let path, let anchor):
      if let term = assembly.index.glossary.id(ofSource: source) {
        assembly.explicitTerms.append((term, heading))
      }
      note(link, to: source, anchor: anchor, reference, &assembly)
      text.removeAll(keepingCapacity: true)
      text.append(contentsOf: assembly.root.utf8)
      text.append(contentsOf: path.utf8)
      if let anchor { text.append(contentsOf: "#\(anchor)".utf8) }
      link.setURL(text)
      if assembly.entry.kind.traits.isChecklist {
        assembly.readings[link] = anchor.map { path + "#" + $0 } ?? path
      }
    case .anchor(let anchor):
      note(link, to: assembly.path, anchor: anchor, reference, &assembly)
      link.setURL(Array("#\(anchor)".utf8))
    case .term(let slug, let source, let path):
      if let term = assembly.index.glossary.id(ofSlug: slug) {
        assembly.explicitTerms.append((term, heading))
      }
      note(link, to: source, anchor: nil, reference, &assembly)
      link.setURL(Array((assembly.root + path).utf8))
      if assembly.entry.kind.traits.isChecklist { assembly.readings[link] = path }
    case .file(let file):
      assembly.page.files.insert(file.path)
      let address = assembly.root + file.publishedPath
      if file.isDownload {
        offer(link, file, at: address, &assembly)
      } else {
        link.setURL(Array(address.utf8))
      }
    case .web(let address, let host): leave(link, to: address, host: host, text, &assembly)
    case .telephone:
      assembly.hasWayOut = true
      TelephoneRule.check(link: reference, link, &assembly)
    case .problem(let problem):
      assembly.brokenLinks.insert(link)
      assembly.add(.brokenLink(reference, problem, at: assembly.location(of: link)))
    }
  }

  private static func note(
    _ link: MarkdownNode, to source: String, anchor: String?, _ reference: String,
    _ assembly: inout Assembly
  ) {
    assembly.page.links.append(
      PageLink(
        target: source, anchor: anchor, reference: reference,
        location: anchor.map { _ in assembly.location(of: link) }))
  }

  /// A file stays on the device, which the page says beside the link (SAF-22). It is not marked for
  /// downloading, so that a browser that can show it need not store it.
  private static func offer(
    _ link: MarkdownNode, _ file: AttachedFile, at address: String, _ assembly: inout Assembly
  ) {
    let strings = assembly.index.strings
    let kind = HTMLEscaper.escaped(strings["download.kind", ["size": file.sizeText]])
    let note = HTMLEscaper.escaped(strings["download.note"])
    let reference = HTMLEscaper.escaped(Address.encoded(address))
    let node = link.becomeInline(
      opening: "<a class=\"download\" href=\"\(reference)\"\(titled(link)) rel=\"nofollow\">",
      closing: " (\(kind))</a> <small>(\(note))</small>")
    assembly.sealed.insert(node)
  }

  private static func leave(
    _ link: MarkdownNode, to address: String, host: String, _ text: [UInt8],
    _ assembly: inout Assembly
  ) {
    if assembly.proofreads {
      assembly.page.outsideLinks.append(Located(address, at: assembly.location(of: link)))
    }
    let bare = host.hasPrefix("www.") ? String(host.dropFirst(4)) : host
    let shown =
      String(decoding: text, as: UTF8.self).lowercased().contains(bare)
      ? "" : " <span class=\"host\">(\(HTMLEscaper.escaped(bare)))</span>"
    let reference = HTMLEscaper.escaped(Address.encoded(address))
    let node = link.becomeInline(
      opening: "<a class=\"external\" href=\"\(reference)\"\(titled(link)) rel=\"noreferrer\">",
      closing: "\(shown)</a>")
    assembly.sealed.insert(node)
    assembly.hasWayOut = true
  }

  /// The attribute for the title of a link, if it has one.
  private static func titled(_ link: MarkdownNode) -> String {
    if link.title.isEmpty { return "" }
    return " title=\"\(HTMLEscaper.escaped(String(decoding: link.title, as: UTF8.self)))\""
  }
}
