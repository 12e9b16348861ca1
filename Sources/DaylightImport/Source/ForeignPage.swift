/// A page of a source, before its text is turned.
struct ForeignPage {
  /// The path of its file.
  let source: String
  /// Where it belongs: the folders and the name, as they were written.
  var folders: [String]
  var name: String
  /// Whether it stands for its folder.
  var isIndex: Bool
  var details: PageDetails
  /// Its addresses in the old site.
  var addresses: [String]
  var text: Text
  let notes: PageNotes
  var syntaxes: ForeignSyntaxes = []

  enum Text {
    case markdown(String, firstLine: Int)
    case html(String, firstLine: Int)
  }
}

/// A whole source, as its reader has found it.
struct ForeignSite {
  var name: String?
  var language: String?
  /// The address of the old site, whose links are our own.
  var baseURL: String?
  var pages: [ForeignPage] = []
  /// Files that a text may name, by the addresses that they had.
  var files: [String: String] = [:]
  /// The folder whose files keep their places.
  var contentRoot = ""
  var findings: [ImportFinding] = []
  /// The texts that a page may take in, by the names that pages use.
  var includes: [String: String] = [:]
  /// Whether definition lists are entries of a glossary.
  var hasGlossary = false
  var values: [String: String] = [:]
  /// The file of each word that definition lists explain, by the letters of the word.
  var words: [String: String] = [:]
}
