import DaylightBuild
import DaylightSyntax
import Testing

@testable import DaylightPublish

@Suite struct RsyncTests {
  @Test func `a listing is read with names of every kind`() {
    let listing = """
      drwxr-xr-x          4,096 2026/11/27 05:51:45 .
      -rw-r--r--          8,712 2026/11/27 05:51:45 index.html
      -rw-r--r--              0 2026/11/27 05:51:45 a/ two  spaces.html
      lrwxrwxrwx             11 2026/11/27 05:51:45 current -> /srv/release
      -rw-r--r--              0 2026/11/27 05:51:45 tab\\#011.html
      -rw-r--r--              0 2026/11/27 05:51:45 grün.html

      """
    #expect(
      RsyncListing.files(in: Array(listing.utf8)) == [
        "index.html", "a/ two  spaces.html", "current", "tab\t.html", "grün.html",
      ])
  }

  @Test func `signs with a meaning in rules of rsync lose it`() {
    #expect(RsyncPattern.escaped("a [1]/b*?.html") == "a \\[1]/b\\*\\?.html")
  }

  @Test(arguments: [
    (255, "ssh: Could not resolve hostname example.org: Name or service not known", "offline"),
    (255, "you@example.org: Permission denied (publickey,password).", "does not let you in"),
    (255, "Host key verification failed.", "is not known to this computer yet"),
    (255, "@ WARNING: REMOTE HOST IDENTIFICATION HAS CHANGED! @", "shows another key"),
    (255, "ssh: connect to host x port 22: Connection refused", "connection refused"),
    (12, "bash: line 1: rsync: command not found\nrsync: connection closed", "not installed on"),
    (23, "rsync: [generator] mkdir \"/srv/a\" failed: Permission denied (13)", "may not write"),
    (11, "rsync: write failed: No space left on device (28)", "no space left"),
    (
      11, "rsync: [Receiver] mkdir \"/a/b\" failed: No such file or directory (2)", "does not exist"
    ),
    (20, "rsync error: received SIGINT, SIGTERM, or SIGHUP (code 20)", "interrupted"),
    (23, "rsync: something new\nrsync error: some files (code 23)", "code 23"),
  ])
  func `what went wrong is said in plain words`(code: Int, messages: String, said: String) {
    let failure = RsyncFault(code: Int32(code), messages: messages).failure(at: "example.org")
    #expect(failure.message.contains(said), "\(failure.message)")
  }

  @Test func `of a file that is listed twice, nobody knows the version`() {
    func entry(_ path: String, _ text: String) -> Manifest.Entry {
      Manifest.Entry(
        path: path, digest: ContentDigest(Array(text.utf8)), stamp: FileStamp(size: 1, modified: 0))
    }
    let list = Manifest(
      entries: [entry("a", "1"), entry("a", "2"), entry("b", "1"), entry("gone", "1")],
      isComplete: false)
    let online = OnlineVersion(list: list, files: ["a", "b", "CNAME"])
    #expect(online.ours["a"] == .some(nil) && online.ours["b"] != .some(nil))
    #expect(online.ours.count == 2 && online.others == ["CNAME"] && online.isUnfinished)
  }
}
