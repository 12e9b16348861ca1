import DaylightModel
import DaylightSite
import DaylightSyntax
import Platform
import Synchronization
import Testing

@testable import DaylightBuild

@Suite struct OnlineCheckTests {
  private struct Words: SpellingDictionaries {
    func dictionary(for language: String) -> (any SpellingDictionary)? { nil }
  }

  /// Answers from a table; an address that it lacks is no host.
  private final class Web: WebClient {
    let answers: [String: WebAnswer]
    let asked = Mutex<[WebRequest]>([])

    init(all answers: [String: WebAnswer]) { self.answers = answers }

    func answer(to request: WebRequest) async throws(BuildFailure) -> WebAnswer {
      asked.withLock { $0.append(request) }
      return answers[request.address] ?? .noHost
    }

    /// Every host but that of the exit, which each of these sites has, is in the table or nowhere.
    convenience init(_ answers: [String: WebAnswer], isOffline: Bool = false) {
      var answers = answers
      if !isOffline {
        answers["https://exit.example.org/"] = .status(200, redirect: nil, body: [])
      }
      self.init(all: answers)
    }
  }

  private final class Sleeps: Sendable { let seconds = Mutex<[Double]>([]) }

  private static func status(_ code: Int, to redirect: String? = nil, _ body: String = "")
    -> WebAnswer
  {
    .status(code, redirect: redirect, body: Array(body.utf8))
  }

  private static let day = 1_781_000_000

  private func findings(
    _ text: String, _ web: Web, in folder: TemporaryFolder? = nil, now: Int = day,
    more: [String: String] = [:],
    slept: Sleeps? = nil
  ) async throws -> [String] {
    let folder = try folder ?? TemporaryFolder()
    try folder.write("content/a.md", "---\ntitle: A\n---\n\(text)\n")
    // The default exit would be asked for, too.
    try folder.write("content/site.yaml", "name: A\nexit:\n  url: https://exit.example.org/\n")
    for (path, text) in more { try folder.write(path, text) }
    let today = try #require(CalendarDate(iso: "2026-06-15"))
    let build = try await SiteBuilder(
      site: folder.path, options: BuildOptions(now: today),
      pipeline: SitePipeline(runner: ParallelRunner(width: 1), dictionaries: Words())
    ).build()
    let sleeps = slept ?? Sleeps()
    let check = OnlineCheck(
      site: folder.path, client: web, now: now, seconds: { 0 },
      sleep: { seconds in sleeps.seconds.withLock { $0.append(seconds) } })
    let found = try await check.findings(of: build)
    return found.filter { $0.location?.path != "content/site.yaml" }.map {
      "\($0.rule.id): \($0.message) (\($0.help ?? ""))"
    }
  }

  @Test func `a page that is there is not reported`() async throws {
    let web = Web(["https://example.org/a": Self.status(200)])
    #expect(try await findings("[A page](https://example.org/a#part)", web) == [])
    #expect(web.asked.withLock { $0.filter { $0.address.contains("/a") }.map(\.method) } == [.head])
  }

  @Test func `a page that is gone is a dead link`() async throws {
    let web = Web([
      "https://example.org/a": Self.status(404), "https://example.org/b": Self.status(410),
    ])
    let found = try await findings(
      "[A page](https://example.org/a), [another](https://example.org/b)", web)
    #expect(found.count == 2)
    #expect(
      found.first
        == "dead-link: ‘https://example.org/a’ leads nowhere: the host knows no such page any more "
        + "(find where the page is now, or take the link out)")
  }

  @Test func `a host that is not there is a dead link`() async throws {
    let found = try await findings("[A page](https://gone.example.org/)", Web([:]))
    #expect(
      found.first?.hasPrefix(
        "dead-link: ‘https://gone.example.org/’ leads nowhere: there is no such host") == true)
  }

  @Test func `without a connection nothing is called dead, and nothing is kept`() async throws {
    let folder = try TemporaryFolder()
    await #expect(throws: BuildFailure.offline) {
      try await findings("[A page](https://example.org/)", Web([:], isOffline: true), in: folder)
    }
    #expect(folder.text(".daylight/online") == nil)
  }

  @Test func `a server that refuses to give the head is asked for the page`() async throws {
    let web = Web(["https://example.org/a": Self.status(405)])
    let found = try await findings("[A page](https://example.org/a)", web)
    #expect(
      found == [
        "unanswered-link: ‘https://example.org/a’ could not be checked: it answers with the status 405 "
          + "(open it in a browser)"
      ])
    #expect(
      web.asked.withLock { $0.filter { $0.address.contains("/a") }.map(\.method) } == [.head, .get])
  }

  @Test(arguments: [301, 308]) func `a page that moved for good has its new address`(status: Int)
    async throws
  {
    let web = Web([
      "http://example.org/a": Self.status(status, to: "https://example.org/b"),
      "https://example.org/b": Self.status(200),
    ])
    #expect(
      try await findings("[A page](http://example.org/a)", web) == [
        "moved-link: ‘http://example.org/a’ has a new address (look at the page, and write "
          + "‘https://example.org/b’)"
      ])
  }

  @Test(arguments: [302, 303, 307]) func `a page that is elsewhere for now is not reported`(
    status: Int
  ) async throws {
    let web = Web([
      "https://example.org/a": Self.status(301, to: "https://example.org/b"),
      "https://example.org/b": Self.status(status, to: "https://example.org/c"),
      "https://example.org/c": Self.status(200),
    ])
    #expect(try await findings("[A page](https://example.org/a)", web) == [])
  }

  @Test func `redirects without end are followed five times`() async throws {
    let web = Web(["https://example.org/a": Self.status(301, to: "https://example.org/a")])
    let found = try await findings("[A page](https://example.org/a)", web)
    #expect(found.first?.contains("from one address to the next without end") == true)
    #expect(web.asked.withLock { $0.filter { $0.address.contains("/a") }.count } == 6)
  }

  @Test func `one address in two places is asked for once and reported twice`() async throws {
    let web = Web(["https://example.org/a": Self.status(404)])
    let text = "[A page](https://example.org/a), [again](https://example.org/a#b)"
    #expect(try await findings(text, web).count == 2)
    #expect(
      web.asked.withLock { $0.filter { $0.address.contains("/a") }.map(\.method) } == [.head, .get])
  }

  @Test func `one host is asked once a second`() async throws {
    let web = Web([
      "https://example.org/a": Self.status(200), "https://example.org/b": Self.status(200),
    ])
    let slept = Sleeps()
    let text = "[A page](https://example.org/a), [another](https://example.org/b)"
    _ = try await findings(text, web, slept: slept)
    #expect(slept.seconds.withLock { $0 } == [1])
  }

  @Test func `what was learnt is known for a day`() async throws {
    let folder = try TemporaryFolder()
    let web = Web(["https://example.org/a": Self.status(404)])
    let text = "[A page](https://example.org/a)"
    let first = try await findings(text, web, in: folder)
    let asked = web.asked.withLock { $0.count }
    #expect(try await findings(text, web, in: folder, now: Self.day + 86_399) == first)
    #expect(web.asked.withLock { $0.count } == asked)
    #expect(try await findings(text, web, in: folder, now: Self.day + 86_400) == first)
    #expect(web.asked.withLock { $0.count } == 2 * asked)
  }

  private static let sources = """
    dutton1993:
      title: "Emotional attachments in abusive relationships: a test"
      kind: article
      doi: 10.1891/0886-6708.8.2.105

    """

  @Test(arguments: [
    (#"{"title":"Emotional Attachments in Abusive Relationships"}"#, nil),
    (
      #"{"DOI":"x","title":"Quite another work","author":[]}"#,
      "wrong-doi: this DOI leads to ‘Quite another work’"
    ),
    ("<html>", "unanswered-link: ‘https://doi.org/10.1891/0886-6708.8.2.105’ could not be checked"),
    ("{}", "unanswered-link"),
  ]) func `the title of a DOI is compared`(record: String, expected: String?) async throws {
    let web = Web([
      "https://doi.org/10.1891/0886-6708.8.2.105": Self.status(
        302, to: "https://api.example.org/1"),
      "https://api.example.org/1": Self.status(200, record),
    ])
    let found = try await findings("Rest.", web, more: ["content/sources.yaml": Self.sources])
    #expect(found.count == (expected == nil ? 0 : 1))
    if let expected { #expect(found.first?.hasPrefix(expected) == true, "\(found)") }
  }

  @Test func `a DOI that is not registered is wrong`() async throws {
    let web = Web(["https://doi.org/10.1891/0886-6708.8.2.105": Self.status(404)])
    let found = try await findings("Rest.", web, more: ["content/sources.yaml": Self.sources])
    #expect(found.first?.hasPrefix("wrong-doi: no work is registered under this DOI") == true)
  }

  @Test func `what an override allows is not reported`() async throws {
    let web = Web(["https://example.org/a": Self.status(404)])
    let text =
      "<!-- allow: dead-link because the page returns in spring -->\n[A page](https://example.org/a)"
    #expect(try await findings(text, web) == [])
  }

  @Test(arguments: [
    (0, "body\n200 ", WebAnswer.status(200, redirect: nil, body: Array("body".utf8))),
    (0, "\n301 https://example.org/b", .status(301, redirect: "https://example.org/b", body: [])),
    (63, "\n200 ", .status(200, redirect: nil, body: [])),
    (6, "\n000 ", .noHost),
    (28, "\n000 ", .none("no answer within 20 seconds")),
    (60, "\n000 ", .none("its certificate is not valid")),
    (99, "", .none("it could not be asked (curl 99)")),
  ]) func `what curl prints is an answer`(code: Int32, output: String, expected: WebAnswer) {
    let ended = ChildProcess.Ended(code: code, output: Array(output.utf8))
    #expect(CurlClient.answer(ended) == expected)
  }
}
