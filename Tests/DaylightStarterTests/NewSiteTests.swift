import DaylightModel
import DaylightSite
import DaylightSyntax
import DaylightTheme
import Platform
import TestSupport
import Testing

@testable import DaylightStarter

/// New sites as the program makes them.
@Suite struct NewSiteTests {
  private func site(_ answers: SiteAnswers) -> NewSite {
    NewSite(answers, today: SiteFixture.today, version: "1.2.3")
  }

  private func build(_ site: NewSite, strict: Bool = true) async -> SiteBuild {
    var input = SiteInput(
      content: site.files.filter { $0.path.hasPrefix("content/") },
      templates: site.files.filter { $0.path.hasPrefix("templates/") },
      options: BuildOptions(now: SiteFixture.today))
    input.complete(with: BuiltInTheme.files)
    return await SitePipeline(runner: ParallelRunner(width: 2), strict: strict).build(input)
  }

  /// Errors and warnings, each with its file.
  private func findings(_ site: NewSite) async -> [String] {
    await build(site).diagnostics.filter { $0.severity != .note }.map {
      "\($0.location?.path ?? ""): \($0.message) [\($0.rule.id)]"
    }
  }

  private func answers(_ given: [SiteQuestion: String]) throws -> SiteAnswers {
    var answers = SiteAnswers()
    for question in SiteQuestion.allCases {
      if let text = given[question] { try answers.take(text, for: question) }
    }
    return answers
  }

  @Test(arguments: [Starter.minimal, .practice], SiteRegion.all)
  func `a small site builds in every region without a warning`(
    starter: Starter, region: SiteRegion
  ) async throws {
    let answers = try answers([.starter: starter.rawValue, .region: region.id])
    let found = await findings(site(answers))
    #expect(found == [])
  }

  @Test(arguments: [Starter.minimal, .practice], SiteLanguage.all)
  func `a small site builds in every language without a warning`(
    starter: Starter, language: SiteLanguage
  ) async throws {
    let answers = try answers([.starter: starter.rawValue, .language: language.tag])
    let found = await findings(site(answers))
    #expect(found == [])
  }

  @Test func `the site about trauma bonds builds without a warning`() async throws {
    let found = await findings(site(try answers([.starter: "trauma-bonds", .region: "us"])))
    #expect(found == [])
  }

  @Test(arguments: Starter.allCases)
  func `every answer is in the site`(starter: Starter) async throws {
    let given: [SiteQuestion: String] = [
      .starter: starter.rawValue, .practice: "Zoë’s \"quiet\" rooms: nos. 1 & 2", .region: "ie",
      .baseURL: "https://rooms.example/", .phone: "+353 1 555 0123", .address: "2 Main Street #4",
      .accent: "#1c5a5a",
    ]
    let site = site(try answers(given))
    let build = await build(site)
    let (settings, hasErrors) = (build.parsed.configuration, build.hasErrors)
    #expect(settings.name.value == given[.practice])
    #expect(settings.practice?.name.value == given[.practice])
    #expect(settings.practice?.phone?.value == given[.phone])
    #expect(settings.practice?.address?.value == given[.address])
    #expect(settings.baseURL?.value.text == given[.baseURL])
    #expect(settings.helpRegion?.value == "ie")
    #expect(settings.language == "en-IE")
    #expect(settings.exit?.value.text == "https://www.met.ie/")
    #expect(settings.brand?.accent?.value.hexadecimal == "#1c5a5a")
    #expect(!hasErrors)
  }

  @Test(arguments: Starter.allCases)
  func `no gap is left, and nothing of the made-up practice`(starter: Starter) throws {
    for file in site(try answers([.starter: starter.rawValue])).files {
      let text = String(decoding: file.bytes, as: UTF8.self)
      for word in ["⟦", "⟧", "Riverside", "Reading Room", "(made up)"] {
        #expect(!text.contains(word), "\(file.path) says ‘\(word)’")
      }
    }
  }

  @Test(arguments: Starter.allCases)
  func `no number of a helpline counts as checked, and no page as reviewed`(starter: Starter) throws
  {
    let files = site(try answers([.starter: starter.rawValue])).files
    let help = try #require(files.first { $0.path == "content/help.yaml" })
    let lines = String(decoding: help.bytes, as: UTF8.self).split(separator: "\n")
    let checked = lines.filter { $0.contains(" verified:") && !$0.hasSuffix("verified:") }
    #expect(checked.filter { !$0.hasPrefix("#") } == [])
    #expect(!files.contains { $0.path.hasSuffix(".lock") })
  }

  @Test(arguments: Starter.allCases)
  func `what to do first, what git ignores and how editors save come along`(starter: Starter) throws
  {
    let site = site(try answers([.starter: starter.rawValue, .practice: "River_House"]))
    let paths = site.files.map(\.path)
    for path in ["FIRST-STEPS.md", ".gitignore", ".editorconfig", ".vscode/settings.json"] {
      #expect(paths.contains(path))
    }
    let steps = try #require(site.files.first { $0.path == "FIRST-STEPS.md" })
    let text = String(decoding: steps.bytes, as: UTF8.self)
    #expect(text.contains("website of River\\_House. It was made on 2026-06-15"))
  }

  @Test func `the same answers on the same day make the same bytes`() throws {
    let answers = try answers([.practice: "A", .region: "nz"])
    #expect(site(answers).files == site(answers).files)
  }

  @Test func `a name that tells what the site is about is not on the tab`() async throws {
    let site = site(try answers([.practice: "Domestic Abuse Centre", .starter: "minimal"]))
    let found = await findings(site)
    #expect(site.quietName == "Reading room")
    #expect(found == [])
  }

  @Test func `pages are spelled as their language does, and other files stay`() throws {
    func text(_ path: String, in language: String) throws -> String {
      let files = site(try answers([.starter: "trauma-bonds", .language: language])).files
      let file = try #require(files.first { $0.path == path })
      return String(decoding: file.bytes, as: UTF8.self)
    }
    let page = "content/accessibility.md"
    #expect(try text(page, in: "en-US").contains("- Colors have strong contrast"))
    #expect(try text(page, in: "en-CA").contains("- Colours have strong contrast"))
    #expect(try text("content/glossary/grounding.md", in: "en-AU").contains("program"))
    #expect(try !text("content/glossary/grounding.md", in: "en-AU").contains("programme"))
    let sources = "content/sources.yaml"
    #expect(try text(sources, in: "en-US") == text(sources, in: "en-GB"))
  }

  @Test func `a practice says its own words where the theme speaks of violence`() async throws {
    let artifacts = await build(site(try answers([.starter: "practice"]))).artifacts
    let page = artifacts.first { $0.path == "help/index.html" }?.bytes ?? []
    let text = String(decoding: page, as: UTF8.self)
    #expect(text.contains("someone is hurt and needs help at once"))
    #expect(!text.contains("around your neck"))
  }
}
