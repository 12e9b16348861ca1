import ArgumentParser
import DaylightBuild
import DaylightSyntax

/// The part of `check --fix` that runs before the check. Prints a line for each file it changed.
struct FixRun {
  let site: String
  /// The only files to fix; empty for the whole site.
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
