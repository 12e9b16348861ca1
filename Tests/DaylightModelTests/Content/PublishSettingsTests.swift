import DaylightModel
import DaylightSyntax
import TestSupport
import Testing

@Suite struct PublishSettingsTests {
  private func decode(_ text: String, _ rules: [String] = []) -> PublishSettings? {
    let source = BracketedSource("name: A\n" + text, path: "content/site.yaml")
    let decoded = SiteConfiguration.decode(source.file)
    expect(decoded.diagnostics, rules, in: source)
    return decoded.value.publish
  }

  @Test func `a folder on a server, and one on this computer`() throws {
    guard case .folder(let server) = decode("publish:\n  to: you@example.org:~/www/a room/\n"),
      case .folder(let here) = decode("publish: {to: ../site}\n")
    else {
      Issue.record("not read as folders")
      return
    }
    #expect(server.host == "you@example.org" && server.path == "www/a room")
    #expect(here.host == nil && here.path == "../site")
  }

  @Test func `a branch, of origin unless another remote is named`() throws {
    #expect(
      decode("publish: {branch: gh-pages}\n")
        == .branch(try BranchAddress("gh-pages", remote: "origin")))
    #expect(
      decode("publish: {branch: pages, remote: codeberg}\n")
        == .branch(try BranchAddress("pages", remote: "codeberg")))
  }

  @Test func `a folder and a branch at once are one too many`() {
    #expect(decode("publish:\n  to: /srv/a\n  branch: ⟦pages⟧\n", ["error publish-target"]) == nil)
    #expect(decode("publish:\n  to: /srv/a\n  remote: ⟦origin⟧\n", ["error publish-target"]) != nil)
  }

  @Test func `names of other programs are translated, and nothing is published anywhere`() {
    #expect(
      decode(
        "⟦publish⟧:\n  ⟦server⟧: example.org\n  ⟦password⟧: secret\n",
        ["error missing-field", "error unknown-key", "error unknown-key"]) == nil)
  }

  @Test(arguments: [
    "-e sh:/srv", "-oProxyCommand=x:/srv", "you@example.org", "you@example.org:", "host:~",
    "you@example.org:/srv/$(id)", "you@example.org:/srv/`id`", "you@example.org:/srv;id",
    "you@example.org:-rf", "you@example.org:/srv/*", "rsync://example.org/srv",
    "example.org::srv", "ssh://example.org/srv", "C:/site", "~/site", "a b@example.org:/srv",
    "you@example.org:/srv\tb", ":/srv",
  ])
  func `an address that is none, or that would be obeyed, is refused`(text: String) {
    #expect(throws: AddressFault.self) { try FolderAddress(text) }
  }

  @Test(arguments: [
    ("-f", "origin"), ("--force", "origin"), ("gh pages", "origin"), ("a..b", "origin"),
    ("refs/heads/a", "origin"), ("a:b", "origin"), ("a/", "origin"), (".a", "origin"),
    ("HEAD", "origin"), ("a.lock", "origin"), ("+a", "origin"), ("gh-pages", "--upload-pack=id"),
    ("gh-pages", "ext::sh"), ("gh-pages", "https://example.org/a.git"), ("gh-pages", "../other"),
  ])
  func `a branch or remote that is none, or would be read as an option, is refused`(
    branch: String, remote: String
  ) {
    #expect(throws: AddressFault.self) { try BranchAddress(branch, remote: remote) }
  }
}
