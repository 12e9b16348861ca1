import DaylightBuild
import DaylightSyntax

/// The list of Daylight’s files in a folder that rsync reaches.
struct OnlineList {
  let program: RsyncProgram
  /// Where it is brought to.
  let work: KeptFolder

  /// Its bytes; nil if there is none.
  func read() throws(PublishFailure) -> [UInt8]? {
    try onDisk { () throws(BuildFailure) in
      try work.remove()
      try work.make()
    }
    guard try program.fetch(PublishedList.name, into: work.path) else { return nil }
    return try onDisk { () throws(BuildFailure) -> [UInt8] in
      let bytes = try work.read(PublishedList.name) ?? []
      try work.remove()
      return bytes
    }
  }

  func write(_ list: Manifest) throws(PublishFailure) {
    try onDisk { () throws(BuildFailure) in
      try work.remove()
      try work.write(list.bytes, to: PublishedList.name)
    }
    try program.send([PublishedList.name], from: work.path)
  }

  /// Refuses to go on if the list is another one than a moment ago.
  func check(is digest: ContentDigest?) throws(PublishFailure) {
    guard try read().map({ ContentDigest($0) }) == digest else {
      throw PublishFailure(
        .refused, "somebody else has published there meanwhile; nothing was changed",
        help: "run ‘daylight publish’ again, and look at what it would change")
    }
  }
}
