import DaylightSyntax

/// Reads a data file of `content/` as YAML: its encoding first, then its tree.
func parseDataFile(_ file: SourceFile) -> Diagnosed<YAMLNode?> {
  let encoding = file.encodingDiagnostics()
  // A data file may be empty: a site without sources is a site.
  guard encoding.isEmpty || file.bytes.isEmpty else { return Diagnosed(nil, encoding) }
  return YAMLNode.parse(file, limit: YAMLNode.dataFileLimit)
}
