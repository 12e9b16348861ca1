import ArgumentParser
import DaylightBuild
import DaylightModel
import DaylightSite
import DaylightStarter
import DaylightSyntax

/// The part of `check --fix` that runs before the check: removes revealing metadata from pictures, and
/// makes the edits of texts that are sure, after showing them.
struct FixRun {
  let options: SiteOptions
  /// The only files to fix; empty for the whole site.
  let files: [String]
  /// Whether to write without asking.
  let agrees: Bool
  let pipeline: SitePipeline

  private let console = Console()

  init(options: SiteOptions, files: [String], agrees: Bool, pipeline: SitePipeline) {
    self.options = options
    self.files = files
    self.agrees = agrees
    self.pipeline = pipeline
  }

  func run() async throws {
    do {
      let builder = SiteBuilder(
        site: options.site, options: options.buildOptions, pipeline: pipeline,
        theme: BuiltInTheme.files)
      var paths = try builder.scan().value.entries.map(\.path)
      if !files.isEmpty {
        let selection = try SourceSelection(
          files, in: WorkingFolder.path, of: options.site, among: paths)
        paths = paths.filter(selection.paths.contains)
      }
      for outcome in try SiteFixer(site: options.site).fix(paths) { console.say(outcome.text) }
      let fixer = TextFixer(site: options.site, pipeline: pipeline)
      let selected = Set(paths)
      let changes = await fixer.changes(
        to: try await builder.build(), where: { selected.contains($0) })
      try write(changes, with: fixer)
    } catch let refusal as SourceSelection.Refusal {
      throw ValidationError(refusal.message)
    } catch let failure as BuildFailure {
      console.say("error: \(failure.message)\n   = help: \(failure.help)")
      throw ExitCode(2)
    }
  }

  private func write(_ changes: [TextFixer.Change], with fixer: TextFixer) throws(BuildFailure) {
    guard !changes.isEmpty else { return }
    for change in changes {
      for line in LineChange.between(change.old, change.new) {
        console.say(line.text(in: change.path, inColour: console.usesColour))
      }
    }
    let files = Summary.counted(changes.count, "file")
    guard agrees || console.asks("Write these changes to \(files)?") else {
      return console.say(
        console.canAsk
          ? "Nothing was changed." : "Nothing was changed: add ‘--yes’ to write without asking.")
    }
    for change in changes where try !fixer.write(change) {
      console.say("Left ‘\(change.path)’ as it is: somebody edited it meanwhile.")
    }
  }
}

extension LineChange {
  /// As a diff shows it.
  fileprivate func text(in path: String, inColour: Bool) -> String {
    func marked(_ sign: String, _ bytes: [UInt8], colour: String) -> String {
      var line: [UInt8] = []
      line.appendVisible(String(decoding: bytes, as: UTF8.self))
      let text = sign + String(decoding: line, as: UTF8.self)
      return inColour ? "\u{1B}[\(colour)m\(text)\u{1B}[0m" : text
    }
    return "\(path):\(line)\n\(marked("- ", old, colour: "31"))\n\(marked("+ ", new, colour: "32"))"
  }
}

extension SiteFixer.Outcome {
  fileprivate var text: String {
    switch kind {
    case .fixed: "fixed ‘\(path)’: removed its metadata; the picture itself is unchanged"
    case .fixedUnderOneName:
      "fixed ‘\(path)’: removed its metadata here; the file has another name on this disk (a "
        + "hard link), where the metadata is still in it"
    case .readOnly:
      "left ‘\(path)’ unchanged: the file is read-only; give yourself permission to change it"
    case .unfixable: "left ‘\(path)’ unchanged: it is damaged; export the picture again"
    }
  }
}
