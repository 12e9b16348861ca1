import DaylightModel
import DaylightSyntax

/// `glossary.json`: the words of the site and what they mean, for other programs.
enum GlossaryExport {
  static func artifact(_ index: SiteIndex) -> Artifact {
    var json = JSONWriter(indented: true)
    json.object { json in
      json.member("name", index.configuration.name.value)
      json.member("language", index.configuration.language)
      json.array("terms") { json in
        for term in index.glossary.terms {
          guard case .term(let entry)? = index.documents[term.source]?.frontMatter else { continue }
          json.object { json in
            json.member("slug", term.slug)
            json.member("term", term.name)
            json.member("aliases", entry.forms.map(\.value))
            json.member("abbreviation", entry.abbreviation?.value)
            json.member("definition", term.summary)
            json.member("not", entry.not?.value)
            json.member("evidence", entry.evidence?.value.rawValue)
            json.member("see", entry.see.map(\.value))
            json.member("path", index[term.source]?.route.path)
          }
        }
      }
    }
    return Artifact(path: "glossary.json", bytes: json.bytes + [0x0A])
  }
}
