package import DaylightSyntax

/// The texts of a data file or of front matter that readers see, with the comments that allow
/// findings in them.
///
/// Every field is one of them unless `hidden` names it, so that a new field is read from the start.
package struct ShownFields: Sendable, Hashable {
  package private(set) var texts: [Located<String>] = []
  package private(set) var comments: [OverrideComment] = []

  package init() {}

  /// - Parameter yaml: the part of the file that is YAML.
  package init(_ node: YAMLNode?, in file: SourceFile, _ yaml: Range<Int>? = nil) {
    if let node { add(node) }
    comments = OverrideComment.inYAML(file, yaml ?? 0..<file.bytes.count)
  }

  private mutating func add(_ node: YAMLNode) {
    switch node.content {
    case .scalar(let text, _):
      let line = text.onOneLine
      if !line.isEmpty { texts.append(Located(line, at: node.location)) }
    case .sequence(let nodes): for node in nodes { add(node) }
    case .mapping(let fields):
      for field in fields where !Self.hidden.contains(field.key) { add(field.value) }
    }
  }

  /// Fields whose value is a path, an address, an id, a day, a number or one of a few words.
  private static let hidden: Set<String> = [
    "accent", "accentDark", "alsoAsked", "author", "autolink", "baseURL", "billingSource",
    "bodyFont", "booking", "chat", "discreet",
    "draft", "email", "emergencyNumber", "evidence", "except", "exit", "expires", "feed", "footer",
    "glossary", "headingFont", "helpRegion", "hero", "history", "id", "kind", "language", "links",
    "logo", "logoDark", "match", "moment",
    "navigation", "newClients", "next", "noindex", "number", "openGraph", "openGraphPicture",
    "order", "paper", "paperDark", "phone", "photo", "picture", "publish", "published", "rawHTML",
    "redirects",
    "reviewBy",
    "reviewed", "reviewer", "reviewGraceDays", "reviews", "robots", "role", "rules", "safetyPage",
    "sample", "see", "sensitive", "sequence", "slug", "source", "sources", "statement", "steps",
    "textphone", "type", "url", "verified",
  ]
}
