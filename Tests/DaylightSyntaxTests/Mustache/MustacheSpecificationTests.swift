import DaylightSyntax
import Testing

@Suite struct MustacheSpecificationTests {
  @Test(arguments: [
    ("interpolation", 39), ("sections", 34), ("inverted", 22), ("partials", 12),
    ("~inheritance", 27), ("comments", 12), ("delimiters", 14),
  ])
  func `every example of the specification renders as specified`(module: String, count: Int) throws
  {
    let examples = try MustacheSpecification.examples(of: module)
    #expect(examples.count == count)
    for example in examples {
      let files =
        [SourceFile(path: "templates/example.mustache", text: example.template)]
        + (example.partials ?? [:]).map {
          SourceFile(path: "templates/partials/\($0.key).mustache", text: $0.value)
        }
      let template = try #require(TemplateSet.load(files).value["example"])
      var output: [UInt8] = []
      let findings = template.render(example.data.value, into: &output)
      #expect(findings.isEmpty)
      #expect(String(decoding: output, as: UTF8.self) == example.expected, "\(example.name)")
    }
  }
}
