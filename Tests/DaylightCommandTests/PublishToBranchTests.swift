import Foundation
import Testing

/// Publishing to a branch, with a repository in the next folder in place of a host.
@Suite struct PublishToBranchTests {
  let folder: CommandFolder

  init() async throws {
    folder = try CommandFolder()
    await folder.run("new", "site", ".", "--defaults", "--starter", "minimal")
    try git("init", "--quiet", "--bare", "host.git")
    try git("init", "--quiet", "--initial-branch=main")
    try git("config", "user.name", "Ann Example")
    try git("config", "user.email", "ann@example.org")
    try git("remote", "add", "origin", folder.path + "/host.git")
  }

  /// What Git answers in the folder of the site.
  @discardableResult
  private func git(_ arguments: String...) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["git", "-C", folder.path] + arguments
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let answer = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: answer, as: UTF8.self)
  }

  private func published(_ path: String) throws -> String {
    try git("--git-dir=host.git", "show", "gh-pages:" + path)
  }

  @Test func `a branch holds the site, then what changed, and then the former version again`()
    async throws
  {
    let place = ["publish", "--branch", "gh-pages", "--now", "2026-11-01"]
    #expect(
      await folder.run(place + ["--dry-run", "--first"]).contains("this was a dry run"))
    #expect(try git("--git-dir=host.git", "branch").isEmpty)
    await folder.run(place + ["--first", "--yes"])
    let first = try published("index.html")
    #expect(first.contains("</html>"))
    #expect(try published(".nojekyll").isEmpty)
    #expect(await folder.run(place).contains("Nothing to publish"))
    try folder.append("\nWe moved.\n", to: "content/index.md")
    await folder.run(place + ["--yes"])
    #expect(try published("index.html").contains("We moved."))
    await folder.run(place + ["--undo", "--yes"])
    #expect(try published("index.html") == first)
    #expect(try git("status", "--porcelain", "--", "content").contains("?? content/"))
  }

  @Test func `nothing is published before somebody agrees to begin`() async throws {
    let said = await folder.run("publish", "--branch", "gh-pages", "--yes", endsWith: 1)
    #expect(said.contains("nothing has been published"))
    #expect(try git("--git-dir=host.git", "branch").isEmpty)
  }

  @Test func `the branch that the author works on is refused`() async {
    let said = await folder.run("publish", "--branch", "main", "--first", "--yes", endsWith: 1)
    #expect(said.contains("error: ‘main’ is the branch that you are working on"))
  }

  @Test func `a remote that there is not is answered with those that there are`() async {
    let said = await folder.run(
      "publish", "--branch", "gh-pages", "--remote", "host", "--first", endsWith: 1)
    #expect(said.contains("has no remote called ‘host’"))
    #expect(said.contains("write ‘remote:’ and one of these: origin"))
  }

  @Test func `a branch with the sources of the site is refused`() async throws {
    try git("add", "content")
    try git("commit", "--quiet", "--message", "Begin")
    try git("push", "--quiet", "origin", "main:gh-pages")
    let said = await folder.run(
      "publish", "--branch", "gh-pages", "--first", "--yes", endsWith: 1)
    #expect(said.contains("the branch ‘gh-pages’ holds the sources of the site"))
  }

  @Test func `without a former version there is nothing to bring back`() async {
    let said = await folder.run(
      "publish", "--branch", "gh-pages", "--undo", "--yes", endsWith: 1)
    #expect(said.contains("there is no former version to bring back"))
  }

  @Test func `an address with no repository is a system error`() async throws {
    try git("remote", "set-url", "origin", folder.path + "/nowhere.git")
    let said = await folder.run("publish", "--branch", "gh-pages", "--first", endsWith: 2)
    #expect(said.contains("there is no repository at the address of ‘origin’"))
  }

  @Test func `a site in no repository cannot be published to a branch`() async throws {
    try FileManager.default.removeItem(atPath: folder.path + "/.git")
    let said = await folder.run("publish", "--branch", "gh-pages", "--first", endsWith: 1)
    #expect(said.contains("the site is not in a Git repository"))
  }
}
