package import DaylightSyntax

/// The fingerprint of what a reviewer read on a page (CNT-02): its title, summary and text, the
/// targets of its links, the words of its pictures, and the definitions of the words it links to.
///
/// Comments and white space are not part of it, and neither is how the site looks.
package enum ReviewDigest {
  /// Nil if the text was not assembled.
  package static func digest(
    of document: Document, _ page: Page?, in index: SiteIndex
  ) -> String? {
    guard let page, let text = page.textDigest else { return nil }
    var fields = [
      ("title", document.title.value), ("summary", document.common.summary?.value ?? ""),
    ]
    if case .term(let term) = document.frontMatter {
      fields += term.forms.map { ("form", $0.value) }
      fields.append(("abbreviation", term.abbreviation?.value ?? ""))
      fields.append(("not", term.not?.value ?? ""))
      fields.append(("evidence", term.evidence?.value.rawValue ?? ""))
    }
    fields.append(("text", text))
    fields += definitions(on: page, in: index)
    let bytes = fields.flatMap { name, value in
      Array("\(name)\t\(value.split(whereSeparator: \.isWhitespace).joined(separator: " "))\n".utf8)
    }
    return "sha256:" + SHA256(bytes).hexadecimal
  }

  /// Those of the linked words. A published page shows none of a word that is not, even where drafts
  /// are looked at.
  private static func definitions(on page: Page, in index: SiteIndex) -> [(String, String)] {
    let isPublished = index.unpublished[page.source] == nil
    return page.mentions.filter(\.isLinked).compactMap { index.glossary[slug: $0.term] }
      .filter { !isPublished || index.unpublished[$0.source] == nil }
      .sorted { $0.slug < $1.slug }.map { ($0.slug, $0.summary) }
  }

  /// That of a body alone, once comments are taken out of its tree.
  package static func digest(of tree: MarkdownTree) -> String {
    var text = SeenText()
    tree.walk { node, kind, isEntering in
      switch kind {
      case .document, .customBlock, .customInline: break
      case .text: text.append(node.literal)
      case .softBreak, .lineBreak: text.append([0x20])
      case .code, .codeBlock, .htmlBlock, .htmlInline, .footnoteReference, .thematicBreak:
        text.mark(kind)
        text.append(node.literal)
        text.mark(kind)
      case .list:
        // A comment between two items makes two lists that look like one.
        let neighbour = isEntering ? node.previous : node.next
        if neighbour?.list.map({ $0.start == nil }) != node.list.map({ $0.start == nil }) {
          text.mark(kind, node.list?.start.map { "\($0)" } ?? "")
        }
      case .heading: text.mark(kind, "\(node.headingLevel)")
      case .taskItem: text.mark(kind, "\(node.isChecked)")
      case .link, .image:
        text.mark(kind)
        if !isEntering {
          for part in [node.url, node.title] {
            text.append(part)
            text.mark(kind)
          }
        }
      case .blockQuote, .item, .paragraph, .footnoteDefinition, .table, .tableRow, .tableCell,
        .emphasis, .strong, .strikethrough:
        text.mark(kind)
      }
    }
    return SHA256(text.bytes).hexadecimal
  }
}

/// The words of a text and the marks of its markup, with white space of any kind as one blank.
private struct SeenText {
  private(set) var bytes: [UInt8] = []

  // No byte below a blank remains in a text, so that none can be mistaken for a mark.
  private static let block = UInt8(ascii: "\n")
  private static let inline = UInt8(ascii: "\t")

  mutating func append(_ text: some Collection<UInt8>) {
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
      let isSeen = scalar.isASCII ? scalar.value > 0x20 : !scalar.properties.isWhitespace
      if isSeen, let encoded = UTF8.encode(scalar) {
        bytes += encoded
      } else if let last = bytes.last, last != 0x20, last != Self.block {
        bytes.append(0x20)
      }
    }
  }

  /// The beginning or end of a node. Blanks at the edge of a block are not visible.
  mutating func mark(_ kind: MarkdownKind, _ detail: String = "") {
    let edge = kind.isInline ? Self.inline : Self.block
    if !kind.isInline, bytes.last == 0x20 { bytes.removeLast() }
    bytes.append(edge)
    bytes += (kind.rawValue + detail).utf8
    bytes.append(edge)
  }
}
