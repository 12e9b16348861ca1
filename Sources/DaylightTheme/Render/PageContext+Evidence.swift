import DaylightModel
import DaylightSyntax

extension PageContext {
  /// What the page is based on, and the terms that it uses.
  static let evidence = [
    Field("sources", "the works it cites or is based on") { $0.sources },
    Field("hasSources", "there are sources") { !$0.sources.isEmpty },
    Field("hasUncheckedSources", "nobody has looked up some of them") {
      $0.sources.contains { !$0.isChecked }
    },
    Field(.words, "the terms it links to") { $0.words },
    Field("hasWords", "there are such terms") { !$0.words.isEmpty },
  ]
}

/// A term that a page links to.
struct Word: TemplateModel {
  let term: Glossary.Term
  let evidence: EvidenceWords

  static let fields: [Field] =
    [
      Field("term", "the term") { $0.term.name },
      Field("slug", "the last part of its address") { $0.term.slug },
      Field("path", "the path of its page") { $0.term.link },
      Field("summary", "the definition") { $0.term.summary },
      Field("evidence", "the evidence, in words") { $0.evidence.label },
    ] + EvidenceWords.fields { $0.evidence }
}

/// The terms that a page links to, in the order of the page.
enum LinkedWords: TemplateConvertible {
  case values([Prepared<Word>])
  /// As the template prints them.
  case rendered([UInt8])

  /// - Parameter rendered: what the template prints of each term, if that is known.
  init(on page: Page?, rendered: WordFragments?, _ shared: SharedValues) {
    if let rendered {
      self = .rendered(rendered.joined(for: page))
    } else {
      let linked = (page?.mentions ?? []).lazy.filter(\.isLinked)
      self = .values(linked.compactMap { shared.words[$0.term] })
    }
  }

  static var templateShape: TemplateShape { [Word].templateShape }

  var templateValue: TemplateValue {
    switch self {
    case .values(let words): words.templateValue
    case .rendered(let bytes): .rendered(bytes)
    }
  }

  var isEmpty: Bool {
    switch self {
    case .values(let words): words.isEmpty
    case .rendered(let bytes): bytes.isEmpty
    }
  }
}
