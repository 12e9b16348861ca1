import DaylightModel
import DaylightPhotos
import DaylightSyntax
import Platform

/// The files that earlier builds made of photographs, in `.daylight/photos` beside `content`.
///
/// Of each photograph there is a list, `0b242d361fda71bc.list`, with the digest of the photograph in
/// its name and those of the files in it, and the files: `0b242d361fda71bc.480.webp`. What is missing
/// or damaged counts as not made. The cache only saves work, so one that cannot be read or written is
/// ignored.
struct PhotoCache: Sendable {
  static let folder = ".daylight/photos"

  private let site: String
  private let mayWrite: Bool

  /// - Parameter mayWrite: whether to keep what is made, and to remove what is no longer used.
  init(site: String, mayWrite: Bool) {
    self.site = site
    self.mayWrite = mayWrite
  }

  /// A file that was made of a photograph.
  struct Entry: Sendable {
    let format: FileFormat
    let size: ImageSize
    let byteCount: Int
    let digest: ContentDigest
    let parts: PictureParts?
    let content: Rendition.Content
  }

  /// The files of the photograph with this digest; nil unless all are there as they were written.
  func entries(of photo: ContentDigest) -> [Entry]? {
    do throws(FileError) {
      let folder = try Directory(path: site).folder(Self.folder)
      guard let list = try read(Self.listName(photo), in: folder).flatMap(PhotoList.init) else {
        return nil
      }
      var entries: [Entry] = []
      for item in list.items {
        let name = Self.name(of: item, photo)
        guard let bytes = try read(name, in: folder), bytes.count == item.byteCount,
          ContentDigest(bytes) == item.digest
        else { return nil }
        entries.append(entry(item, bytes, .kept(at: Self.folder + "/" + name)))
      }
      return entries
    } catch {
      return nil
    }
  }

  /// Keeps files for later builds. If that fails they are used from memory.
  func keep(_ files: [Photo.File], of photo: ContentDigest) -> [Entry] {
    let items = files.map(PhotoList.Item.init)
    do throws(FileError) {
      guard mayWrite else { return inMemory(files) }
      let site = try Directory(path: site)
      let above = OutputPath.parent(of: Self.folder)
      try site.makeFolder(above)
      // The folder belongs to this machine, so Git should ignore it.
      let own = try site.folder(above)
      if try own.status(of: ".gitignore") == nil {
        try own.replace(".gitignore", with: Array("*\n".utf8))
      }
      try site.makeFolder(Self.folder)
      let folder = try site.folder(Self.folder)
      // Builds into other folders may make the same files at the same time.
      let temporary = OutputPath.temporary + String(getpid())
      for (item, file) in zip(items, files) {
        try folder.replace(Self.name(of: item, photo), with: file.bytes, through: temporary)
      }
      let list = PhotoList(items: items).bytes
      try folder.replace(Self.listName(photo), with: list, through: temporary)
      return zip(items, files).map { item, file in
        entry(item, file.bytes, .kept(at: Self.folder + "/" + Self.name(of: item, photo)))
      }
    } catch {
      return inMemory(files)
    }
  }

  func inMemory(_ files: [Photo.File]) -> [Entry] {
    files.map { entry(PhotoList.Item($0), $0.bytes, .bytes($0.bytes)) }
  }

  /// Removes what was made of photographs that the site no longer has.
  func removeAll(but photos: Set<ContentDigest>) {
    guard mayWrite else { return }
    do throws(FileError) {
      let site = try Directory(path: site)
      guard try site.status(of: Self.folder)?.kind == .folder else { return }
      let folder = try site.folder(Self.folder)
      let kept = Set(photos.map(\.hexadecimal))
      for bytes in try folder.names() {
        let name = String(decoding: bytes, as: UTF8.self)
        if !kept.contains(String(name.prefix { $0 != "." })) { try folder.remove(name) }
      }
    } catch {}
  }

  private func entry(
    _ item: PhotoList.Item, _ bytes: [UInt8], _ content: Rendition.Content
  ) -> Entry {
    Entry(
      format: item.format, size: item.size, byteCount: item.byteCount, digest: item.digest,
      parts: PictureParts(bytes), content: content)
  }

  private func read(_ name: String, in folder: Directory) throws(FileError) -> [UInt8]? {
    guard let status = try folder.status(of: name), status.kind == .file else { return nil }
    return try folder.open(name, following: false).read(upTo: status.stamp.size)
  }

  private static func listName(_ photo: ContentDigest) -> String { photo.hexadecimal + ".list" }

  private static func name(of item: PhotoList.Item, _ photo: ContentDigest) -> String {
    "\(photo.hexadecimal).\(item.size.width).\(item.format.rawValue)"
  }
}
