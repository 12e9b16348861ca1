import DaylightSite
import DaylightSyntax
import DaylightTheme
import ProofSupport

extension FuzzTarget {
  /// An edit of any text file of the small site, and its undoing. A build after another has to equal
  /// a clean one.
  ///
  /// The first byte chooses the file, the next two where in it, the fourth how many bytes are taken
  /// out there; the rest is put in.
  static let site = FuzzTarget("site") { bytes in
    guard bytes.count >= 4 else { return }
    let small = SmallSite.shared.build
    let edited = small.input.edited(by: bytes)
    let pipeline = SmallSite.pipeline
    let clean = blocking { await pipeline.build(edited) }
    let after = blocking { await pipeline.build(edited, after: small) }
    precondition(after.isSame(as: clean), "a build after another is not that of a clean build")
    let undone = blocking { await pipeline.build(small.input, after: after) }
    precondition(undone.isSame(as: small), "an edit that was undone has left something")
    show(clean.diagnostics, of: edited.content + edited.templates + edited.assets)
  }
}

extension SiteInput {
  fileprivate func edited(by bytes: [UInt8]) -> SiteInput {
    var input = self
    let lists: [WritableKeyPath<SiteInput, [SourceFile]>] = [\.content, \.templates, \.assets]
    var number = Int(bytes[0]) % (content.count + templates.count + assets.count)
    for list in lists {
      let files = self[keyPath: list]
      if number < files.count {
        input[keyPath: list][number] = files[number].edited(by: bytes.dropFirst())
        break
      }
      number -= files.count
    }
    return input
  }
}

extension SourceFile {
  fileprivate func edited(by edit: ArraySlice<UInt8>) -> SourceFile {
    let numbers = edit.prefix(3).map(Int.init)
    let start = (numbers[0] << 8 | numbers[1]) % (bytes.count + 1)
    let end = min(bytes.count, start + numbers[2])
    return SourceFile(path: path, bytes: Array(bytes[..<start]) + edit.dropFirst(3) + bytes[end...])
  }
}

extension SiteBuild {
  fileprivate func isSame(as other: SiteBuild) -> Bool {
    diagnostics == other.diagnostics && overrides == other.overrides
      && artifacts.map(\.path) == other.artifacts.map(\.path)
      && artifacts.map(\.bytes) == other.artifacts.map(\.bytes)
  }
}
