import ArgumentParser
import DaylightBuild
import DaylightModel
import DaylightPublish
import DaylightSite
import DaylightSyntax
import Platform

/// One run of `publish`: build, look at the place, show, ask, send.
struct PublishRun {
  private let command: Publish
  private let console: Console

  init(_ command: Publish, console: Console) {
    self.command = command
    self.console = console
  }

  private var site: String { command.options.site }
  private var isQuiet: Bool { command.report.quiet }

  func run() async throws {
    let settings = try settings()
    if command.undo {
      try publish(try target(settings).undoing(), to: settings)
      return
    }
    let output = site + "/public"
    var options = command.options
    options.strict = !command.allowsWarnings
    let outcome = try await BuildRun(
      options: options, report: command.report, output: output, isFull: true, checksSpelling: true
    ).build()
    guard let build = outcome.build, !outcome.hasErrors else { throw ExitCode(1) }
    // No other build may change the files while they are sent.
    let lock = try await BuildLock.acquire(output: output, giveUpAfter: .seconds(60))
    let finished = try finished(output, build)
    progress("looking at \(settings.text) …")
    try publish(try target(settings).publication(of: finished), to: settings)
    _ = consume lock
  }

  /// Shows what will change, and makes the change if that is agreed to.
  private func publish(_ publication: any Publication, to settings: PublishSettings) throws {
    console.clearProgress()
    let plan = publication.plan
    let online = publication.online
    if plan.isEmpty, online.isKnown, !online.isUnfinished {
      if !isQuiet { console.say("Nothing to publish: \(settings.text) is up to date.") }
      return
    }
    let report = PublishReport(
      plan: plan, online: online, place: settings.text, isUndo: command.undo)
    if !isQuiet || !command.yes { console.say(report.changes) }
    if command.isDryRun { console.say("Nothing was published: this was a dry run.") }
    if let refusal = report.refusal(isFirst: command.first) { throw refusal }
    if command.isDryRun { return }
    guard command.yes || console.asks(report.question) else {
      console.say(
        console.canAsk
          ? "Nothing was published."
          : "Nothing was published: nobody is there to agree. Add ‘--yes’ to publish without asking."
      )
      throw ExitCode(1)
    }
    try publication.send { progress($0) }
    console.clearProgress()
    if !isQuiet { console.say(report.outcome) }
  }

  private func progress(_ text: String) { if !isQuiet { console.progress(text) } }

  private func target(_ settings: PublishSettings) throws -> any PublishTarget {
    switch settings {
    case .folder(let address): try RsyncTarget(address, site: site)
    case .branch(let address):
      try GitTarget(address, site: site, date: date, canAsk: console.canAsk)
    }
  }

  /// Now, or noon of the day that the command was given.
  private var date: Int {
    command.options.now.map(\.noon)
      ?? Int(SystemClock.nanoseconds / 1_000_000_000)
  }

  /// Where to publish. Known before the build, so that a mistake there is reported first, and
  /// `--undo` works whatever else is wrong.
  private func settings() throws -> PublishSettings {
    if let named = try command.named() { return named }
    let path = "content/site.yaml"
    let bytes = try KeptFolder(site + "/content").read("site.yaml")
    let file = SourceFile(path: path, bytes: bytes ?? [])
    let decoded = SiteConfiguration.decode(file)
    if let settings = decoded.value.publish { return settings }
    if decoded.diagnostics.contains(where: { $0.severity == .error }), bytes != nil {
      var found: [UInt8] = []
      command.report.report.append(
        decoded.diagnostics.sorted(), sources: { $0 == path ? file : nil },
        inColour: console.usesColour, to: &found)
      console.show(found, as: command.report.format)
    }
    throw PublishFailure.noPlace
  }

  /// The finished files, if they are those of the build.
  private func finished(_ output: String, _ build: SiteBuild) throws -> FinishedSite {
    let bytes = try KeptFolder(output).read(OutputPath.manifest)
    guard let manifest = bytes.flatMap({ Manifest(bytes: $0) }),
      let site = FinishedSite(folder: output, manifest: manifest, of: build.artifacts)
    else { throw PublishFailure.changedMeanwhile }
    return site
  }
}

extension PublishSettings {
  /// The place, for people.
  fileprivate var text: String {
    switch self {
    case .folder(let address): address.text
    case .branch(let address): address.text
    }
  }
}

extension CalendarDate {
  fileprivate static let ofUnix = CalendarDate(year: 1970, month: 1, day: 1)

  /// Noon of the day in Greenwich, in seconds since 1970.
  fileprivate var noon: Int { (Self.ofUnix?.days(until: self) ?? 0) * 86_400 + 43_200 }
}
