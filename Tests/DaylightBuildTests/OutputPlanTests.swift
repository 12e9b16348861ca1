import DaylightBuild
import DaylightSyntax
import DaylightTheme
import Testing

@Suite struct OutputPlanTests {
  private static let old = ContentDigest([1])
  private static let new = ContentDigest([2])
  private static let other = ContentDigest([3])
  private static let stamp = FileStamp(size: 1, modified: 1)

  private static func plan(
    wanted: Bool, written: ContentDigest?, found: OutputItem.Found
  ) -> (steps: String, findings: [String]) {
    let item = OutputItem(
      path: "x", artifact: wanted ? Artifact(path: "x", bytes: [2]) : nil,
      digest: wanted ? new : nil,
      entries: written.map { [Manifest.Entry(path: "x", digest: $0, stamp: stamp)] } ?? [],
      found: found)
    let plan = OutputPlan.make([item], previous: Manifest(entries: item.entries))
    var steps: [String] = []
    if !plan.value.write.isEmpty { steps.append("write") }
    if !plan.value.keep.isEmpty { steps.append("keep") }
    if !plan.value.remove.isEmpty { steps.append("remove") }
    return (steps.joined(separator: " "), plan.diagnostics.map(\.rule.id))
  }

  @Test func `a wanted file is written, kept or refused by what is there`() {
    let cases:
      [(written: ContentDigest?, found: OutputItem.Found, steps: String, finding: [String])] =
        [
          (nil, .nothing, "write", []),
          (nil, .file(Self.stamp, Self.new), "keep", []),
          (nil, .file(Self.stamp, Self.other), "write", ["foreign-output"]),
          (nil, .file(FileStamp(size: 0, modified: 1), Self.other), "write", []),
          (Self.old, .nothing, "write", []),
          (Self.old, .file(Self.stamp, Self.old), "write", []),
          (Self.old, .file(Self.stamp, Self.new), "keep", []),
          (Self.old, .file(Self.stamp, Self.other), "write", ["edited-output"]),
          (Self.old, .link, "write", ["output-link"]),
          (Self.old, .special, "write", ["foreign-output"]),
          (Self.new, .file(Self.stamp, Self.new), "keep", []),
          (Self.new, .file(Self.stamp, Self.old), "write", ["edited-output"]),
        ]
    for expected in cases {
      let plan = Self.plan(wanted: true, written: expected.written, found: expected.found)
      #expect(plan.steps == expected.steps, "\(expected)")
      #expect(plan.findings == expected.finding, "\(expected)")
    }
  }

  @Test func `a stale file is removed only when it is ours`() {
    let cases: [(found: OutputItem.Found, steps: String, finding: [String])] = [
      (.nothing, "remove", []),
      (.file(Self.stamp, Self.old), "remove", []),
      (.file(Self.stamp, Self.other), "remove", ["edited-output"]),
      (.link, "", []),
      (.folder(files: [], folders: []), "", []),
      (.behindLink("a"), "", []),
    ]
    for expected in cases {
      let plan = Self.plan(wanted: false, written: Self.old, found: expected.found)
      #expect(plan.steps == expected.steps, "\(expected)")
      #expect(plan.findings == expected.finding, "\(expected)")
    }
  }

  @Test func `a file that a killed build may not have written does not count as ours`() {
    let planned = Manifest.Entry(
      path: "x", digest: Self.old, stamp: FileStamp(size: 0, modified: 0))
    let item = OutputItem(path: "x", entries: [planned], found: .file(Self.stamp, Self.other))
    let plan = OutputPlan.make([item], previous: Manifest(entries: [planned], isComplete: false))
    #expect(plan.value.isEmpty)
    #expect(plan.diagnostics == [])
  }

  @Test func `an old spelling of a name is removed before the new one is written`() {
    // As a case-insensitive disk shows it.
    let entry = Manifest.Entry(path: "X", digest: Self.old, stamp: Self.stamp)
    let items = [
      OutputItem(path: "X", entries: [entry], found: .file(Self.stamp, Self.old)),
      OutputItem(
        path: "x", artifact: Artifact(path: "x", bytes: [1]), digest: Self.old,
        found: .file(Self.stamp, Self.old)),
    ]
    let plan = OutputPlan.make(items, previous: Manifest(entries: [entry]))
    #expect(plan.value.clear == ["X"])
    #expect(plan.value.write.map(\.artifact.path) == ["x"])
    #expect(plan.diagnostics == [])
  }
}
