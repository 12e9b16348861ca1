import ArgumentParser
import DaylightBuild

/// One run of `check --fix`, before the check itself, with a line for each file it changed.
struct FixRun {
  let site: String

  func run() throws {
    let console = Console()
    do throws(BuildFailure) {
      for outcome in try SiteFixer(site: site).fix() { console.say(outcome.text) }
    } catch {
      console.say("error: \(error.message)\n   = help: \(error.help)")
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
