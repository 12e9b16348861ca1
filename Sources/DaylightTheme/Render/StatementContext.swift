import DaylightModel
import DaylightSyntax

extension PageContext {
  /// The field that only a page of the top folder has.
  static let statement = [
    Field("statement", "what the build checked, on a page that asks for it") { page in
      (page.document?.pageFields?.statement).map {
        StatementContext(statement: $0.value, site: page.site)
      }
    }
  ]
}

/// What a privacy or an accessibility statement can say that the build itself has checked.
///
/// That nothing is sent, stored or loaded from elsewhere needs no count: the audit reads every
/// finished file, none of its rules can be lowered, and a site that breaks one is not written.
struct StatementContext: TemplateModel {
  let statement: Statement
  let site: ContextBuilder

  static let fields = [
    Field("built", "the day of the build") { $0.site.shared.dates.value($0.site.index.now) },
    Field("pages", "how many pages there are") { $0.site.index.entries.count },
    Field("privacy", "on a page with `statement: privacy`", object: privacy) {
      $0.statement == .privacy ? $0 : nil
    },
    Field("accessibility", "on a page with `statement: accessibility`", object: accessibility) {
      $0.statement == .accessibility ? $0 : nil
    },
  ]

  private static let privacy = [
    Field("scripts", "the scripts of the site", list: scripts) { context in
      ReaderScript.all.map {
        (context.site.shared.theme.assets.published[$0.path] ?? $0.path, $0.bytes)
      }
    },
    Field("headers", "the headers for hosts", list: headers) { _ in HeaderFiles.headers },
    Field("logDays", "for how many days the host keeps its logs, if `site.yaml` says so") {
      $0.site.index.configuration.logDays?.value
    },
    Field("keepsNoLogs", "`site.yaml` says that the host keeps none") {
      $0.site.index.configuration.logDays?.value == 0
    },
  ]

  private static let scripts: [TemplateField<(path: String, bytes: [UInt8])>] = [
    .init("path", "the path") { $0.path },
    .init("bytes", "its size") { $0.bytes.count },
    .init("digest", "its SHA-256") { SHA256($0.bytes).hexadecimal },
  ]

  private static let headers: [TemplateField<(name: String, value: String)>] = [
    .init("name", "its name") { $0.name },
    .init("value", "its value") { $0.value },
  ]

  private static let accessibility = [
    Field("contrasts", "how many pairs of colours were checked") { $0.contrasts.count },
    Field("leastContrast", "the least contrast, such as `4.6`") { $0.contrasts.min().map(ratio) },
    Field("refused", "checks that must pass", list: check) { $0.checks(.error) },
    Field("reported", "checks that only report", list: check) { $0.checks(.warning, .note) },
    Field("hasReported", "there are such checks") { !$0.checks(.warning, .note).isEmpty },
    Field("off", "checks that the site turned off", list: check) { $0.checks(.off) },
  ]

  private static let check: [TemplateField<String>] = [.init("text", "what it finds") { $0 }]

  private var contrasts: [Double] { site.shared.theme.contrasts }

  /// The checks at a level. A rule that the site lowered is only reported, or not checked at all.
  private func checks(_ wanted: Rule.Level...) -> [String] {
    let levels = Dictionary(
      site.index.configuration.ruleLevels.map { ($0.rule, $0.level) }, uniquingKeysWith: { $1 })
    return site.shared.theme.barrierRules.filter { wanted.contains(levels[$0.id] ?? $0.level) }.map
    { rule in
      site.index.strings.text("statement.check.\(rule.id)") ?? rule.summary
    }
  }

  /// One decimal, rounded down, because a statement should not claim more than was measured.
  private static func ratio(_ contrast: Double) -> String {
    let tenths = Int(contrast * 10)
    return "\(tenths / 10).\(tenths % 10)"
  }
}
