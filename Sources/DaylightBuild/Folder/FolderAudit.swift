import DaylightAudit
package import DaylightModel
package import DaylightSyntax
import DaylightTheme
package import Platform

/// The audit of a folder of finished files, whatever made them. It knows no sources, settings or
/// helplines of the site, only the files.
package struct FolderAudit: Sendable {
  private let folder: String
  private let baseURL: BaseURL?
  private let runner: ParallelRunner
  private let limits = SiteLoader.Limits()

  /// - Parameter baseURL: where the folder is published; nil if unknown, and then every full address
  ///   counts as that of another site.
  package init(_ folder: String, baseURL: BaseURL? = nil, runner: ParallelRunner) {
    self.folder = folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    self.baseURL = baseURL
    self.runner = runner
  }

  package struct Result: Sendable {
    package let diagnostics: [Diagnostic]
    package let pages: Int
    package let files: Int
    /// The files that findings point to, by path.
    package let sources: [String: SourceFile]
  }

  /// The rules that only a site built by Daylight can keep, or that its settings may relax.
  package static let rulesNotApplied: [Rule] = [
    AuditRule.exitLink, AuditRule.safetyLine, AuditRule.helpBlock, AuditRule.pageOrder,
    AuditRule.landmarkStyle, AuditRule.securityPolicy, AuditRule.checklistForm,
    AuditRule.checklistVerdict, AuditRule.checklistHelp, .hostFile,
    AuditRule.unrequestedPreview,
  ]

  package func run() async throws(BuildFailure) -> Result {
    let directory: Directory
    let scan: SourceScan
    do throws(FileError) {
      directory = try Directory(path: folder)
      scan = try SourceScan(folder: directory)
    } catch {
      throw error.isMissingFolder ? .noFolder(path: folder) : .file(error)
    }
    let paths = scan.entries.map(relativePath)
    let pages = paths.count { $0.hasSuffix(".html") }
    guard pages > 0 else { throw .noPages(folder: folder) }
    do throws(FileError) {
      let policy = try policy(scan.entries, in: directory)
      let found = try await findings(scan.entries, paths, policy, in: directory)
      let diagnostics = (scan.diagnostics + found).sorted()
      return Result(
        diagnostics: diagnostics, pages: pages, files: paths.count,
        sources: try sources(of: diagnostics, in: directory))
    } catch {
      throw .file(error)
    }
  }

  /// The path in the folder.
  private func relativePath(_ entry: SourceSnapshot.Entry) -> String {
    String(decoding: entry.path.utf8.dropFirst(folder.utf8.count + 1), as: UTF8.self)
  }

  private func findings(
    _ entries: [SourceSnapshot.Entry], _ paths: [String], _ policy: AuditPolicy,
    in directory: Directory
  ) async throws(FileError) -> [Diagnostic] {
    let targets = LinkTargets(
      paths, anchors: [], rootPath: policy.basePath, allowsShortAddresses: true)
    let read = try await runner.mapRuns(entries, atLeast: 8) {
      (run) throws(FileError) -> [Reading] in
      var scratch = OutputAudit(policy, targets: targets).scratch()
      var read: [Reading] = []
      for entry in run {
        read.append(try self.read(entry, in: directory, policy, targets, &scratch))
      }
      return read
    }
    let site = OutputAudit(policy, targets: targets).checkSite(read.map(\.result))
    let applied = site.findings.filter { !policy.unapplied.contains($0.violation.rule.id) }
    return read.flatMap(\.findings) + AuditFinding.diagnostics(applied, in: folder + "/")
      + site.brokenLinks.map(here)
  }

  /// A link that leads nowhere, in the words for a folder without sources.
  private func here(_ finding: Diagnostic) -> Diagnostic {
    var finding = finding
    if let location = finding.location {
      let path = folder + location.path.dropFirst("public".count)
      finding.location = SourceLocation(path: path, start: location.start, end: location.end)
    }
    finding.help = "correct the address, or take the link out"
    return finding
  }

  private struct Reading: Sendable {
    let result: OutputAudit.FileResult
    /// What is wrong with the file as a file.
    var findings: [Diagnostic] = []
  }

  private func read(
    _ entry: SourceSnapshot.Entry, in directory: Directory, _ policy: AuditPolicy,
    _ targets: LinkTargets, _ scratch: inout AuditScratch
  ) throws(FileError) -> Reading {
    let path = relativePath(entry)
    var file = AuditedFile(path: path, bytes: [], isRedirect: true)
    var policy = policy
    var findings: [Diagnostic] = []
    if AuditedFile.needsBytes(path) {
      let isPicture = FileKind(path: path) == .picture
      let limit = isPicture ? limits.asset : limits.text
      guard entry.stamp.size <= limit else {
        return Reading(
          result: .init(unread: path),
          findings: [.tooLarge(entry.path, size: entry.stamp.size, limit: limit)])
      }
      do throws(FileError) {
        file.bytes = try directory.open(path, following: true).read(upTo: entry.stamp.size)
      } catch {
        guard [EACCES, EPERM, ENOENT].contains(error.code) else { throw error }
        return Reading(result: .init(unread: path), findings: [.unreadable(entry.path)])
      }
      if isPicture {
        file.parts = PictureParts(file.bytes)
      } else if !file.bytes.isEmpty {
        findings = SourceFile(path: entry.path, bytes: file.bytes).encodingDiagnostics()
      }
      if !isPicture {
        policy.language = Language(tag: file.bytes.pageLanguage ?? policy.language.subtag)
      }
    }
    return Reading(
      result: OutputAudit(policy, targets: targets).check(file, &scratch), findings: findings)
  }

  private func sources(
    of diagnostics: [Diagnostic], in directory: Directory
  ) throws(FileError) -> [String: SourceFile] {
    let locations = diagnostics.flatMap { [$0.location] + $0.notes.map(\.location) }
    var sources: [String: SourceFile] = [:]
    for path in Set(locations.compactMap { $0?.path }) {
      let name = String(decoding: path.utf8.dropFirst(folder.utf8.count + 1), as: UTF8.self)
      guard AuditedFile.needsBytes(name), FileKind(path: name) != .picture,
        let status = try directory.status(of: name, following: true),
        status.kind == .file, status.stamp.size <= limits.text
      else { continue }
      do throws(FileError) {
        let bytes = try directory.open(name, following: true).read(upTo: status.stamp.size)
        sources[path] = SourceFile(path: path, bytes: bytes)
      } catch {
        guard [EACCES, EPERM, ENOENT].contains(error.code) else { throw error }
      }
    }
    return sources
  }
}

extension FolderAudit {
  /// What is true of any site. Where the folder has one of the program’s own files, byte for byte, it
  /// is known by its path.
  private func policy(
    _ entries: [SourceSnapshot.Entry], in directory: Directory
  ) throws(FileError) -> AuditPolicy {
    /// A path that no file has, if there is none.
    func own(_ path: String, _ bytes: [UInt8]) throws(FileError) -> AuditPolicy.Script {
      let ending = path.hasSuffix(".css") ? ".css" : ".js"
      for entry in entries where entry.stamp.size == bytes.count && entry.path.hasSuffix(ending) {
        let name = relativePath(entry)
        if try directory.open(name, following: true).read(upTo: bytes.count) == bytes {
          return .init(path: name, bytes: bytes)
        }
      }
      return .init(path: "daylight:" + path, bytes: bytes)
    }
    return AuditPolicy(
      exitURL: "", siteHost: baseURL?.origin, basePath: baseURL?.path ?? "/",
      contentSecurityPolicy: SecurityPolicy.meta, inlinePolicy: SecurityPolicy.notFound,
      exitScript: try own(ReaderScript.exit.path, ReaderScript.exit.bytes),
      checklistScript: try own(ReaderScript.checklist.path, ReaderScript.checklist.bytes),
      landmarkStyle: try own(ReaderStyle.landmarks.path, ReaderStyle.landmarks.bytes),
      zeroTicksText: "", hasFeed: true, hasOpenGraph: true, linksNameFiles: false,
      unapplied: Set(Self.rulesNotApplied.map(\.id)))
  }
}

extension [UInt8] {
  /// What the first tag of a page says of its language.
  fileprivate var pageLanguage: String? {
    withHTMLScanner { scanner in
      while let token = scanner.next() {
        guard case .startTag(let tag) = token else { continue }
        guard tag.name == .html, let language = scanner.value(.lang) else { return nil }
        return String(decoding: language, as: UTF8.self)
      }
      return nil
    }
  }
}
