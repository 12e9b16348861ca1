import DaylightAudit
import Foundation
import Testing

/// A file of the folder `Violations`: something that the audit must find, and the rule that finds it.
///
/// The name is `RULE.WHAT.EXTENSION`. A page fixture begins with a comment that names the part of the
/// clean page that it takes the place of, `<!-- main -->`; other fixtures are the whole file.
struct PlantedViolation: CustomTestStringConvertible, Sendable {
  let name: String
  let bytes: [UInt8]

  private init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  private init(name: String, text: String) {
    self.init(name: name, bytes: Array(text.utf8))
  }

  private var text: String { String(decoding: bytes, as: UTF8.self) }

  var testDescription: String { name }

  var rule: String { String(name.prefix { $0 != "." }) }

  var file: AuditedFile {
    let ending = name.split(separator: ".").last.map(String.init) ?? ""
    // What tells a host something is known by its whole name.
    if rule == "host-file" {
      return AuditedFile(path: String(name.dropFirst(rule.count + 1)), bytes: bytes)
    }
    guard ending == "html" else {
      return AuditedFile(path: "assets/planted.\(ending)", bytes: bytes)
    }
    guard text.hasPrefix("<!-- "), let close = text.range(of: " -->\n") else {
      return AuditedFile(path: "planted/index.html", bytes: bytes)
    }
    let part = String(text[..<close.lowerBound].dropFirst(5))
    let page = CleanPage.with(part, String(text[close.upperBound...]))
    return AuditedFile(path: "planted/index.html", bytes: Array(page.html.utf8))
  }

  static let all = files + plants

  /// Those of `Plants.txt`, called as if each were a file.
  private static let plants: [PlantedViolation] = {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
    let file = folder.appending(path: "Plants.txt")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    return text.split(separator: "\n== ").dropFirst().enumerated().map { number, plant in
      let lines = plant.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
      let head = lines[0].split(separator: " ").map(String.init)
      let text = lines.count > 1 ? String(lines[1]) : ""
      let part = head[1]
      return part.hasPrefix(".")
        ? PlantedViolation(name: "\(head[0]).plant-\(number)\(part)", text: text)
        : PlantedViolation(
          name: "\(head[0]).plant-\(number).html", text: "<!-- \(part) -->\n" + text)
    }
  }()

  private static let files: [PlantedViolation] = {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Violations")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.sorted().compactMap { name in
      guard let data = try? Data(contentsOf: folder.appending(path: name)) else { return nil }
      return PlantedViolation(name: name, bytes: Array(data))
    }
  }()
}
