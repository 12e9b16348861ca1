import DaylightModel
import DaylightPhotos
import DaylightSyntax
package import Platform

/// Makes the photographs of a site ready to publish, or takes them from an earlier build.
package struct PhotoStage: Sendable {
  private let site: String
  private let cache: PhotoCache
  private let runner: ParallelRunner
  private let observe: @Sendable (Int) -> Void

  /// - Parameters:
  ///   - keeps: whether to keep what is made for later builds.
  ///   - observe: called with the number of photographs that have to be made, if there are any.
  package init(
    site: String, keeps: Bool, runner: ParallelRunner,
    observe: @escaping @Sendable (Int) -> Void = { _ in }
  ) {
    self.site = site
    cache = PhotoCache(site: site, mayWrite: keeps)
    self.runner = runner
    self.observe = observe
  }

  /// What the photographs of a site became.
  package struct Photos: Sendable {
    private var outcomes: [ContentDigest: Outcome] = [:]

    /// Of an attached file, by what is known of it; nil if it is no photograph.
    subscript(facts: PictureFacts?) -> Outcome? {
      get { facts.flatMap { outcomes[$0.digest] } }
    }

    fileprivate mutating func add(_ outcome: Outcome, of photo: ContentDigest) {
      outcomes[photo] = outcome
    }
  }

  enum Outcome: Sendable {
    case made([PhotoCache.Entry])
    case problem(PictureProblem)
  }

  /// - Parameter assets: all files that are not text; of those only photographs are read.
  package func run(_ assets: [SourceAsset]) async throws(BuildFailure) -> Photos {
    var paths: [ContentDigest: String] = [:]
    for asset in assets where asset.isPhoto {
      if let digest = asset.picture?.digest { paths[digest] = paths[digest] ?? asset.path }
    }
    cache.removeAll(but: Set(paths.keys))
    var photos = Photos()
    guard !paths.isEmpty else { return photos }
    let all = paths.sorted { PathOrder.precedes($0.value, $1.value) }.map {
      (digest: $0.key, path: $0.value)
    }
    let known = await runner.map(all) { cache.entries(of: $0.digest) }
    for (photo, entries) in zip(all, known) {
      if let entries { photos.add(.made(entries), of: photo.digest) }
    }
    let missing = zip(all, known).filter { $1 == nil }.map(\.0)
    guard !missing.isEmpty else { return photos }
    observe(missing.count)
    let made = try await runner.mapRuns(missing) { (run) throws(BuildFailure) -> [Outcome] in
      var outcomes: [Outcome] = []
      for photo in run { outcomes.append(try make(photo.path, photo.digest)) }
      return outcomes
    }
    for (photo, outcome) in zip(missing, made) { photos.add(outcome, of: photo.digest) }
    return photos
  }

  private func make(
    _ path: String, _ digest: ContentDigest
  ) throws(BuildFailure) -> Outcome {
    guard let bytes = try SiteLoader(root: site).bytes(of: path) else { return .problem(.damaged) }
    do throws(PictureProblem) {
      let files = try Photo.files(of: bytes)
      // A file that has changed since it was listed would be kept under the wrong name.
      let isSame = ContentDigest(bytes) == digest
      return .made(isSame ? cache.keep(files, of: digest) : cache.inMemory(files))
    } catch {
      return .problem(error)
    }
  }
}

extension SourceAsset {
  /// Whether other files are published in place of this one.
  var isPhoto: Bool {
    guard let picture, path.hasPrefix("content/") else { return false }
    return Photo.formats.contains(picture.format) && picture.isNamedRight(path) && picture.isWhole
      && !picture.isMoving
  }
}

extension AttachedFile {
  /// - Parameter outcome: what became of a photograph; nil for any other file.
  init(_ asset: SourceAsset, _ outcome: PhotoStage.Outcome?) {
    var renditions: [Rendition] = []
    var problem: PictureProblem?
    switch outcome {
    case .made(let entries):
      let own = entries.last { $0.format == asset.picture?.format }?.digest
      renditions = entries.map { $0.rendition(of: asset, isInItsPlace: $0.digest == own) }
    case .problem(let found): problem = found
    case nil: break
    }
    self.init(
      path: asset.path, size: asset.stamp.size, head: asset.head,
      version: Int(asset.stamp.modified), picture: asset.picture, pdf: asset.pdf,
      renditions: renditions, problem: problem)
  }
}

extension PhotoCache.Entry {
  /// The widest in the format of the photograph has its name; the names of the others change with
  /// their bytes.
  fileprivate func rendition(of asset: SourceAsset, isInItsPlace: Bool) -> Rendition {
    let place = asset.path.dropFirst("content/".utf8.count)
    let stem = place[..<(place.lastIndex(of: ".") ?? place.endIndex)]
    let ending = isInItsPlace ? "" : ".\(digest.hexadecimal).\(format.ending ?? "")"
    return Rendition(
      path: isInItsPlace ? String(place) : stem + ending, format: format, size: size,
      byteCount: byteCount, parts: parts, content: content)
  }
}
