import DaylightModel
import Testing

@Suite struct RouteTests {
  @Test(arguments: [
    ("", "index.html", ""), ("404.html", "404.html", ""), ("help/", "help/index.html", "../"),
    ("signs/fear/", "signs/fear/index.html", "../../"), ("a/b.html", "a/b.html", "../"),
  ])
  func `a route knows its file and the way back to the root`(
    path: String, file: String, root: String
  ) {
    #expect(Route(path).outputPath == file)
    #expect(Route(path).root == root)
  }

  @Test(arguments: [
    ("", "index.html", ""), ("404.html", "404.html", "404.html"),
    ("signs/fear/", "signs/fear/index.html", "signs/fear/"),
  ])
  func `links name the file or the folder`(path: String, file: String, folder: String) {
    #expect(Route(path).linkPath(.file) == file)
    #expect(Route(path).linkPath(.folder) == folder)
  }

  @Test func `routes are sorted by their paths`() {
    #expect([Route("b/"), Route(""), Route("a/")].sorted().map(\.path) == ["", "a/", "b/"])
  }
}
