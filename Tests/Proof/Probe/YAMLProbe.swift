import DaylightSyntax

/// What is read of a document of YAML: lists, names with values, and text.
enum YAMLProbe {
  static func answer(_ bytes: [UInt8]) -> [UInt8] {
    let file = SourceFile(path: "a.yaml", bytes: bytes)
    let encoding = file.encodingDiagnostics()
    let parsed = encoding.isEmpty ? YAMLNode.parse(file) : Diagnosed(nil, encoding)
    var json = JSONWriter()
    json.object { json in
      json.array("findings") { json in
        for finding in parsed.diagnostics { json.value("\(finding.rule.id): \(finding.message)") }
      }
      if let node = parsed.value { json.array("value") { write(node, to: &$0) } }
    }
    return json.bytes
  }

  private static func write(_ node: YAMLNode, to json: inout JSONWriter) {
    switch node.content {
    case .scalar(let text, _): json.value(text)
    case .sequence(let elements):
      json.array { json in for element in elements { write(element, to: &json) } }
    case .mapping(let fields):
      // In an array, because the order counts, and names may be any text.
      json.object { json in
        json.array("fields") { json in
          for field in fields {
            json.value(field.key)
            write(field.value, to: &json)
          }
        }
      }
    }
  }
}
