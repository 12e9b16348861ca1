import DaylightBuild
import DaylightSyntax

/// A change of a folder that rsync makes.
///
/// Readers never get a page whose style is not there yet: first comes what pages load, then the pages,
/// and what is gone goes last. A list of everything that is or may be Daylight’s is left there before
/// the first change, and one of what is there after the last. So whenever this stops, the next run
/// knows which files are whose, and finishes.
struct RsyncPublication: Publication {
  let online: OnlineVersion
  let plan: PublishPlan
  /// What the list there will be.
  let newList: Manifest
  /// What it is; nil if there is none.
  let oldList: Manifest?
  let oldDigest: ContentDigest?
  /// The folder with the files to send.
  let source: String
  let isUndo: Bool
  let keeping: Keeping
  let program: RsyncProgram
  let versions: FormerVersions

  /// What is kept of the version that is there.
  enum Keeping {
    case whole
    /// It is the former version of an interrupted publishing, which this one finishes.
    case more(FormerVersion)
    /// It is half of an interrupted publishing, whose former version comes back.
    case nothing(FormerVersion)
  }

  func send(_ progress: (String) -> Void) throws(PublishFailure) {
    let list = OnlineList(program: program, work: versions.work)
    // While the author was looking at the plan, a colleague may have published.
    try list.check(is: oldDigest)
    progress("keeping the former version …")
    let during = Manifest(
      entries: (oldList?.entries ?? []) + newList.entries, isComplete: false)
    try keep(during)
    try list.write(during)
    progress("removing \(plan.cleared.count) files that are in the way …")
    try remove(plan.cleared)
    for step in plan.steps {
      progress("sending \(step.count) files …")
      try program.send(step, from: source)
    }
    progress("removing \(plan.removedLast.count) files …")
    try remove(plan.removedLast)
    try list.write(newList)
    try onDisk { () throws(BuildFailure) in
      try versions.work.remove()
      if case .nothing = keeping {
        try versions.pending.remove()
      } else {
        try versions.pending.replace(versions.last)
      }
    }
  }

  /// Brings the files that will be changed or removed to this computer.
  private func keep(_ during: Manifest) throws(PublishFailure) {
    let touched = plan.changed + plan.removed + plan.replaced
    switch keeping {
    case .nothing(let version): try save(version.before, version.replaced, during)
    case .more(let version):
      // Some may have been sent already, and those were kept before.
      let old = Set(version.entries.map(\.path))
      let missing = touched.filter { old.contains($0) && !version.files[$0].exists }
      try fetch(missing, into: version.files)
      try save(version.before, version.replaced, during)
    case .whole:
      let files = versions.pending["files"]
      try onDisk { () throws(BuildFailure) in try versions.pending.remove() }
      try fetch(touched, into: files)
      let before = try onDisk { () throws(BuildFailure) -> Manifest in try self.before(files) }
      let replaced = try onDisk { () throws(BuildFailure) -> Manifest in
        var entries: [Manifest.Entry] = []
        for path in plan.replaced { entries.append(try entry(path, in: files)) }
        return Manifest(entries: entries)
      }
      try save(before, replaced, during)
    }
  }

  /// The list of what is there. After publishing from elsewhere was interrupted, it is made anew.
  private func before(_ files: KeptFolder) throws(BuildFailure) -> Manifest {
    guard let oldList, !oldList.isComplete else { return oldList ?? Manifest() }
    var entries: [Manifest.Entry] = []
    for (path, digest) in online.ours {
      if digest == nil {
        entries.append(try entry(path, in: files))
      } else if let listed = oldList.entries.first(where: { $0.path == path }) {
        entries.append(listed)
      }
    }
    return Manifest(entries: entries)
  }

  private func entry(
    _ path: String, in files: KeptFolder
  ) throws(BuildFailure) -> Manifest.Entry {
    let bytes = try files.read(path) ?? []
    return Manifest.Entry(
      path: path, digest: ContentDigest(bytes), stamp: FileStamp(size: bytes.count, modified: 0))
  }

  private func save(
    _ before: Manifest, _ replaced: Manifest, _ during: Manifest
  ) throws(PublishFailure) {
    let version = FormerVersion(
      folder: versions.pending, before: before, replaced: replaced,
      during: ContentDigest(during.bytes), after: ContentDigest(newList.bytes), isUndo: isUndo)
    try onDisk { () throws(BuildFailure) in try version.save() }
  }

  private func fetch(_ paths: [String], into folder: KeptFolder) throws(PublishFailure) {
    try onDisk { () throws(BuildFailure) in try folder.make() }
    try program.fetch(paths, into: folder.path)
  }

  private func remove(_ paths: [String]) throws(PublishFailure) {
    guard !paths.isEmpty else { return }
    let empty = versions.work
    try onDisk { () throws(BuildFailure) in
      try empty.remove()
      try empty.make()
    }
    try program.remove(paths, like: empty.path)
  }
}
