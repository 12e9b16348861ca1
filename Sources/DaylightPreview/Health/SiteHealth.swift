package import DaylightSite
import DaylightSyntax
import Synchronization

/// The page about the site, at `/_daylight/`. It is rendered when it is requested.
package final class SiteHealth: Sendable {
  private struct State {
    var build: SiteBuild?
    var laps: [BuildClock.Lap] = []
    var page: [UInt8]?
  }

  /// Measures the stages of each build.
  package let clock = BuildClock()
  private let editor: EditorLink
  private let state = Mutex(State())

  package init(editor: EditorLink = EditorLink(root: "")) { self.editor = editor }

  /// Makes the page show a finished build.
  package func update(_ build: SiteBuild) {
    let laps = clock.laps
    state.withLock { $0 = State(build: build, laps: laps) }
  }

  /// The file at a path below `/_daylight/`. May be called on any thread.
  package func file(_ path: String) -> [UInt8]? {
    switch path {
    case "": page
    case "health.css": PackageResources.health_css
    default: nil
    }
  }

  private var page: [UInt8]? {
    state.withLock { state in
      if state.page == nil, let build = state.build {
        let page = HealthPage(build, laps: state.laps, editor: editor)
        state.page = page.html.bytes
      }
      return state.page
    }
  }
}
