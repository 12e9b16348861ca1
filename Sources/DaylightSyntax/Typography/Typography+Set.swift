extension Typography {
  /// The plain text with the quotation marks and apostrophes of the language.
  package func setting(_ text: String) -> String {
    guard let quotationMarks, text.utf8.contains(where: { $0 == 0x22 || $0 == 0x27 }) else {
      return text
    }
    let bytes = Array(text.utf8)
    var reader = QuotationReader(quotationMarks, isHTML: false)
    reader.read(bytes.indices, of: bytes.span)
    reader.endParagraph(of: bytes.span)
    return String(decoding: Self.edited(bytes, reader.edits), as: UTF8.self)
  }

  /// Sets the text of a finished page: not its code, formulas, scripts and attributes.
  ///
  /// Marks that are written as numbers, such as `&#39;`, stay straight.
  package func set(page bytes: inout [UInt8]) {
    guard let quotationMarks else { return }
    var reader = QuotationReader(quotationMarks, isHTML: true)
    bytes.withHTMLScanner { scanner in
      let page = scanner.bytes
      let span = page.span
      scanner.skipsAttributes = true
      // The elements inside of the outermost whose text is not prose, and how deep.
      var verbatim: (name: HTMLName, depth: Int)?
      while let token = scanner.next() {
        switch token {
        case .text(let range):
          if verbatim == nil { reader.read(range, of: span) }
        case .startTag(let tag):
          if let outer = verbatim {
            if tag.name == outer.name { verbatim = (outer.name, outer.depth + 1) }
          } else if tag.name.isVerbatim {
            verbatim = (tag.name, 1)
            reader.pass(.other)
          } else {
            reader.pass(tag.name, of: span)
          }
        case .endTag(let tag):
          if let outer = verbatim {
            guard tag.name == outer.name else { continue }
            verbatim = outer.depth > 1 ? (outer.name, outer.depth - 1) : nil
          } else {
            reader.pass(tag.name, of: span)
          }
        case .rawText, .comment, .doctype, .unfinishedTag: break
        }
      }
      reader.endParagraph(of: span)
    }
    if !reader.edits.isEmpty { bytes = Self.edited(bytes, reader.edits) }
  }

  private static func edited(_ bytes: [UInt8], _ edits: [QuotationReader.Edit]) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count + 2 * edits.count)
    var copied = 0
    for edit in edits where edit.range.lowerBound >= copied {
      output += bytes[copied..<edit.range.lowerBound]
      output += edit.text.utf8
      copied = edit.range.upperBound
    }
    output += bytes[copied...]
    return output
  }
}

extension QuotationReader {
  /// A tag between two texts.
  fileprivate mutating func pass(_ name: HTMLName, of bytes: Span<UInt8>) {
    switch name.place {
    case .ordinary where !name.isInHead, .formatting, .link, .button, .ruby: break
    case .void where name == .wbr: break
    case .void where name == .br: pass(.space)
    case .void where name == .img || name == .input: pass(.other)
    default: endParagraph(of: bytes)
    }
  }
}

extension HTMLName {
  fileprivate var isVerbatim: Bool {
    switch self {
    case .code, .kbd, .math, .pre, .samp, .svg, .textarea, .tt: true
    default: false
    }
  }
}
