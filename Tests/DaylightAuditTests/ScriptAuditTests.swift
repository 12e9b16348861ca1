import DaylightAudit
import DaylightSyntax
import Foundation
import Testing

@Suite struct ScriptAuditTests {
  private func found(in script: String) -> Set<String> {
    var policy = AuditPolicy.example
    policy.exitScript.bytes = Array(script.utf8)
    let file = AuditedFile(path: policy.exitScript.path, bytes: policy.exitScript.bytes)
    return Set(OutputAudit.check([file], policy: policy).map(\.rule.id))
  }

  @Test(arguments: [
    "fetch('/x')", "window['fetch']('/x')", "new XMLHttpRequest()", "navigator.sendBeacon('/x')",
    "new WebSocket('')", "new EventSource('')", "localStorage.a = 1", "sessionStorage.a",
    "indexedDB.open('')",
    "caches.open('')", "document.cookie = ''", "navigator.serviceWorker",
    "new BroadcastChannel('')",
    "parent.postMessage(1)", "history.pushState(1)", "history.replaceState(1)",
    "navigation.updateCurrentEntry({ state: 1 })", "navigation.navigate('/', { state: 1 })",
    "window.name = ''",
    "window.open('')", "eval('')", "new Function('')", "import('./a.js')", "new Worker('')",
    "navigator.language", "new Image().src = ''", "location.href = ''", "location.assign('')",
    "el.innerHTML = ''", "let s = '//'; fetch('/x')", "/* */fetch('/x')", "document.write('')",
  ])
  func `a script that names a way to store, send or open is found`(script: String) {
    #expect(found(in: script) == ["script-capability"])
  }

  @Test(arguments: [
    "// fetch nothing, store nothing in localStorage\nleave();", "/* no cookie */ forget();",
    "const here = location.href; location.replace(here)", "if (location.href === a) b();",
    "if (!navigation.canGoBack) leave();",
    "const fetched = 1; const nameless = form.name;",
  ])
  func `a script that only leaves and forgets is silent`(script: String) {
    #expect(found(in: script).isEmpty)
  }

  @Test(arguments: ["exit.js", "checklist.js"])
  func `the shipped scripts name nothing of the kind`(name: String) throws {
    var root = URL(filePath: #filePath)
    for _ in 0..<3 { root.deleteLastPathComponent() }
    let source = root.appending(path: "Sources/DaylightTheme/Scripts/\(name)")
    #expect(found(in: try String(contentsOf: source, encoding: .utf8)).isEmpty)
  }
}
