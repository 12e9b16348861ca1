package import DaylightSite
package import DaylightSyntax
package import Platform

/// Brings the output folder from what it is to what it should be.
///
/// A manifest in the folder lists our files; others stay as they are. It is written twice: before
/// the first change, with all names old and new, and after the last. A build that is killed in
/// between thus leaves a list of all that may be ours, and the next build finishes the job.
///
/// One thread writes, since the file system's journal lets no two do it faster; comparing runs on
/// all processors. Nothing is flushed to the disk file by file (`fsync`): that would cost a hundred
/// times the writing, and guards only against the computer losing power, not against a killed
/// build. After a power cut, files that the system had not yet stored differ in size or time from
/// the manifest, and the next build writes them again.
package struct OutputCommitter: Sendable {
  private let site: String
  private let staging: OutputStaging?
  private let runner: ParallelRunner
  private let before: OutputOperation.Observer

  /// - Parameters:
  ///   - site: The root of the site, from where files are copied.
  ///   - staging: Where artifacts wait that are not in memory.
  ///   - runner: What files are compared with.
  ///   - before: Sees each change before it is made.
  package init(
    site: String, staging: OutputStaging? = nil, runner: ParallelRunner,
    before: @escaping OutputOperation.Observer = { _ in }
  ) {
    self.site = site
    self.staging = staging
    self.runner = runner
    self.before = before
  }

  /// What a commit did.
  package struct Summary: Sendable, Hashable {
    package var written = 0
    package var kept = 0
    package var removed = 0
  }

  /// Decides what to do. Touches nothing; a plan with errors must not be committed.
  package func plan(
    _ artifacts: [Artifact], in lock: borrowing BuildLock
  ) async throws(BuildFailure) -> Diagnosed<OutputPlan> {
    let output = lock.output
    do throws(FileError) {
      let site = try Directory(path: site)
      let previous = try manifest(in: output)
      var joined = OutputItem.join(artifacts, previous.value)
      joined.value = try await runner.mapRuns(joined.value, atLeast: 32) {
        (run) throws(FileError) -> [OutputItem] in
        var survey = OutputSurvey(output: output, site: site)
        var items: [OutputItem] = []
        items.reserveCapacity(run.count)
        for item in run { items.append(try survey.survey(item)) }
        return items
      }
      var plan = OutputPlan.make(joined.value, previous: previous.value)
      plan.diagnostics += joined.diagnostics + previous.diagnostics
      plan.diagnostics.sort()
      return plan
    } catch {
      throw .file(error)
    }
  }

  /// Carries out the plan. Where nothing is to be done, nothing in the folder is touched.
  package func commit(
    _ plan: OutputPlan, in lock: borrowing BuildLock
  ) throws(BuildFailure) -> Summary {
    do throws(FileError) {
      return try commit(plan, to: lock.output, isNew: lock.madeFolder)
    } catch {
      throw .file(error)
    }
  }

  /// `isNew` says that nobody can have written to the folder before.
  private func commit(
    _ plan: OutputPlan, to output: Directory, isNew: Bool
  ) throws(FileError) -> Summary {
    var writer = OutputWriter(
      output: output, site: try Directory(path: site), staging: staging, before: before)
    try writer.sweep(plan.previous.isComplete || isNew ? [""] : [""] + plan.folders)
    if !plan.isEmpty { try writer.write(plan.unfinishedManifest) }

    try writer.remove(plan.clear)
    try writer.removeEmptyFolders(plan.clearFolders)
    var entries = plan.keep
    entries.reserveCapacity(plan.keep.count + plan.write.count)
    for write in plan.write {
      entries.append(try writer.write(write.artifact, digest: write.digest))
    }
    try writer.remove(plan.remove)

    let manifest = Manifest(entries: entries)
    if !plan.isEmpty || manifest != plan.previous { try writer.write(manifest) }
    return Summary(
      written: plan.write.count, kept: plan.keep.count,
      removed: plan.clear.count + plan.remove.count)
  }

  /// One that is missing or cannot be read lists nothing: then nothing is removed, and the output
  /// is looked through for what a killed build may have left.
  private func manifest(in output: Directory) throws(FileError) -> Diagnosed<Manifest> {
    let none = Manifest(isComplete: false)
    guard let status = try output.status(of: OutputPath.manifest) else { return Diagnosed(none) }
    guard status.kind == .file else { return Diagnosed(none, [.outputManifest()]) }
    let file = try output.open(OutputPath.manifest, following: false)
    guard let manifest = Manifest(bytes: try file.read(upTo: status.stamp.size)) else {
      return Diagnosed(none, [.outputManifest()])
    }
    return Diagnosed(manifest)
  }
}
