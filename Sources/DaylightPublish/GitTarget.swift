import DaylightBuild
package import DaylightModel

/// A branch of a repository, that Git publishes to.
///
/// The commit is made from the finished files alone, in an index of its own: neither the author’s
/// files nor what they have prepared to commit is touched.
package struct GitTarget: PublishTarget {
  package let text: String
  private let address: BranchAddress
  private let git: GitProgram
  private let date: Int

  /// - Parameters:
  ///   - site: the folder with `content`, in the repository whose remote is meant.
  ///   - date: of the commit, in seconds since 1970.
  ///   - canAsk: whether somebody is there to type a password.
  package init(
    _ address: BranchAddress, site: String, date: Int, canAsk: Bool
  ) throws(PublishFailure) {
    text = address.text
    self.address = address
    self.date = date
    git = GitProgram(site: site, canAsk: canAsk)
    guard try git.answer(["rev-parse", "--git-dir"]) != nil else {
      throw PublishFailure(
        .refused, "the site is not in a Git repository, so there is no branch to publish to",
        help: "run ‘git init’ and ‘git remote add \(address.remote) ADDRESS’ in its folder, or "
          + "publish to a folder with ‘to’")
    }
    try checkRemote()
    if try git.line(["symbolic-ref", "--quiet", "--short", "HEAD"]) == address.branch {
      throw PublishFailure(
        .refused, "‘\(address.branch)’ is the branch that you are working on",
        help: "publish to a branch of its own, as in ‘branch: gh-pages’")
    }
  }

  private func checkRemote() throws(PublishFailure) {
    let remotes = String(decoding: try git.output(["remote"]), as: UTF8.self)
      .split(separator: "\n").map(String.init)
    guard !remotes.contains(address.remote) else { return }
    throw PublishFailure(
      .refused, "the repository has no remote called ‘\(address.remote)’",
      help: remotes.isEmpty
        ? "tell it where to publish: git remote add \(address.remote) ADDRESS"
        : "write ‘remote:’ and one of these: \(remotes.joined(separator: ", "))")
  }

  package func publication(of site: FinishedSite) throws(PublishFailure) -> any Publication {
    let branch = GitBranch(address, git)
    let tip = try branch.fetch()
    let there = try branch.look(at: tip)
    if tip != nil, there.list == nil, there.tree.entries["content/site.yaml"] != nil {
      throw PublishFailure(
        .refused, "the branch ‘\(address.branch)’ holds the sources of the site",
        help: "publish to a branch of its own, as in ‘branch: gh-pages’")
    }
    let root = try git.root(of: site.folder)
    var files: [String: GitTree.Entry] = [:]
    let paths = site.list.entries.map(\.path)
    let blobs = try git.blobs(of: paths.map { root + "/" + $0 }, areWritten: false)
    guard blobs.count == paths.count else {
      throw PublishFailure(
        .system, "Git could not read all files of ‘\(site.folder)’", help: "publish again")
    }
    for (path, blob) in zip(paths, blobs) {
      files[path] = GitTree.Entry(mode: "100644", blob: blob)
    }
    // Without this file, GitHub would run Jekyll over the site, which drops names that begin with _.
    files[".nojekyll"] = GitTree.Entry(
      mode: "100644", blob: try git.blob(of: [], isWritten: false))
    return GitPublication(
      online: there.version, plan: PublishPlan(from: there.version, to: files.planned),
      files: files, list: site.list.adding(".nojekyll").bytes, source: root, tip: tip,
      message: "Publish the site", date: date, branch: branch)
  }

  package func undoing() throws(PublishFailure) -> any Publication {
    let branch = GitBranch(address, git)
    guard let tip = try branch.fetch(), let last = try branch.lastPublishing(before: tip),
      let before = try git.line(["rev-parse", "--verify", "--quiet", last + "^1"])
    else { throw .noFormerVersion }
    let there = try branch.look(at: tip)
    let published = try branch.look(at: last)
    let former = try branch.look(at: before)
    let touched = Set(published.version.ours.keys).union(former.version.ours.keys)
    let files = former.tree.entries.filter { touched.contains($0.key) }
    guard !files.isEmpty else { throw .noFormerVersion }
    let list = try former.tree.entries[PublishedList.name].map { entry throws(PublishFailure) in
      try git.output(["cat-file", "blob", entry.blob])
    }
    return GitPublication(
      online: there.version, plan: PublishPlan(from: there.version, to: files.planned),
      files: files, list: list, source: nil, tip: tip,
      message: "Bring back the former version of the site", date: date, branch: branch)
  }
}

extension [String: GitTree.Entry] {
  fileprivate var planned: [PublishPlan.File] {
    map { PublishPlan.File(path: $0.key, digest: $0.value.blob) }
  }
}

extension Manifest {
  /// The list with an empty file.
  fileprivate func adding(_ path: String) -> Manifest {
    guard !entries.contains(where: { $0.path == path }) else { return self }
    return Manifest(
      entries: entries + [
        Entry(path: path, digest: .ofNothing, stamp: FileStamp(size: 0, modified: 0))
      ])
  }
}
