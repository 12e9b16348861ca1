import DaylightStarter
import DaylightSyntax
import Testing

@Suite struct ThemeNameTests {
  private func path(_ name: String) -> String {
    do throws(AnswerProblem) {
      return try ThemeName.path(of: name)
    } catch {
      return error.message + ": " + (error.help ?? "")
    }
  }

  @Test(arguments: [
    ("home", "templates/home.mustache"),
    ("home.mustache", "templates/home.mustache"),
    ("templates/home.mustache", "templates/home.mustache"),
    ("./templates/home.mustache", "templates/home.mustache"),
    ("templates/home.mustache (built in)", "templates/home.mustache"),
    ("partials/head", "templates/partials/head.mustache"),
    ("footer", "templates/partials/footer.mustache"),
    ("site.css", "templates/assets/site.css"),
    ("strings/en.yaml", "templates/strings/en.yaml"),
    // A page's template and a part have this name; the page's is meant.
    ("help", "templates/help.mustache"),
  ])
  func `a file is found by any of its names`(name: String, path: String) {
    #expect(self.path(name) == path)
  }

  @Test func `a name that is not there is answered with the nearest`() {
    #expect(
      path("artcle")
        == "the theme has no file ‘artcle’: did you mean ‘article’? ‘daylight templates list’ shows "
        + "all of them")
  }

  @Test func `every name that the list shows can be typed`() {
    for file in BuiltInTheme.files { #expect(path(ThemeName.short(file.path)) == file.path) }
  }

  @Test func `the first comment of a template says what it is for`() {
    let file = SourceFile(path: "templates/a.mustache", text: "{{! The first\n page. }}\n<p>")
    #expect(ThemeName.summary(of: file) == "The first page.")
    #expect(ThemeName.summary(of: SourceFile(path: "a", text: "<p>{{! no }}")) == nil)
  }
}
