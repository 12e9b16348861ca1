import DaylightSyntax

/// A `<details>` that folds the rest of the safety line on a small screen.
struct LandmarkFold {
  let tag: Range<Int>
  let depth: Int
  /// How many elements the summary stands in, while it is read.
  var summaryDepth: Int?
  /// The words of the summary.
  private(set) var words: [UInt8] = []

  init(tag: Range<Int>, depth: Int) {
    self.tag = tag
    self.depth = depth
  }

  mutating func read(_ text: some Sequence<UInt8>) {
    if summaryDepth != nil { words += text }
  }
}

extension PageAudit {
  /// Checks a fold that ends: only the question that the safety line answers may hide it (SAF-11).
  mutating func finishFold() {
    guard let fold = landmarks.place.fold else { return }
    if let summary = fold.summaryDepth, open.count <= summary {
      landmarks.place.fold?.summaryDepth = nil
    }
    guard open.count <= fold.depth else { return }
    let question = policy.words.question
    if question.isEmpty || !occurs(question, in: normalised(fold.words[...])) {
      report.add(.silentFold(question), at: fold.tag)
    }
    landmarks.place.fold = nil
  }
}

extension AuditFinding.Violation {
  fileprivate static func silentFold(_ question: String) -> Self {
    Self(
      AuditRule.safetyLine,
      "this folds the safety line, and does not say what a reader finds in it",
      help: question.isEmpty
        ? "write ‘safety.question’ into templates/strings, and print it in a ‘<summary>’ here"
        : "begin it with ‘<summary>{{strings.safety.question}}</summary>’")
  }
}
