import DaylightBuild
import Platform

/// A commit that makes a branch hold another version of the site.
struct GitPublication: Publication {
  let online: OnlineVersion
  let plan: PublishPlan
  /// All files of the site, as the branch will hold them.
  let files: [String: GitTree.Entry]
  /// The list of them; nil if there will be none.
  let list: [UInt8]?
  /// The folder whose files are not in the repository yet; nil if all are.
  let source: String?
  /// The newest commit; nil if the branch is new.
  let tip: String?
  let message: String
  /// In seconds since 1970.
  let date: Int
  let branch: GitBranch

  func send(_ progress: (String) -> Void) throws(PublishFailure) {
    progress("writing the commit …")
    let commit = try commit()
    progress("sending it …")
    try branch.push(commit)
  }

  private func commit() throws(PublishFailure) -> String {
    let git = branch.git
    if let source {
      // Git writes only what it does not have yet.
      let sent = plan.sent.filter { $0 != ".nojekyll" }
      let blobs = try git.blobs(of: sent.map { source + "/" + $0 }, areWritten: true)
      guard blobs == sent.map({ files[$0]?.blob ?? "" }) else {
        throw PublishFailure(
          .refused, "the finished site was changed while it was being published",
          help: "wait until no other build runs, then publish again")
      }
      _ = try git.blob(of: [], isWritten: true)
    }
    let tree = try tree()
    let when = "\(date) +0000"
    let parents = tip.map { ["-p", $0] } ?? []
    let made = try git.output(
      ["commit-tree", tree] + parents + ["-m", message],
      environment: ["GIT_AUTHOR_DATE": when, "GIT_COMMITTER_DATE": when])
    return String(decoding: made.filter { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
  }

  /// The tree of the new commit, made in an index of its own.
  private func tree() throws(PublishFailure) -> String {
    let git = branch.git
    guard let folder = try git.line(["rev-parse", "--absolute-git-dir"]) else {
      throw .missingProgram("git")
    }
    let index = "\(folder)/daylight-index-\(getpid())"
    let environment = ["GIT_INDEX_FILE": index]
    defer { unlink(index) }
    _ = try git.output(
      ["read-tree"] + (tip.map { [$0] } ?? ["--empty"]), environment: environment)
    _ = try git.output(
      ["update-index", "-z", "--index-info"], input: try changes(), environment: environment)
    let tree = try git.output(["write-tree"], environment: environment)
    return String(decoding: tree.filter { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
  }

  /// Lines for `git update-index --index-info`: first all that is removed, then all that is there.
  private func changes() throws(PublishFailure) -> [UInt8] {
    let none = String(repeating: "0", count: files.values.first?.blob.utf8.count ?? 40)
    var lines: [String] = []
    for path in plan.removed + [PublishedList.name] { lines.append("0 \(none)\t\(path)") }
    for path in files.keys.sorted(by: PathOrder.precedes) {
      guard let entry = files[path] else { continue }
      lines.append("\(entry.mode) \(entry.blob)\t\(path)")
    }
    if let list {
      let blob = try branch.git.blob(of: list, isWritten: true)
      lines.append("100644 \(blob)\t\(PublishedList.name)")
    }
    return Array(lines.map { $0 + "\0" }.joined().utf8)
  }
}

extension GitProgram {
  /// The names that Git gives to the bytes of files.
  func blobs(of files: [String], areWritten: Bool) throws(PublishFailure) -> [String] {
    guard !files.isEmpty else { return [] }
    let names = try output(
      ["hash-object"] + (areWritten ? ["-w"] : []) + ["--no-filters", "--stdin-paths"],
      input: Array(files.joined(separator: "\n").utf8))
    return String(decoding: names, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  func blob(of bytes: [UInt8], isWritten: Bool) throws(PublishFailure) -> String {
    let name = try output(
      ["hash-object"] + (isWritten ? ["-w"] : []) + ["--no-filters", "--stdin"], input: bytes)
    return String(decoding: name.filter { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
  }

  /// The path of a folder from the root of the disk on.
  func root(of folder: String) throws(PublishFailure) -> String {
    guard let path = LocalFolder.real(folder) else {
      throw PublishFailure(
        .system, "the folder ‘\(folder)’ does not exist", help: "build the site again")
    }
    return path
  }
}
