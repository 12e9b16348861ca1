import DaylightModel
package import DaylightSyntax

/// Flags topics that have no address, would share one, or are the same topic in two spellings.
enum TopicRule: SiteRule {
  static func check(_ index: SiteIndex) -> [Diagnostic] {
    var topics = Topics(language: index.language)
    for document in index.documents.values {
      guard case .page(let page) = document.frontMatter else { continue }
      for topic in page.topics { topics.add(topic) }
    }
    return topics.findings
  }

  /// The topics met so far.
  private struct Topics {
    let language: Language
    private(set) var findings: [Diagnostic] = []
    private var bySlug: [String: Located<String>] = [:]
    /// Other spellings of these.
    private var variants: [String: Located<String>] = [:]
    private var seen: Set<String> = []

    init(language: Language) { self.language = language }

    mutating func add(_ topic: Located<String>) {
      guard seen.insert(topic.value).inserted else { return }
      let slug = Slug.fileName(topic.value)
      guard Slug.isSafe(slug) else { return findings.append(.topicWithoutAddress(topic)) }
      let others = otherSpellings(of: topic.value, slug)
      if let first = bySlug[slug] {
        let isSame = TopicRule.words(of: first.value) == TopicRule.words(of: topic.value)
        findings.append(isSame ? .similarTopics(topic, first) : .sharedAddress(topic, first, slug))
        return
      }
      if let first = variants[slug] ?? others.compactMap({ bySlug[$0] }).first {
        findings.append(.similarTopics(topic, first))
      }
      bySlug[slug] = topic
      for other in others where variants[other] == nil { variants[other] = topic }
    }

    /// Its plural, and the same without hyphens.
    private func otherSpellings(of name: String, _ slug: String) -> [String] {
      let plain = slug.filter { $0 != "-" }
      let plural = language.forms?(name.lowercased()).first
      return [plain] + (plural.map { [Slug.fileName($0)] } ?? [])
    }
  }

  /// The words of a topic, without capitals, hyphens and repeated spaces.
  fileprivate static func words(of name: String) -> [Substring] {
    Substring(name.lowercased()).split { $0 == " " || $0 == "-" || $0 == "_" || $0 == "\u{A0}" }
  }
}

extension Rule {
  package static let topicAddress = Rule(
    "topic-address", .error,
    "A topic that no address can be made of, or that would share one with another topic.",
    why: "Each topic has a page. Two topics at one address would become one, under one of the two "
      + "names.",
    bad: "---\ntitle: Rest\ntopics: [\"!!!\"]\n---\nRest is allowed.",
    good: "---\ntitle: Rest\ntopics: [rest]\n---\nRest is allowed.",
    fix: "Name the topic with letters or digits that no other topic has.", in: .page)
  package static let similarTopics = Rule(
    "similar-topics", .warning, "One topic in two spellings, such as the singular and the plural.",
    why: "Readers find half of the pages under each of the two.",
    bad: "---\ntitle: Rest\ntopics: [boundary, boundaries]\n---\nRest is allowed.",
    good: "---\ntitle: Rest\ntopics: [boundaries]\n---\nRest is allowed.",
    fix: "Write it the same way on every page.", in: .page)
}

extension Diagnostic {
  fileprivate static func topicWithoutAddress(_ topic: Located<String>) -> Self {
    Diagnostic(
      .topicAddress, "no address can be made of the topic ‘\(topic.value)’", at: topic.location,
      help: "name it with letters or digits")
  }

  fileprivate static func sharedAddress(
    _ topic: Located<String>, _ first: Located<String>, _ slug: String
  ) -> Self {
    Diagnostic(
      .topicAddress,
      "the topics ‘\(topic.value)’ and ‘\(first.value)’ would both be at ‘topics/\(slug)/’",
      at: topic.location, notes: [Note("the other is here", at: first.location)],
      help:
        "write one of the two with other letters or words: signs are not part of an address")
  }

  fileprivate static func similarTopics(
    _ topic: Located<String>, _ first: Located<String>
  ) -> Self {
    Diagnostic(
      .similarTopics, "the topic ‘\(topic.value)’ is written ‘\(first.value)’ elsewhere",
      at: topic.location, notes: [Note("it is written so here", at: first.location)],
      help: "write the topic the same way everywhere")
  }
}
