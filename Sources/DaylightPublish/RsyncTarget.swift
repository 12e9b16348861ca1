import DaylightBuild
package import DaylightModel
import DaylightSyntax

/// A folder, on this computer or on a server, that rsync publishes to.
package struct RsyncTarget: PublishTarget {
  package let text: String
  private let program: RsyncProgram
  private let versions: FormerVersions

  /// - Parameter site: the folder with `content`, from which a path is taken.
  package init(_ address: FolderAddress, site: String) throws(PublishFailure) {
    text = address.text
    let folder = try LocalFolder.resolved(address, site: site)
    program = RsyncProgram(folder, connection: folder.host.flatMap { SharedConnection(to: $0) })
    versions = FormerVersions(site: site, place: folder.text)
  }

  package func publication(of site: FinishedSite) throws(PublishFailure) -> any Publication {
    let there = try look()
    let kept = try kept(before: there)
    let isInterrupted = kept?.isFinished == false
    return RsyncPublication(
      online: there.version,
      plan: PublishPlan(from: there.version, to: site.list.entries.map(PublishPlan.File.init)),
      newList: site.list, oldList: there.list, oldDigest: there.digest, source: site.folder,
      isUndo: false,
      keeping: kept.flatMap { isInterrupted ? .more($0.version) : nil } ?? .whole, program: program,
      versions: versions)
  }

  package func undoing() throws(PublishFailure) -> any Publication {
    let there = try look()
    guard there.list != nil else { throw .noFormerVersion }
    guard let kept = try kept(before: there) else {
      throw PublishFailure(
        .refused,
        "what is published was not sent from this folder, so its former version is not here",
        help: "undo it on the computer that published it last, or publish an older copy of "
          + "‘content’")
    }
    var version = kept.version
    var keeping = kept.isFinished ? RsyncPublication.Keeping.whole : .nothing(version)
    // An undo that was interrupted is finished, not undone.
    if !kept.isFinished, version.isUndo {
      keeping = .more(version)
      guard
        let undone = try onDisk({ () throws(BuildFailure) in
          try FormerVersion(in: versions.last)
        })
      else { throw .noFormerVersion }
      version = undone
    }
    guard !version.isEmpty else { throw .noFormerVersion }
    let plan = PublishPlan(
      from: there.version, to: version.entries.map(PublishPlan.File.init))
    if let missing = plan.sent.first(where: { !version.files[$0].exists }) {
      throw PublishFailure(
        .refused, "‘\(missing)’ of the former version is missing from ‘\(version.folder.path)’",
        help: "publish an older copy of ‘content’ instead")
    }
    return RsyncPublication(
      online: there.version, plan: plan, newList: version.before, oldList: there.list,
      oldDigest: there.digest,
      source: version.files.path, isUndo: true, keeping: keeping,
      program: program, versions: versions)
  }

  private struct There {
    let version: OnlineVersion
    let list: Manifest?
    /// That of the list.
    let digest: ContentDigest?
  }

  private func kept(
    before there: There
  ) throws(PublishFailure) -> (version: FormerVersion, isFinished: Bool)? {
    guard let digest = there.digest else { return nil }
    return try onDisk { () throws(BuildFailure) in try versions.version(before: digest) }
  }

  private func look() throws(PublishFailure) -> There {
    var files = try program.files() ?? []
    guard let index = files.firstIndex(of: PublishedList.name) else {
      return There(version: OnlineVersion(list: nil, files: files), list: nil, digest: nil)
    }
    files.remove(at: index)
    let bytes = try OnlineList(program: program, work: versions.work).read() ?? []
    let list = try PublishedList.read(bytes)
    return There(
      version: OnlineVersion(list: list, files: files), list: list, digest: ContentDigest(bytes))
  }
}

extension PublishPlan.File {
  init(_ entry: Manifest.Entry) {
    self.init(path: entry.path, digest: entry.digest.hexadecimal)
  }
}
