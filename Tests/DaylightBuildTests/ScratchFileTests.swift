import Platform
import Testing

@testable import DaylightBuild

@Suite struct ScratchFileTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func scratch(keepingInMemory memory: Int = 0) throws -> ScratchFile {
    let file = try Directory(path: folder.path).create("a", as: "a", alsoToRead: true)
    return ScratchFile(file, keepingInMemory: memory)
  }

  @Test func `what was added can be read again, in any order`() throws {
    let scratch = try scratch()
    let texts = (0..<100).map { number in [UInt8](repeating: UInt8(number), count: number) }
    let places = try texts.map { try #require(scratch.add($0)) }
    for (place, text) in zip(places, texts).reversed() { #expect(scratch.bytes(in: place) == text) }
    #expect(scratch.failure == nil)
  }

  @Test func `the first bytes stay in memory`() throws {
    let scratch = try scratch(keepingInMemory: 3)
    #expect(scratch.add([1, 2]) == nil)
    #expect(scratch.add([3, 4]) == nil)
    let place = try #require(scratch.add([5, 6]))
    #expect(scratch.bytes(in: place) == [5, 6])
    #expect(folder.text("a")?.utf8.count == 3)
  }

  @Test func `bytes that cannot be written stay in memory`() throws {
    let full = OpenFile(adopting: open("/dev/full", O_RDWR), path: "full")
    let scratch = ScratchFile(full, keepingInMemory: 0)
    #expect(scratch.add([1]) == nil)
    #expect(scratch.failure == nil)
  }

  @Test func `bytes that are gone are reported`() throws {
    let scratch = try scratch()
    let place = try #require(scratch.add([1, 2, 3]))
    #expect(truncate(folder["a"], 1) == 0)
    #expect(scratch.bytes(in: place) == Array("   ".utf8))
    #expect(scratch.failure == FileError(.read, "a", code: EIO))
  }
}
