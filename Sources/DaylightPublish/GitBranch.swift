import DaylightBuild
import DaylightModel
import DaylightSyntax
import Platform

/// A branch on a remote, as Git last fetched it.
struct GitBranch {
  let address: BranchAddress
  let git: GitProgram

  init(_ address: BranchAddress, _ git: GitProgram) {
    self.address = address
    self.git = git
  }

  /// What is in a commit.
  struct Contents {
    let tree: GitTree
    let list: Manifest?
    let version: OnlineVersion
  }

  /// Where our copy of the branch is kept. The author’s own branches are left alone.
  private var copy: String { "refs/daylight/\(address.remote)/\(address.branch)" }

  /// The newest commit of the branch; nil if there is no such branch.
  func fetch() throws(PublishFailure) -> String? {
    let name = "refs/heads/" + address.branch
    let listed = try git.end(["ls-remote", "--exit-code", address.remote, name])
    if listed.code == 2 { return nil }
    guard listed.code == 0 else { throw failure(listed.errors) ?? .git(listed) }
    let fetched = try git.end([
      "fetch", "--quiet", "--no-tags", "--no-write-fetch-head", address.remote, "+\(name):\(copy)",
    ])
    guard fetched.code == 0 else { throw failure(fetched.errors) ?? .git(fetched) }
    return try git.line(["rev-parse", "--verify", "--quiet", copy])
  }

  /// - Parameter commit: nil for a branch that does not exist.
  func look(at commit: String?) throws(PublishFailure) -> Contents {
    guard let commit else {
      return Contents(
        tree: GitTree(listing: []), list: nil, version: OnlineVersion(list: nil, files: []))
    }
    let tree = GitTree(listing: try git.output(["ls-tree", "-r", "-z", "--full-tree", commit]))
    let list = try tree.entries[PublishedList.name].map { entry throws(PublishFailure) in
      try PublishedList.read(try git.output(["cat-file", "blob", entry.blob]))
    }
    var version = OnlineVersion(
      list: list, files: tree.entries.keys.filter { $0 != PublishedList.name })
    // The branch itself knows best what is in it.
    for path in version.ours.keys { version.ours[path] = .some(tree.entries[path]?.blob) }
    return Contents(tree: tree, list: list, version: version)
  }

  /// The newest commit in which Daylight changed what is published.
  func lastPublishing(before tip: String) throws(PublishFailure) -> String? {
    let found = try git.line([
      "rev-list", "--max-count=1", "--first-parent", tip, "--", PublishedList.name,
    ])
    return found.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// Makes a commit the newest one of the branch, unless somebody else was faster.
  func push(_ commit: String) throws(PublishFailure) {
    let ended = try git.end([
      "push", "--quiet", "--porcelain", address.remote, "\(commit):refs/heads/\(address.branch)",
    ])
    guard ended.code != 0 else {
      _ = try git.answer(["update-ref", copy, commit])
      return
    }
    let said = String(decoding: ended.output + ended.errors, as: UTF8.self)
    // The second if they were faster by less than a second.
    if said.contains("[rejected]") || said.contains("failed to update ref") {
      throw PublishFailure(
        .refused, "somebody else has published to \(address.text) meanwhile; nothing was changed",
        help: "run ‘daylight publish’ again, and look at what it would change")
    }
    if said.contains("[remote rejected]") {
      let reason = said.split(separator: "\n").first { $0.contains("[remote rejected]") } ?? ""
      throw PublishFailure(
        .refused, "the host does not accept the branch: \(reason.filter { $0 != "\t" })",
        help: "look in the host’s settings whether the branch is protected")
    }
    throw failure(ended.errors) ?? .git(ended)
  }

  private func failure(_ errors: [UInt8]) -> PublishFailure? {
    let messages = String(decoding: errors, as: UTF8.self)
    if let fault = ConnectionFault(messages: messages) {
      return .connection(fault, to: address.remote)
    }
    guard
      messages.contains("does not appear to be a git repository")
        || messages.contains("epository not found") || messages.contains("does not exist")
    else { return nil }
    return PublishFailure(
      .system,
      "there is no repository at the address of ‘\(address.remote)’, or you may not see it",
      help: "compare the address that ‘git remote -v’ shows with that of your host")
  }
}

extension ContentDigest {
  static var ofNothing: ContentDigest { ContentDigest([UInt8]()) }
}
