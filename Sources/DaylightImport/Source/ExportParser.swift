internal import CExpat
import DaylightSyntax
import Platform

/// What WordPress or Squarespace exported, as plain values.
struct ExportFile {
  var title: String?
  var link: String?
  var language: String?
  /// The shown names of authors by the names they log in with. Their mail addresses are not read.
  var authors: [String: String] = [:]
  var items: [Item] = []
  var comments = 0
  /// Why the file could not be read to its end, and the line.
  var problem: (text: String, line: Int)?

  struct Item {
    /// The line on which it begins.
    var line = 1
    /// The line on which its text begins.
    var textLine = 1
    var values: [String: String] = [:]
    /// The words for a picture, which WordPress keeps apart.
    var pictureWords: String?
    var categories: [String] = []

    subscript(name: String) -> String { values[name] ?? "" }
  }
}

/// Reads the export with expat.
final class ExportParser {
  private var file = ExportFile()
  private var item: ExportFile.Item?
  private var names: [String] = []
  private var text = ""
  private var textLine = 1
  private var author = (login: "", shown: "")
  private var metaKey = ""
  private var isComment = false
  private var parser: XML_Parser?

  /// Names of which a text is kept.
  private static let kept: Set = [
    "title", "link", "dc:creator", "content:encoded", "excerpt:encoded", "wp:post_id",
    "wp:post_date", "wp:post_name", "wp:status", "wp:post_parent", "wp:post_type",
    "wp:post_password", "wp:attachment_url", "wp:menu_order",
  ]

  static func read(_ bytes: [UInt8]) -> ExportFile {
    let reader = ExportParser()
    guard let parser = XML_ParserCreate("UTF-8") else { return ExportFile() }
    defer { XML_ParserFree(parser) }
    reader.parser = parser
    XML_SetUserData(parser, Unmanaged.passUnretained(reader).toOpaque())
    XML_SetElementHandler(
      parser,
      { context, name, _ in
        guard let context, let name else { return }
        Unmanaged<ExportParser>.fromOpaque(context).takeUnretainedValue().begin(
          String(cString: name))
      },
      { context, name in
        guard let context, let name else { return }
        Unmanaged<ExportParser>.fromOpaque(context).takeUnretainedValue().end(String(cString: name))
      })
    XML_SetCharacterDataHandler(parser) { context, text, count in
      guard let context, let text else { return }
      let bytes = UnsafeRawBufferPointer(start: text, count: Int(count))
      Unmanaged<ExportParser>.fromOpaque(context).takeUnretainedValue().text += String(
        decoding: bytes, as: UTF8.self)
    }
    // No export has a document type; one with entities could grow without end.
    XML_SetStartDoctypeDeclHandler(parser) { context, _, _, _, _ in
      guard let context else { return }
      let reader = Unmanaged<ExportParser>.fromOpaque(context).takeUnretainedValue()
      reader.file.problem = ("it declares a document type, which no export does", 1)
      XML_StopParser(reader.parser, 0)
    }
    let isRead = repaired(bytes).withUnsafeBytes { buffer in
      XML_Parse(
        parser, buffer.baseAddress?.assumingMemoryBound(to: CChar.self),
        Int32(clamping: buffer.count), 1)
    }
    if isRead != XML_STATUS_OK, reader.file.problem == nil {
      let text =
        XML_ErrorString(XML_GetErrorCode(parser)).map { String(cString: $0) } ?? "it is damaged"
      reader.file.problem = (text, Int(XML_GetCurrentLineNumber(parser)))
    }
    return reader.file
  }

  /// What some exports have and XML does not allow: `&` alone, names of HTML, and control characters.
  private static func repaired(_ bytes: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count + 64)
    var isVerbatim = false
    for (offset, byte) in bytes.enumerated() {
      let rest = bytes[offset...]
      if byte == UInt8(ascii: "<"), rest.starts(with: "<![CDATA[".utf8) { isVerbatim = true }
      if byte == UInt8(ascii: "]"), rest.starts(with: "]]>".utf8) { isVerbatim = false }
      if byte < 0x20, byte != 0x0A, byte != 0x0D, byte != 0x09 {
        output.append(UInt8(ascii: " "))
        continue
      }
      output.append(byte)
      if byte == UInt8(ascii: "&"), !isVerbatim, !isEntity(rest.dropFirst()) {
        output += "amp;".utf8
      }
    }
    return output
  }

  private static func isEntity(_ rest: ArraySlice<UInt8>) -> Bool {
    if rest.first == UInt8(ascii: "#") { return true }
    return ["amp;", "lt;", "gt;", "quot;", "apos;"].contains { rest.starts(with: $0.utf8) }
  }

  private var line: Int { parser.map { Int(XML_GetCurrentLineNumber($0)) } ?? 1 }

  private func begin(_ name: String) {
    names.append(name)
    text = ""
    textLine = line
    switch name {
    case "item":
      item = ExportFile.Item()
      item?.line = line
    case "wp:comment":
      isComment = true
      file.comments += 1
    case "wp:author": author = ("", "")
    default: break
    }
  }

  private func end(_ name: String) {
    defer {
      if !names.isEmpty { names.removeLast() }
      text = ""
    }
    let parent = names.dropLast().last
    if isComment {
      if name == "wp:comment" { isComment = false }
      return
    }
    switch (name, parent) {
    case ("item", _):
      if let item { file.items.append(item) }
      item = nil
    case ("wp:author_login", _): author.login = text.trimmed
    case ("wp:author_display_name", _): author.shown = text.trimmed
    case ("wp:author", _): file.authors[author.login] = author.shown
    case ("wp:meta_key", _): metaKey = text.trimmed
    case ("wp:meta_value", _):
      if metaKey == "_wp_attachment_image_alt" { item?.pictureWords = text.singleSpaced }
    case ("category", "item"):
      let words = text.singleSpaced
      if !words.isEmpty, words != "Uncategorized", item?.categories.contains(words) == false {
        item?.categories.append(words)
      }
    case ("title", "channel"): file.title = text.singleSpaced
    case ("link", "channel"): file.link = text.trimmed
    case ("language", "channel"): file.language = text.trimmed
    case (_, "item") where Self.kept.contains(name):
      if name == "content:encoded" { item?.textLine = textLine }
      item?.values[name] = name == "content:encoded" ? text : text.trimmed
    default: break
    }
  }
}
