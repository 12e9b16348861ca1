import DaylightModel
import DaylightSyntax

extension CitedSource {
  /// The work as a line of a reference list: authors, year, title, where it appeared, address.
  var reference: HTML {
    let makers = makers
    let year = year.map { " (\($0.value))" } ?? ""
    var parts: [HTML] = []
    if !makers.isEmpty { parts.append("\(makers + year).") }
    let name: HTML = container == nil ? "<cite>\(title.value)</cite>" : "\(title.value)"
    let hasStop = ["?", "!", "."].contains { title.value.hasSuffix($0) }
    parts.append(hasStop ? name : "\(name).")
    if makers.isEmpty, !year.isEmpty { parts.append("\(String(year.dropFirst())).") }
    if let container { parts.append("<cite>\(container.value)</cite>\(place).") }
    if let publisher { parts.append("\(publisher.value).") }
    if let doi {
      parts.append(Self.link("https://doi.org/" + doi.value, "doi.org/" + doi.value))
    } else if let url {
      parts.append(Self.link(url.value.text, url.value.bareHost))
    }
    return parts.joined(separator: " ")
  }

  /// Where in its container the work is.
  private var place: String {
    var place = ""
    if let volume {
      place += ", \(volume.value)" + (issue.map { "(\($0.value))" } ?? "")
    }
    if let pages { place += ", " + pages.value.replacing("-", with: "–") }
    return place
  }

  /// The authors, or otherwise the editors, as in APA style.
  private var makers: String {
    let authors = Self.names(authors.map(\.value))
    guard authors.isEmpty, !editors.isEmpty else { return authors }
    return Self.names(editors.map(\.value)) + (editors.count == 1 ? " (Ed.)" : " (Eds.)")
  }

  private static func names(_ authors: [String]) -> String {
    guard authors.count > 1, let last = authors.last else { return authors.first ?? "" }
    return authors.dropLast().joined(separator: ", ") + " & " + last
  }

  private static func link(_ address: String, _ text: String) -> HTML {
    "<a class=\"external\" href=\"\(Address.encoded(address))\" rel=\"noreferrer\">\(text)</a>"
  }
}
