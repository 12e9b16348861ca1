import DaylightBuild
import Foundation
import Testing

@Suite struct OutputPlaceTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.makeFolder("site/content/signs")
    try folder.makeFolder("site/templates/assets")
  }

  private var site: String { folder["site"] }

  /// `place` is in the temporary folder.
  private func refusal(_ place: String) -> BuildFailure? {
    do throws(BuildFailure) {
      try OutputPlace.check(folder[place], of: site)
      return nil
    } catch {
      return error
    }
  }

  @Test(arguments: ["content", "templates", ".daylight"])
  func `a folder that the site is made from is refused`(name: String) throws {
    for place in [name, name + "/", "./" + name, "nowhere/../" + name, "content/../" + name] {
      let place = "site/" + place
      #expect(refusal(place) == .outputIsSource(path: folder[place], folder: name), "\(place)")
    }
  }

  @Test(arguments: ["content/signs", "content/new/deeper", "content/new/../../content/new"])
  func `a folder inside ‘content’ is refused`(place: String) {
    let place = folder["site/" + place]
    #expect(throws: BuildFailure.outputInSource(path: place, folder: "content")) {
      try OutputPlace.check(place, of: site)
    }
  }

  @Test(arguments: ["site", "site/", "site/content/..", ".", "site/public/.."])
  func `a folder that holds ‘content’ is refused`(place: String) {
    #expect(refusal(place) == .outputHoldsSource(path: folder[place], folder: "content"))
  }

  @Test func `the root of the disk is refused`() {
    #expect(throws: BuildFailure.outputHoldsSource(path: "/", folder: "content")) {
      try OutputPlace.check("/", of: site)
    }
  }

  @Test func `links are followed, of the output and of the sources`() throws {
    try folder.link("here", to: folder["site/content/signs"])
    #expect(refusal("here") == .outputInSource(path: folder["here"], folder: "content"))
    #expect(refusal("here/new") == .outputInSource(path: folder["here/new"], folder: "content"))
    try folder.makeFolder("elsewhere/content")
    try folder.makeFolder("other/templates")
    try folder.link("other/content", to: folder["elsewhere/content"])
    for (place, failure) in [
      ("elsewhere", BuildFailure.outputHoldsSource(path: folder["elsewhere"], folder: "content")),
      ("elsewhere/content", .outputIsSource(path: folder["elsewhere/content"], folder: "content")),
    ] {
      #expect(throws: failure) {
        try OutputPlace.check(folder[place], of: folder["other"])
      }
    }
  }

  @Test func `templates that are not there yet are refused too`() throws {
    try folder.remove("site/templates")
    #expect(
      refusal("site/templates/new")
        == .outputInSource(path: folder["site/templates/new"], folder: "templates"))
  }

  @Test(arguments: ["content/a.ics", "content/signs/a.ics", "templates/a.ics", "public/a.ics"])
  func `a file that is not of the site is refused among those that are`(file: String) {
    let file = folder["site/" + file]
    #expect(throws: BuildFailure.fileInSite(path: file)) {
      try OutputPlace.check(file: file, of: site)
    }
  }

  @Test func `it is refused in a finished site anywhere, and accepted elsewhere`() throws {
    try folder.write("online/.daylight-manifest", "")
    try folder.makeFolder("online/signs")
    for name in ["online/a.ics", "online/signs/a.ics"] {
      #expect(throws: BuildFailure.fileInSite(path: folder[name])) {
        try OutputPlace.check(file: folder[name], of: site)
      }
    }
    try OutputPlace.check(file: folder["site/a.ics"], of: site)
    try OutputPlace.check(file: folder["a.ics"], of: site)
  }

  @Test(arguments: [
    "site/public", "site/contents", "site/content-2", "site/a/content", "public", "new/deeper",
    "site/content/../public",
  ])
  func `any other folder is accepted`(place: String) {
    #expect(refusal(place) == nil)
  }
}
