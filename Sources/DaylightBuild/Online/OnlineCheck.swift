import DaylightModel
package import DaylightSite
package import DaylightSyntax

/// Asks the hosts of outside links whether the pages are still there: each address once a day, each host
/// once a second, and without fetching a page where its head is enough.
package struct OnlineCheck: Sendable {
  private let site: String
  private let client: any WebClient
  private let pace: HostPace
  /// In seconds since 1970.
  private let now: Int

  /// - Parameters:
  ///   - now: in seconds since 1970, for the cache.
  ///   - seconds: of a clock that never goes back.
  package init(
    site: String, client: any WebClient, now: Int, seconds: @escaping @Sendable () -> Double,
    sleep: @escaping @Sendable (_ seconds: Double) async -> Void
  ) {
    self.site = site
    self.client = client
    self.now = now
    pace = HostPace(now: seconds, sleep: sleep)
  }

  /// - Parameter progress: called with the number of addresses that are done, and of all.
  package func findings(
    of build: SiteBuild, progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
  ) async throws(BuildFailure) -> [Diagnostic] {
    let addresses = OutsideAddress.all(of: build)
    var results: [OutsideAddress.Question: OnlineResult] = [:]
    var cache = AnswerCache(site: site, now: now)
    var questions: [OutsideAddress.Question] = []
    for address in addresses where results[address.question] == nil {
      if let known = cache[address.address] {
        results[address.question] = known
      } else if !questions.contains(address.question) {
        questions.append(address.question)
      }
    }
    let answers = try await ask(questions, progress)
    // One host may be gone; that no name is known to anybody means that nobody was asked.
    if answers.count > 1, answers.allSatisfy({ $0.1 == .noHost }) { throw .offline }
    for (question, result) in answers {
      results[question] = result
      cache.insert(result, for: question.address, now: now)
    }
    cache.save()
    let overrides = build.pages.values.flatMap(\.overrides)
    let findings = addresses.compactMap { address in
      results[address.question].flatMap(address.finding)
    }
    return build.levels.apply(
      to: findings.filter { finding in !overrides.contains { $0.allows(finding) } })
  }

  /// Eight hosts at a time; the addresses of one host one after the other.
  private func ask(
    _ questions: [OutsideAddress.Question], _ progress: @escaping @Sendable (Int, Int) -> Void
  ) async throws(BuildFailure) -> [(OutsideAddress.Question, OnlineResult)] {
    var queues = Dictionary(grouping: questions) { WebAddress($0.address)?.host ?? "" }
      .sorted { $0.key < $1.key }.map(\.value)[...]
    typealias Answers = Result<[(OutsideAddress.Question, OnlineResult)], BuildFailure>
    let answers = await withTaskGroup(of: Answers.self) { group in
      func start() {
        guard let queue = queues.popFirst() else { return }
        group.addTask { await self.answers(to: queue) }
      }
      for _ in 0..<8 { start() }
      var all: [Answers] = []
      var count = 0
      for await answers in group {
        all.append(answers)
        if case .success(let some) = answers { count += some.count }
        progress(count, questions.count)
        start()
      }
      return all
    }
    var all: [(OutsideAddress.Question, OnlineResult)] = []
    for some in answers { all += try some.get() }
    return all
  }

  private func answers(
    to questions: [OutsideAddress.Question]
  ) async -> Result<[(OutsideAddress.Question, OnlineResult)], BuildFailure> {
    var answers: [(OutsideAddress.Question, OnlineResult)] = []
    do throws(BuildFailure) {
      for question in questions { answers.append((question, try await answer(to: question))) }
      return .success(answers)
    } catch {
      return .failure(error)
    }
  }

  private func answer(
    to question: OutsideAddress.Question
  ) async throws(BuildFailure) -> OnlineResult {
    var address = question.address
    var isPermanent = true
    for _ in 0...Self.maximumRedirects {
      guard let host = WebAddress(address)?.host else { return .unknown("it leads to no web page") }
      let answer = try await self.answer(from: host, at: address, isWork: question.isWork)
      switch answer {
      case .noHost: return .noHost
      case .none(let reason): return .unknown(reason)
      case .status(200..<300, _, let body):
        if question.isWork {
          return CitationRecord.title(in: body).map(OnlineResult.work)
            ?? .unknown("the register gives no title")
        }
        return address != question.address && isPermanent ? .moved(to: address) : .reachable
      case .status(404, _, _), .status(410, _, _): return .gone
      case .status(let status, let redirect?, _) where 300..<400 ~= status:
        // RFC 9110, 15.4: only these two are for good.
        isPermanent = isPermanent && (status == 301 || status == 308)
        address = redirect
      case .status(let status, _, _): return .unknown("it answers with the status \(status)")
      }
    }
    return .unknown("it leads from one address to the next without end")
  }

  private static let maximumRedirects = 5

  private func answer(
    from host: String, at address: String, isWork: Bool
  ) async throws(BuildFailure) -> WebAnswer {
    await pace.turn(at: host)
    if isWork {
      return try await client.answer(
        to: WebRequest(.get, address, accept: CitationRecord.mediaType))
    }
    let answer = try await client.answer(to: WebRequest(.head, address))
    // Some servers answer only requests for the whole page.
    guard case .status(let status, _, _) = answer, status >= 400, status != 410 else {
      return answer
    }
    await pace.turn(at: host)
    return try await client.answer(to: WebRequest(.get, address))
  }
}

extension OutsideAddress {
  /// What a host is asked: two places that name one address are one question.
  struct Question: Sendable, Hashable {
    let address: String
    let isWork: Bool
  }

  /// Without the fragment, which a host never sees.
  var question: Question {
    Question(
      address: String(address.prefix { $0 != "#" }), isWork: purpose != .link)
  }
}
