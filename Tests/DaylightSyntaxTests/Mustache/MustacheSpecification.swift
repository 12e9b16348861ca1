import Foundation
import Testing

@testable import DaylightSyntax

/// The examples of the public Mustache specification, as distributed in a package.
enum MustacheSpecification {
  struct Example: Decodable {
    var name: String
    var data: JSON
    var template: String
    var partials: [String: String]?
    var expected: String
  }

  /// The examples of a module such as `sections`.
  static func examples(of module: String) throws -> [Example] {
    struct Module: Decodable { var tests: [Example] }
    let file = folder.appending(path: module + ".json")
    let data = try #require(
      try? Data(contentsOf: file),
      "the specification is missing; run Tests/tools/mustache-spec to fetch it")
    return try JSONDecoder().decode(Module.self, from: data).tests
  }

  private static var folder: URL {
    var root = URL(filePath: #filePath)
    for _ in 0..<4 { root.deleteLastPathComponent() }
    return root.appending(path: ".build/mustache-spec")
  }

  /// Any JSON as a template value. Decimals become text, because Daylight has none.
  struct JSON: Decodable {
    var value: TemplateValue

    init(from decoder: any Decoder) throws {
      if let fields = try? decoder.container(keyedBy: Key.self) {
        var object = TemplateObject()
        for key in fields.allKeys {
          object[TemplateName(key.stringValue)] = try fields.decode(JSON.self, forKey: key).value
        }
        value = .object(object)
        return
      }
      let single = try decoder.singleValueContainer()
      if single.decodeNil() {
        value = .none
      } else if let flag = try? single.decode(Bool.self) {
        value = .flag(flag)
      } else if let number = try? single.decode(Int.self) {
        value = .number(number)
      } else if let decimal = try? single.decode(Double.self) {
        value = .text(String(decimal))
      } else if let text = try? single.decode(String.self) {
        // The specification prints any value with two braces or with three.
        value = .html(HTML(printed: Array(text.utf8)))
      } else {
        value = .list(try single.decode([JSON].self).map(\.value))
      }
    }

    private struct Key: CodingKey {
      var stringValue: String
      var intValue: Int? { nil }
      init(stringValue: String) { self.stringValue = stringValue }
      init?(intValue: Int) { nil }
    }
  }
}
