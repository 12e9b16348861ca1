import DaylightModel
import DaylightSyntax

extension PageContext {
  /// What every page has.
  static let fields = about + text + place + lists + ways + evidence + editorial

  /// The fields that only pages of this kind have.
  static func fields(of kind: PageKind) -> [Field] {
    let content: [Field] =
      switch kind.traits.content {
      case .sections: home
      case .questions: questions
      case .statement: statement
      case .term: term
      case .letters: glossary
      case .checklist: checklist
      case .regions: help
      case .topics: topics
      case .steps: path
      case .booklet: booklet
      case .practice, .person: practice
      case .text, .topic: []
      }
    return kind.traits.isShownAtAnyAddress ? content + atAnyAddress : content
  }
}
