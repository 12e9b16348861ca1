import DaylightSyntax
import Testing

@Suite struct RelativePathTests {
  @Test(arguments: [
    ("b.md", "content/a.md", "content/b.md"), ("../b.md", "content/s/a.md", "content/b.md"),
    ("./x/../b.md", "content/a.md", "content/b.md"), ("../../b.md", "content/s/a.md", "b.md"),
    ("a//b.md", "content/a.md", "content/a/b.md"), ("", "content/a.md", "content"),
  ])
  func `a reference is resolved from the file it stands in`(
    reference: String, base: String, path: String
  ) {
    #expect(RelativePath.resolve(reference, from: base) == path)
  }

  @Test(arguments: ["../../../b.md", "../../../content/b.md", "../../.."])
  func `a reference that climbs out of the site means nothing`(reference: String) {
    #expect(RelativePath.resolve(reference, from: "content/s/a.md") == nil)
  }

  @Test(arguments: [
    ("content/b.md", "content/a.md", "b.md"), ("content/b.md", "content/s/a.md", "../b.md"),
    ("content/s/b.md", "content/a.md", "s/b.md"),
    ("content/s/b.md", "content/t/a.md", "../s/b.md"), ("content/s/a.md", "content/s/a.md", "a.md"),
  ])
  func `a reference is the shortest way`(target: String, base: String, reference: String) {
    #expect(RelativePath.reference(to: target, from: base) == reference)
    #expect(RelativePath.resolve(reference, from: base) == target)
  }
}
