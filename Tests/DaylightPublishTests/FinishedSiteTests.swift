import DaylightBuild
import DaylightPublish
import DaylightSyntax
import DaylightTheme
import Testing

@Suite struct FinishedSiteTests {
  private func isOfBuild(_ written: [String: String], _ built: [String: String]) -> Bool {
    let entries = written.map { path, text in
      Manifest.Entry(
        path: path, digest: ContentDigest(Array(text.utf8)), stamp: FileStamp(size: 1, modified: 0))
    }
    let artifacts = built.map { Artifact(path: $0.key, bytes: Array($0.value.utf8)) }
    return FinishedSite(folder: "public", manifest: Manifest(entries: entries), of: artifacts)
      != nil
  }

  @Test func `a site is finished if its files are those of the build`() {
    #expect(isOfBuild(["a": "1", "b": "2"], ["a": "1", "b": "2"]))
  }

  @Test(arguments: [
    ["a": "1", "b": "3"], ["a": "1", "c": "2"], ["a": "1"], ["a": "1", "b": "2", "c": "3"],
  ])
  func `files of another build are none`(written: [String: String]) {
    #expect(!isOfBuild(written, ["a": "1", "b": "2"]))
  }
}
