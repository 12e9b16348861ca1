import DaylightModel
package import DaylightSyntax
package import Platform

/// Reads the folders `content` and `templates` of a site.
///
/// Skips hidden files and files that editors leave behind, and never opens sockets, pipes or
/// devices. Follows symbolic links that stay inside the site, but no linked folder inside another.
package struct SiteLoader: Sendable {
  package let root: String
  package let limits: Limits

  package struct Limits: Sendable {
    /// Bytes. A long book is under two million.
    package var text = 8 << 20
    /// Bytes. Anything larger is a video, which belongs elsewhere.
    package var asset = 64 << 20
    /// Bytes kept of each asset.
    package var head = 64 << 10

    package init() {}
  }

  package init(root: String, limits: Limits = Limits()) {
    self.root = root
    self.limits = limits
  }

  /// The input that was read. Files and assets are sorted by the bytes of their paths.
  package struct Site: Sendable {
    package var files: [SourceFile]
    package var assets: [SourceAsset]
    package var snapshot: SourceSnapshot
  }

  /// Lists every file without opening any: about a millisecond for a thousand files.
  package func scan() throws(BuildFailure) -> Diagnosed<SourceSnapshot> {
    do throws(FileError) {
      let root = try Directory(path: root)
      if try root.status(of: "content", following: true)?.kind == .folder {
        let scan = try SourceScan(root: root, folders: ["content", "templates"])
        return Diagnosed(SourceSnapshot(entries: scan.entries), scan.diagnostics)
      }
    } catch {
      guard error.code == ENOENT || error.code == ENOTDIR else { throw .file(error) }
    }
    throw .noContent(root: root)
  }

  package func load(
    with runner: ParallelRunner
  ) async throws(BuildFailure) -> Diagnosed<Site> {
    try await load(scan(), with: runner)
  }

  /// Reads the files that a scan has found.
  ///
  /// - Parameter scratch: where pages wait until they are needed; nil if they stay in memory.
  package func load(
    _ scan: Diagnosed<SourceSnapshot>, with runner: ParallelRunner,
    into scratch: (any ByteStore)? = nil
  ) async throws(BuildFailure) -> Diagnosed<Site> {
    let outcomes: [Outcome]
    do throws(FileError) {
      let root = try Directory(path: root)
      outcomes = try await runner.mapRuns(scan.value.entries, atLeast: 32) {
        (run) throws(FileError) -> [Outcome] in
        var outcomes: [Outcome] = []
        for entry in run {
          let outcome = try read(entry, in: root)
          outcomes.append(scratch.map { outcome.moved(to: $0) } ?? outcome)
        }
        return outcomes
      }
    } catch {
      throw .file(error)
    }
    var site = Site(files: [], assets: [], snapshot: scan.value)
    var diagnostics = scan.diagnostics
    for outcome in outcomes {
      switch outcome {
      case .file(let file): site.files.append(file)
      case .asset(let asset): site.assets.append(asset)
      case .finding(let diagnostic): diagnostics.append(diagnostic)
      case .gone: break
      }
    }
    return Diagnosed(site, diagnostics.sorted())
  }

  /// Reads one text file. Nil if it does not exist, is not text, or cannot be read.
  package func read(_ path: String) throws(BuildFailure) -> SourceFile? {
    do throws(FileError) {
      let root = try Directory(path: root)
      guard let status = try root.status(of: path, following: false), status.kind == .file else {
        return nil
      }
      let entry = SourceSnapshot.Entry(path: path, status: status)
      if case .file(let file) = try read(entry, in: root) { return file }
      return nil
    } catch {
      if [ENOENT, ENOTDIR, EACCES].contains(error.code) { return nil }
      throw .file(error)
    }
  }

  /// The bytes of any file of the site. Nil if it does not exist or cannot be read.
  package func bytes(of path: String) throws(BuildFailure) -> [UInt8]? {
    do throws(FileError) {
      let file = try Directory(path: root).open(path, following: true)
      return try file.read(upTo: min(try file.status().stamp.size, limits.asset))
    } catch {
      if [ENOENT, ENOTDIR, EACCES].contains(error.code) { return nil }
      throw .file(error)
    }
  }

  private enum Outcome: Sendable {
    case file(SourceFile)
    case asset(SourceAsset)
    case finding(Diagnostic)
    /// Removed since the scan.
    case gone

    /// A page is read twice, settings and data many times.
    func moved(to scratch: any ByteStore) -> Self {
      guard case .file(var file) = self, PageKind(path: file.path) != nil else { return self }
      file.move(to: scratch)
      return .file(file)
    }
  }

  private func read(
    _ entry: SourceSnapshot.Entry, in root: Directory
  ) throws(FileError) -> Outcome {
    let name = entry.path.utf8.lastIndex(of: UInt8(ascii: "/")).map {
      entry.path[$0...].dropFirst()
    }
    // Template assets are named after a digest of their bytes, so they are read whole, whatever
    // their type.
    let isText =
      SourceKind(name: String(name ?? entry.path[...])) == .text
      || entry.path.hasPrefix("templates/assets/")
    let limit = isText ? limits.text : limits.asset
    do throws(FileError) {
      guard entry.stamp.size <= limit else {
        return .finding(.tooLarge(entry.path, size: entry.stamp.size, limit: limit))
      }
      let file = try root.open(entry.path, following: true)
      let status = try file.status()
      guard status.kind == .file else { return .gone }
      guard isText else {
        // Metadata can be anywhere in a picture, so all of it is read, but only the facts are kept.
        let isWhole = PictureFacts.apply(to: entry.path) || PDFFacts.apply(to: entry.path)
        let bytes = try file.read(upTo: min(status.stamp.size, isWhole ? limit : limits.head))
        return .asset(
          SourceAsset(
            path: entry.path, stamp: status.stamp, head: Array(bytes.prefix(limits.head)),
            picture: PictureFacts(bytes, path: entry.path),
            pdf: PDFFacts(bytes, path: entry.path)))
      }
      // One byte more than expected, to notice a file that grew.
      let bytes = try file.read(upTo: min(status.stamp.size, limit) + 1)
      guard bytes.count <= limit else {
        return .finding(.tooLarge(entry.path, size: bytes.count, limit: limit))
      }
      return .file(SourceFile(path: entry.path, bytes: bytes))
    } catch {
      switch error.code {
      case ENOENT, ENOTDIR: return .gone
      case EACCES, EPERM: return .finding(.unreadable(entry.path))
      default: throw error
      }
    }
  }
}
