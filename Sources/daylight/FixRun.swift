import ArgumentParser
import DaylightBuild
import DaylightSyntax

/// One run of `check --fix`, before the check itself, with a line for each file it changed.
struct FixRun {
  let site: String
  /// The only files to fix; none where the whole site is meant.
  let files: [String]

  func run() throws {
    let console = Console()
    do {
      let scan = try SiteLoader(root: site).scan().value
      var paths = scan.entries.map(\.path)
      if !files.isEmpty {
        let selection = try SourceSelection(
          files, in: WorkingFolder.path, of: site, among: paths)
        paths = paths.filter(selection.paths.contains)
      }
      for outcome in try SiteFixer(site: site).fix(paths) { console.say(outcome.text) }
    } catch let refusal as SourceSelection.Refusal {
      throw ValidationError(refusal.message)
    } catch let failure as BuildFailure {
      console.say("error: \(failure.message)\n   = help: \(failure.help)")
      throw ExitCode(2)
    }
  }
}

extension SiteFixer.Outcome {
  fileprivate var text: String {
    switch kind {
    case .fixed: "fixed ‘\(path)’: its metadata is taken out, the picture is as it was"
    case .fixedUnderOneName:
      "fixed ‘\(path)’: its metadata is taken out here; the file had another name on this disk (a "
        + "hard link), and is as it was there"
    case .readOnly:
      "left ‘\(path)’ as it is: the file may only be read; allow yourself to change it"
    case .unfixable: "left ‘\(path)’ as it is: it is damaged; export the picture again"
    }
  }
}
