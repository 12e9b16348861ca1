import ArgumentParser
import DaylightBuild
import DaylightModel
import DaylightSyntax
import Platform

/// The options of every command that builds.
struct SiteOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("The folder of the site, with ‘content’ in it.", valueName: "folder"),
    completion: .directory)
  var site = "."

  @Option(
    name: .customLong("base-url"),
    help: ArgumentHelp(
      "Where the site will be published; overrides ‘baseURL’ in site.yaml.", valueName: "address")
  )
  var baseURL: String?

  @Option(
    help: ArgumentHelp(
      "Build as if today were this date, which decides what is published, expired or due for "
        + "review.", valueName: "yyyy-mm-dd"),
    transform: { text in
      guard let date = CalendarDate(iso: text) else {
        throw ValidationError("‘\(text)’ is not a date. Write it as in 2026-05-31.")
      }
      return date
    })
  var now: CalendarDate?

  @Flag(help: "Include drafts, pages dated in the future and expired pages, and list them.")
  var drafts = false

  @Flag(help: "Treat warnings as errors.")
  var strict = false

  @Option(help: ArgumentHelp("How many processors to use.", valueName: "count"))
  var jobs: Int?

  func validate() throws {
    try EmptyPath.refuse([site], as: "‘--site’")
    try Self.validate(baseURL: baseURL, jobs: jobs)
  }

  static func validate(baseURL: String?, jobs: Int?) throws {
    if let baseURL, BaseURL(baseURL) == nil {
      throw ValidationError(
        "‘\(baseURL)’ is not the address of a site. Write it as in https://example.org/resources/.")
    }
    if let jobs, jobs < 1 { throw ValidationError("‘--jobs’ must be 1 or more.") }
  }

  var runner: ParallelRunner { ParallelRunner(width: jobs ?? Processors.count) }

  /// The only place that reads today's date.
  var buildOptions: BuildOptions {
    BuildOptions(now: now ?? .today(), drafts: drafts, baseURL: baseURL)
  }
}

extension CalendarDate {
  /// Today in the computer's time zone.
  static func today() -> CalendarDate {
    var seconds = time(nil)
    var parts = tm()
    localtime_r(&seconds, &parts)
    let today = CalendarDate(
      year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
    guard let today else { preconditionFailure("the system clock is invalid") }
    return today
  }
}
