internal import CCMarkGFM
internal import Synchronization

/// cmark-gfm as this process uses it: its extensions, looked up and made safe for parallel parsing
/// once.
///
/// The library's table of special inline characters belongs to the whole process. Each parse adds
/// the characters of its extensions and removes them again, so concurrent parses corrupt each other
/// (upstream pull request 176). Three facts make parallel parsing safe:
///
/// 1. Autolink's characters (`:` and `w`) are added once and its own list is then emptied, so no
///    parse changes the table for it. A parse without autolink sees them too, which is harmless: no
///    extension claims the character, and it becomes text.
/// 2. Strikethrough's list cannot be emptied (the library would look for its delimiter in the empty
///    list and loop forever on `~~`). It is attached only to a text that has a `~`, and the parse's
///    last step, the only one that reads or edits the table, then runs under a lock.
/// 3. Such a parse changes only the table's entry for `~`. A parse without the lock reads the table
///    only at bytes of its own text, which has no `~`.
///
/// Tables, task lists, footnotes and the tag filter have no special characters.
// Sendable because nothing changes the extensions that it points to after `init`, which runs once.
struct CMarkLibrary: @unchecked Sendable {
  let table: OpaquePointer
  let strikethrough: OpaquePointer
  let autolink: OpaquePointer
  let taskList: OpaquePointer
  let tagFilter: OpaquePointer

  /// The extensions' node types are assigned at run time.
  let tableType: cmark_node_type
  let tableRowType: cmark_node_type
  let tableCellType: cmark_node_type
  let strikethroughType: cmark_node_type

  static let shared = CMarkLibrary()

  private static let tildeLock = Mutex(())

  /// Parses the inlines of the text that was fed to the parser, and returns its document.
  ///
  /// `hasTilde` means that strikethrough is attached.
  static func finish(_ parser: OpaquePointer, hasTilde: Bool) -> OpaquePointer {
    // The pointer is passed as a number because it may not leave the lock's closure.
    let address =
      hasTilde
      ? tildeLock.withLock { [parser = UInt(bitPattern: parser)] _ in
        UInt(bitPattern: cmark_parser_finish(OpaquePointer(bitPattern: parser)))
      }
      : UInt(bitPattern: cmark_parser_finish(parser))
    guard let document = OpaquePointer(bitPattern: address) else {
      preconditionFailure("cmark returned no document")
    }
    return document
  }

  private init() {
    cmark_gfm_core_extensions_ensure_registered()
    table = Self.find("table")
    strikethrough = Self.find("strikethrough")
    autolink = Self.find("autolink")
    taskList = Self.find("tasklist")
    tagFilter = Self.find("tagfilter")

    let sample = Self.parse("|a|\n|-|\n\n~b~\n", with: [table, strikethrough])
    let tableNode = cmark_node_first_child(sample)
    let row = cmark_node_first_child(tableNode)
    tableType = cmark_node_get_type(tableNode)
    tableRowType = cmark_node_get_type(row)
    tableCellType = cmark_node_get_type(cmark_node_first_child(row))
    strikethroughType = cmark_node_get_type(cmark_node_first_child(cmark_node_next(tableNode)))
    cmark_node_free(sample)

    let parser = cmark_parser_new(CMARK_OPT_DEFAULT)
    cmark_parser_attach_syntax_extension(parser, autolink)
    cmark_manage_extensions_special_characters(parser, 1)
    cmark_syntax_extension_set_special_inline_chars(autolink, nil)
    cmark_parser_free(parser)

    // The table extension allows only some inline nodes in a cell, but not our own markup or a line
    // break; an insertion would silently fail.
    cmark_syntax_extension_set_can_contain_func(table) { _, node, child in
      let library = CMarkLibrary.shared
      let isInline = child.rawValue & Self.typeMask == Self.inlineBits
      return switch cmark_node_get_type(node) {
      case library.tableType: child == library.tableRowType ? 1 : 0
      case library.tableRowType: child == library.tableCellType ? 1 : 0
      case library.tableCellType: isInline ? 1 : 0
      default: 0
      }
    }
  }

  // `CMARK_NODE_TYPE_MASK` and `CMARK_NODE_TYPE_INLINE` are macros that Swift does not see.
  private static let typeMask: UInt32 = 0xC000
  private static let inlineBits: UInt32 = 0xC000

  private static func find(_ name: String) -> OpaquePointer {
    guard let found = cmark_find_syntax_extension(name) else {
      preconditionFailure("cmark-gfm has no extension ‘\(name)’")
    }
    return found
  }

  private static func parse(_ text: String, with extensions: [OpaquePointer]) -> OpaquePointer? {
    let parser = cmark_parser_new(CMARK_OPT_DEFAULT)
    for found in extensions { cmark_parser_attach_syntax_extension(parser, found) }
    cmark_parser_feed(parser, text, text.utf8.count)
    defer { cmark_parser_free(parser) }
    return cmark_parser_finish(parser)
  }
}
