extension Rule {
  package static let wrongType = Rule(
    "wrong-type", .error, "A value of the wrong type for its name.",
    why: "The value cannot be understood, so it would have no effect.",
    bad: "---\ntitle: Rest\norder: first\n---\nRest is allowed.",
    good: "---\ntitle: Rest\norder: 1\n---\nRest is allowed.",
    fix: "Write the value in the form that the message shows.", in: .page)
}

extension Diagnostic {
  static func wrongType(
    _ what: String, _ wanted: String, _ found: YAMLNode.Content, at location: SourceLocation,
    help: String
  ) -> Self {
    let found =
      switch found {
      case .scalar(let text, _): "‘\(text)’"
      case .sequence: "a list"
      case .mapping: "a group of names with values"
      }
    return Diagnostic(
      .wrongType, "\(what) should be \(wanted), but \(found) is written here", at: location,
      help: help)
  }
}
