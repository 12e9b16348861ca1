import DaylightBuild
import DaylightModel
import DaylightSyntax
import Foundation
import Platform
import Testing

@Suite struct BuildReceiptTests {
  let folder: TemporaryFolder
  let receipts: ReceiptFile

  init() async throws {
    folder = try TemporaryFolder()
    receipts = ReceiptFile(
      site: folder.path, output: folder["public"], runner: ParallelRunner(width: 2))
    try folder.write("content/index.md", "Welcome")
    try folder.write("templates/home.mustache", "{{title}}")
    try await folder.commit(["index.html": "Welcome", "signs/index.html": "Signs"])
    receipts.save(inputs: try inputs().digest, report: Array("note".utf8), summary: "2 pages")
  }

  private func inputs(
    on day: String = "2026-05-31", environment: [String] = ["0.1.0"]
  ) throws -> BuildInputs {
    let day = try #require(CalendarDate(iso: day))
    return BuildInputs(
      sources: try SiteLoader(root: folder.path).scan(), options: BuildOptions(now: day),
      environment: environment)
  }

  private func current(_ inputs: BuildInputs) async -> BuildReceipt? {
    let receipt = await receipts.current()
    return receipt?.inputs == inputs.digest ? receipt : nil
  }

  @Test func `a receipt is current if nothing has changed, and repeats what the build said`()
    async throws
  {
    let receipt = try #require(await current(inputs()))
    #expect(receipt.report == Array("note".utf8))
    #expect(receipt.summary == "2 pages")
  }

  @Test func `a receipt is outdated by any change to a source`() async throws {
    try folder.write("content/index.md", "Welcome!")
    #expect(try await current(inputs()) == nil)
  }

  @Test func `a receipt is outdated by a change that keeps size and time`()
    async throws
  {
    let path = folder["content/index.md"]
    let date = try FileManager.default.attributesOfItem(atPath: path)[.modificationDate]
    let file = try #require(FileHandle(forWritingAtPath: path))
    try file.write(contentsOf: Data("Farewel".utf8))
    try file.close()
    try FileManager.default.setAttributes(
      [.modificationDate: try #require(date)], ofItemAtPath: path)
    #expect(try await current(inputs()) == nil)
  }

  @Test func `a receipt is outdated by an added or removed source`() async throws {
    try folder.write("content/new.md", "New")
    #expect(try await current(inputs()) == nil)
    try folder.remove("content/new.md")
    #expect(try await current(inputs()) != nil)
    try folder.remove("templates/home.mustache")
    #expect(try await current(inputs()) == nil)
  }

  @Test func `a receipt is outdated on another day and by another program`() async throws {
    #expect(try await current(inputs(on: "2026-06-01")) == nil)
    #expect(try await current(inputs(environment: ["0.2.0"])) == nil)
  }

  @Test func `a receipt is outdated by a removed or edited finished file`() async throws {
    try folder.write("public/signs/index.html", "Hacked")
    #expect(try await current(inputs()) == nil)
    try folder.remove("public/signs/index.html")
    #expect(try await current(inputs()) == nil)
  }

  @Test func `a receipt is outdated by another build into the same output`() async throws {
    try await folder.commit(["index.html": "Other"])
    #expect(try await current(inputs()) == nil)
  }

  @Test(arguments: [".daylight-staging-1/index.html", ".daylight-tmp-1"])
  func `a receipt is outdated by what a killed build left in the output`(
    name: String
  ) async throws {
    try folder.write("public/" + name, "half")
    #expect(try await current(inputs()) == nil)
  }

  @Test func `saving a receipt removes what a killed build left of one`() async throws {
    let receipt = try #require(
      try folder.tree(".daylight").keys.first { $0.hasPrefix("receipt-") })
    try folder.write(".daylight/.daylight-tmp-" + receipt, "half")
    receipts.save(inputs: try inputs().digest, report: [], summary: "")
    #expect(try folder.tree(".daylight").keys.sorted() == [".gitignore", receipt])
  }

  @Test func `a receipt is for one output folder only`() async throws {
    let other = ReceiptFile(
      site: folder.path, output: folder["elsewhere"], runner: ParallelRunner(width: 2))
    #expect(await other.current() == nil)
  }

  @Test func `a truncated receipt is not read`() throws {
    let whole = BuildReceipt(
      inputs: ContentDigest(value: 1), manifest: ContentDigest(value: 2),
      report: Array("one\ntwo\n".utf8), summary: "3 pages"
    ).bytes
    #expect(BuildReceipt(bytes: whole)?.report == Array("one\ntwo\n".utf8))
    for count in whole.indices { #expect(BuildReceipt(bytes: Array(whole[..<count])) == nil) }
  }

  @Test func `a source that changed a moment ago has not settled`() throws {
    let snapshot = try SiteLoader(root: folder.path).scan().value
    let changed = try #require(snapshot.entries.map(\.changed).max())
    #expect(!snapshot.isSettled(at: changed + 1_900_000_000))
    #expect(snapshot.isSettled(at: changed + 2_100_000_000))
  }

  @Test func `receipts are beside the content, and Git ignores them`() throws {
    #expect(folder.text(".daylight/.gitignore") == "*\n")
    #expect(try !folder.tree("public").keys.contains { $0.hasPrefix(".") })
  }

  @Test func `a receipt that cannot be saved is not current`() async throws {
    try folder.remove(".daylight")
    try folder.write(".daylight", "in the way")
    receipts.save(inputs: try inputs().digest, report: [], summary: "")
    #expect(try await current(inputs()) == nil)
    #expect(folder.text(".daylight") == "in the way")
  }
}
