import DaylightSyntax

/// The record of a work as registers of DOIs give it (Citation Style Language, CSL-JSON).
enum CitationRecord {
  /// https://www.doi.org/the-identifier/resources/handbook, “content negotiation”.
  static let mediaType = "application/vnd.citationstyles.csl+json"

  /// Nil if it is no record, or has no title. JSON is YAML, so it is read as that.
  static func title(in json: [UInt8]) -> String? {
    let file = SourceFile(path: "record.json", bytes: json)
    guard let record = YAMLNode.parse(file, limit: YAMLNode.dataFileLimit).value else { return nil }
    guard case .mapping(let fields) = record.content,
      case .scalar(let title, _)? = fields.first(where: { $0.key == "title" })?.value.content
    else { return nil }
    return title.isEmpty ? nil : title
  }
}
