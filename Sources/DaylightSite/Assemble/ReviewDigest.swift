import DaylightSyntax

/// The fingerprint of what a reviewer read on a page (CNT-02): its title, summary and text, where its
/// links lead, the words of its pictures, and the definitions of the words it links to.
///
/// Comments and white space are no part of it, nor is how the site looks.
package enum ReviewDigest {
  /// Nil if the text was not assembled.
  package static func digest(of document: Document, _ page: Page?, _ glossary: Glossary) -> String?
  {
    guard let text = page?.textDigest else { return nil }
    var fields = [
      ("title", document.title.value), ("summary", document.common.summary?.value ?? ""),
    ]
    if case .term(let term) = document.frontMatter {
      fields.append(("abbreviation", term.abbreviation?.value ?? ""))
      fields.append(("not", term.not?.value ?? ""))
      fields.append(("evidence", term.evidence?.value.rawValue ?? ""))
    }
    fields.append(("text", text))
    let words = page?.mentions.filter(\.isLinked).compactMap { glossary[slug: $0.term] } ?? []
    fields += words.sorted { $0.slug < $1.slug }.map { ($0.slug, $0.summary) }
    let bytes = fields.flatMap { Array("\($0.0)\t\($0.1)\n".utf8) }
    return "sha256:" + SHA256(bytes).hexadecimal
  }

  /// That of a body alone, once comments are taken out of its tree.
  static func digest(of tree: MarkdownTree) -> String {
    var text: [UInt8] = []
    func append(_ bytes: some Sequence<UInt8>) {
      for byte in bytes {
        if byte > 0x20 {
          text.append(byte)
        } else if text.last != 0x20 {
          text.append(0x20)
        }
      }
    }
    tree.walk { node, kind, isEntering in
      switch kind {
      case .text, .code, .codeBlock, .htmlBlock, .htmlInline, .footnoteReference:
        append(node.literal)
      case .softBreak, .lineBreak: append([0x20])
      case .strikethrough: append("~~".utf8)
      case .link, .image:
        if !isEntering {
          append([0x20])
          append(node.url)
        }
      default:
        // Where a paragraph, a heading or an item begins, and of which level.
        if isEntering, !kind.isInline {
          text.append(UInt8(ascii: "\n"))
          text += kind.rawValue.utf8
          text += String(node.headingLevel).utf8
          text.append(UInt8(ascii: "\n"))
        }
      }
    }
    return SHA256(text).hexadecimal
  }
}
