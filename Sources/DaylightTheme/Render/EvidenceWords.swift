import DaylightModel
import DaylightSyntax

/// How firm the evidence for a term is, in words for readers.
struct EvidenceWords: TemplateModel {
  let label: String?
  private let note: String?
  private let isContested: Bool

  init(_ evidence: TermFrontMatter.Evidence?, _ strings: InterfaceStrings) {
    label = evidence.map { strings.evidence($0.rawValue) }
    note = evidence.map { strings.evidenceNote($0.rawValue) }
    isContested = evidence == .contested || evidence == .popular
  }

  /// The label has two names, so it is declared where it is shown.
  static let fields = [
    Field("evidenceNote", "what the evidence means, in a sentence") { $0.note },
    Field("isContested", "people disagree, or research has hardly looked") { $0.isContested },
  ]
}
