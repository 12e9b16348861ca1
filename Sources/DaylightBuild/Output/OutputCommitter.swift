package import DaylightSyntax
package import DaylightTheme
package import Platform

/// Updates the output folder to match a build.
///
/// A manifest in the folder lists the files that Daylight wrote; others are never touched. It is
/// written twice: before the first change, with all old and new names, and after the last. So a
/// build that is killed in between leaves a list of everything that may be ours, and the next build
/// finishes the job.
///
/// Writing uses one thread, because the file system's journal makes parallel writes no faster;
/// comparing uses all processors. Files are not flushed to the disk one by one (`fsync`): that
/// would cost a hundred times the writing, and protects only against a power cut, not against a
/// killed build. After a power cut, files that the system had not yet stored differ in size or time
/// from the manifest, and the next build writes them again.
package struct OutputCommitter: Sendable {
  private let site: String
  private let staging: OutputStaging?
  private let runner: ParallelRunner
  private let before: OutputOperation.Observer

  /// - Parameters:
  ///   - site: The root of the site, from which files are copied.
  ///   - staging: The artifacts that are not in memory.
  ///   - runner: Compares files in parallel.
  ///   - before: Called before each change.
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

  /// Carries out the plan. An empty plan touches nothing.
  package func commit(
    _ plan: OutputPlan, in lock: borrowing BuildLock
  ) throws(BuildFailure) -> Summary {
    do throws(FileError) {
      return try commit(plan, to: lock.output, isNew: lock.createdFolder)
    } catch {
      throw .file(error)
    }
  }

  /// `isNew` means that nothing can have been written to the folder before.
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

  /// The manifest of the last build. If it is missing or unreadable it counts as empty: nothing is
  /// removed, and the output is searched for what a killed build may have left.
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
