extension Rule {
  /// What an author may want to know about a rule beyond its messages.
  package struct Explanation: Sendable, Hashable {
    /// One or two plain sentences: what would happen to a reader or a practice without the rule.
    package let why: String
    /// The smallest source that the rule flags, as it is written in a file; may have several lines.
    package let bad: String
    /// The same source, fixed.
    package let good: String
    /// What to do, as an instruction.
    package let fix: String
    /// Where `bad` and `good` are written.
    package let place: Example
  }

  /// Where an example is written. A test builds a site with each example that is source code.
  package enum Example: String, Sendable, Hashable, CaseIterable {
    /// Below the front matter of a page.
    case text = "in the text of a page"
    /// A whole file with its front matter.
    case page = "in a page"
    case term = "in an entry of the glossary"
    case checklist = "in the text of a checklist"
    case settings = "in content/site.yaml"
    /// Some fields of one helpline.
    case help = "in content/help.yaml"
    case sources = "in content/sources.yaml"
    case people = "in content/people.yaml"
    /// The block `main` of a template, or a template that names its parent itself.
    case template = "in a template"
    case style = "in templates/assets/site.css"
    /// Part of a finished page, style sheet or drawing; the audit’s planted violations try these.
    case finished = "in a template or asset"
    /// Names of files, one a line.
    case files = "among the files"
    /// In words, if no source is small enough to show.
    case described = "for instance"
  }

  /// Whether a comment in the text of a page can allow a finding.
  package var isAboutText: Bool {
    explanation.place == .text || explanation.place == .checklist
  }
}
