import DaylightSyntax

/// What a privacy or an accessibility statement can say that the build itself saw.
///
/// That nothing is sent, stored or loaded from elsewhere needs no count: the audit reads every
/// finished file, none of its rules can be lowered, and a site that breaks one is not written.
struct StatementContext: Sendable {
  private let index: SiteIndex
  private let theme: Theme

  init(_ index: SiteIndex, _ theme: Theme) {
    self.index = index
    self.theme = theme
  }

  func value(of statement: Statement, _ dates: DateText) -> TemplateValue {
    var value: TemplateObject = [
      .built: dates.value(index.now), .pages: .number(index.entries.count),
    ]
    switch statement {
    case .privacy: value.add(.privacy, privacy)
    case .accessibility: value.add(.accessibility, accessibility)
    }
    return .object(value)
  }

  private var privacy: TemplateValue {
    [
      .scripts: .list(
        ReaderScript.all.map { script in
          [
            .path: .text(theme.assets.published[script.path] ?? script.path),
            .bytes: .number(script.bytes.count),
            .digest: .text(SHA256(script.bytes).hexadecimal),
          ]
        }),
      .headers: .list(
        HeaderFiles.headers.map { [.name: .text($0.name), .value: .text($0.value)] }),
    ]
  }

  /// A rule that the site lowered is said to be only reported, or not checked at all.
  private var accessibility: TemplateValue {
    let levels = Dictionary(
      index.configuration.ruleLevels.map { ($0.rule, $0.level) }, uniquingKeysWith: { $1 })
    func checks(_ wanted: Set<Rule.Level>) -> [TemplateValue] {
      Self.rules.filter { wanted.contains(levels[$0.id] ?? $0.level) }.map { rule in
        [.text: .text(index.words.check(rule))]
      }
    }
    let reported = checks([.warning, .note])
    return [
      .contrasts: .number(theme.contrasts.count),
      .leastContrast: .text(theme.contrasts.min().map(Self.ratio)),
      .refused: .list(checks([.error])), .hasReported: .flag(!reported.isEmpty),
      .reported: .list(reported), .off: .list(checks([.off])),
    ]
  }

  /// The rules that find barriers, in the order in which a statement lists them.
  static let rules: [Rule] = [
    .lowContrast, .missingAlternative, .topHeading, .skippedHeading, AuditRule.pageLanguage,
    AuditRule.pageTitle, AuditRule.pageOrder, AuditRule.motion, AuditRule.newWindow, .vagueLink,
    .readingGrade,
  ]

  /// One decimal, rounded down: a statement claims no more than was measured.
  private static func ratio(_ contrast: Double) -> String {
    let tenths = Int(contrast * 10)
    return "\(tenths / 10).\(tenths % 10)"
  }
}

extension SiteWords {
  /// What a check looks for, in the words of the site, or of the rule where it has none.
  fileprivate func check(_ rule: Rule) -> String {
    text("statement.check.\(rule.id)") ?? rule.summary
  }
}
