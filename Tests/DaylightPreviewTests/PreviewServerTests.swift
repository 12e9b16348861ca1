import DaylightSite
import DaylightSyntax
import NIOCore
import NIOPosix
import Synchronization
import TestSupport
import Testing

@testable import DaylightPreview

@Suite(.timeLimit(.minutes(10))) struct PreviewServerTests {
  /// A server with the example site on a free port, stopped afterwards.
  private func serving(
    _ site: PreviewSite = .example(), _ options: PreviewServer.Options = .patient,
    _ body: (RawClient, PreviewServer, BuildSession) async throws -> Void
  ) async throws {
    let session = BuildSession { _, _ in site }
    await session.note(.everything)
    await session.settle()
    try await serving(session, options, body)
  }

  private func serving(
    _ session: BuildSession, _ options: PreviewServer.Options = .patient,
    _ body: (RawClient, PreviewServer, BuildSession) async throws -> Void
  ) async throws {
    var options = options
    options.port = 0
    let server = try await PreviewServer(session, options)
    do {
      try await body(RawClient(port: server.port), server, session)
    } catch {
      await server.stop()
      throw error
    }
    await server.stop()
  }

  @Test func `a page is served with its type and never stored`() async throws {
    try await serving { client, _, _ in
      let answer = try await client.get("/signs/")
      #expect(answer.hasPrefix("HTTP/1.1 200 OK\r\n"))
      #expect(answer.contains("Content-Type: text/html; charset=utf-8\r\n"))
      #expect(answer.contains("Cache-Control: no-store\r\n"))
      #expect(answer.contains("<main>Signs</main>"))
    }
  }

  @Test(arguments: [
    ("/robots.txt", "text/plain; charset=utf-8"), ("/assets/site.css", "text/css; charset=utf-8"),
    ("/_daylight/preview.js", "text/javascript; charset=utf-8"),
  ])
  func `files are served with the type of their extension`(_ path: String, _ type: String)
    async throws
  {
    try await serving { client, _, _ in
      let answer = try await client.get(path)
      #expect(answer.contains("Content-Type: \(type)\r\n"))
    }
  }

  @Test func `the script comes before all others, and its policy lets it run`() async throws {
    var site = PreviewSite.example()
    site.drafts = ["index.html"]
    site.headers = [
      ("Content-Security-Policy", "default-src 'none'; connect-src 'none'"),
      ("Referrer-Policy", "no-referrer"), ("Strict-Transport-Security", "max-age=1"),
      ("Cache-Control", "max-age=600"),
    ]
    try await serving(site) { client, _, _ in
      let answer = try await client.get("/")
      #expect(
        answer.contains(
          "default-src &#39;none&#39;; script-src &#39;self&#39;; style-src &#39;self&#39;; "
            + "connect-src &#39;self&#39;\">"))
      #expect(
        answer.contains(
          "Content-Security-Policy: default-src 'none'; connect-src 'self'; script-src 'self'; "
            + "style-src 'self'\r\n"))
      #expect(answer.contains("Referrer-Policy: no-referrer\r\n"))
      #expect(!answer.contains("Strict-Transport-Security"))
      #expect(answer.contains("Cache-Control: no-store\r\n"))
      let script = try #require(
        answer.firstRange(of: "<script src=\"/_daylight/preview.js\" defer"))
      let exit = try #require(answer.firstRange(of: "<script src=\"exit.js\""))
      #expect(script.upperBound < exit.lowerBound)
      #expect(answer.contains("data-page=\"index.html\""))
      #expect(answer.contains("data-draft></script>"))
    }
  }

  @Test(arguments: ["POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "CONNECT"])
  func `other methods than GET and HEAD are refused`(_ method: String) async throws {
    try await serving { client, _, _ in
      let target = method == "CONNECT" ? "localhost:80" : "/"
      let answer = try await client.get(target, method: method)
      #expect(answer.hasPrefix("HTTP/1.1 405 "))
      #expect(answer.contains("Allow: GET, HEAD\r\n"))
    }
  }

  @Test func `HEAD is answered with the header of GET and no body`() async throws {
    try await serving { client, _, _ in
      let whole = try await client.get("/signs/")
      let head = try await client.get("/signs/", method: "HEAD")
      let end = try #require(whole.firstRange(of: "\r\n\r\n"))
      #expect(head == whole[..<end.upperBound])
    }
  }

  @Test func `a folder without a trailing slash is redirected`() async throws {
    try await serving { client, _, _ in
      let answer = try await client.get("/signs/fear?a=b")
      #expect(answer.hasPrefix("HTTP/1.1 308 "))
      #expect(answer.contains("Location: /signs/fear/?a=b\r\n"))
    }
  }

  @Test(arguments: [
    "/nowhere", "/assets/", "/../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/..%2fetc/passwd",
    "/signs/../../etc/passwd", "//etc/passwd", "/.//index.html", "/assets\\site.css",
    "//127.0.0.1/", "/index.html/", "/%252e%252e/", "/signs%5c..%5cindex.html",
  ])
  func `unknown paths get the site's 404 page`(_ path: String) async throws {
    try await serving { client, _, _ in
      let answer = try await client.get(path)
      #expect(answer.hasPrefix("HTTP/1.1 404 Not Found\r\n"))
      #expect(answer.contains("<main>Not found</main>"))
    }
  }

  @Test(arguments: ["/%", "/%4", "/%zz", "/%00", "/%ff", "*", "http://localhost/", "index.html"])
  func `a target that is not a path is refused`(_ path: String) async throws {
    try await serving { client, _, _ in
      let answer = try await client.get(path)
      #expect(answer.hasPrefix("HTTP/1.1 400 "))
    }
  }

  @Test func `a page that the browser has cached is not sent again`() async throws {
    try await serving { client, _, _ in
      let first = try await client.get("/")
      let line = try #require(first.split(separator: "\r\n").first { $0.hasPrefix("ETag: ") })
      let tag = line.dropFirst(6)
      let second = try await client.get("/", "If-None-Match: \"other\", W/\(tag)")
      #expect(second.hasPrefix("HTTP/1.1 304 "))
      #expect(second.hasSuffix("\r\n\r\n"))
      #expect(try await client.get("/", "If-None-Match: \"other\"").hasPrefix("HTTP/1.1 200 "))
    }
  }

  @Test func `host names of other machines are refused`() async throws {
    try await serving { client, _, _ in
      for host in ["localhost", "127.0.0.1", "[::1]", "LOCALHOST"] {
        let answer = try await client.get("/", "Host: \(host):\(client.port)")
        #expect(answer.hasPrefix("HTTP/1.1 200 "), "\(host)")
      }
      for host in [
        "evil.example:\(client.port)", "localhost", "localhost:1", "127.0.0.1.evil.example",
        "localhost:\(client.port)@evil.example", "10.0.0.1:\(client.port)", "",
      ] {
        let answer = try await client.get("/", "Host: \(host)")
        #expect(answer.hasPrefix("HTTP/1.1 403 "), "\(host)")
      }
    }
  }

  @Test func `a request must name its host exactly once`() async throws {
    try await serving { client, _, _ in
      let without = try await client.send("GET / HTTP/1.1\r\nConnection: close\r\n\r\n")
      #expect(without.hasPrefix("HTTP/1.1 400 "))
      let host = "Host: localhost:\(client.port)"
      #expect(try await client.get("/", host, host).hasPrefix("HTTP/1.1 400 "))
    }
  }

  @Test func `a header or address that is too long is refused`() async throws {
    try await serving { client, _, _ in
      let long = String(repeating: "a", count: 20 << 10)
      #expect(try await client.get("/", "X: \(long)").hasPrefix("HTTP/1.1 431 "))
      let many = (0..<200).map { "X\($0): y" }
      let answer = try await client.send(client.request("/", many))
      #expect(answer.hasPrefix("HTTP/1.1 431 "))
      let target = "/" + String(repeating: "a", count: 9 << 10)
      #expect(try await client.get(target).hasPrefix("HTTP/1.1 414 "))
    }
  }

  @Test func `a request with a body is refused`() async throws {
    try await serving { client, _, _ in
      let answer = try await client.send(
        client.request("/", ["Content-Length: 5"]) + "hello")
      #expect(answer.hasPrefix("HTTP/1.1 413 "))
    }
  }

  @Test func `pipelined requests are answered in order`() async throws {
    try await serving { client, _, _ in
      let keeping = { (path: String) in
        "GET \(path) HTTP/1.1\r\nHost: localhost:\(client.port)\r\n\r\n"
      }
      let all = try await client.send(
        keeping("/robots.txt") + keeping("/assets/site.css") + client.request("/signs/"))
      let robots = try #require(all.firstRange(of: "User-agent"))
      let style = try #require(all.firstRange(of: "body {}"))
      let page = try #require(all.firstRange(of: "<main>Signs"))
      #expect(robots.lowerBound < style.lowerBound && style.lowerBound < page.lowerBound)
    }
  }

  @Test func `a file larger than any buffer arrives complete`() async throws {
    let text = String(repeating: "0123456789", count: 500_000)
    try await serving(.example(["big.txt": text])) { client, _, _ in
      let answer = try await client.get("/big.txt")
      #expect(answer.hasSuffix("\r\n\r\n" + text))
    }
  }

  @Test func `two hundred silent clients and clients that do not read block nobody`() async throws {
    let text = String(repeating: "0123456789", count: 500_000)
    try await serving(.example(["big.txt": text])) { client, server, _ in
      var idle: [any Channel] = []
      for index in 0..<200 {
        let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
          .channelOption(.autoRead, value: false)
          .connect(host: "127.0.0.1", port: client.port).get()
        if index % 10 == 0 {
          try await channel.writeAndFlush(ByteBuffer(string: client.request("/big.txt")))
        }
        idle.append(channel)
      }
      #expect(try await client.get("/").hasPrefix("HTTP/1.1 200 "))
      #expect(await server.connectionCount >= 200)
      for channel in idle { try? await channel.close() }
    }
  }

  @Test func `a connection above the limit is turned away`() async throws {
    var options = PreviewServer.Options.patient
    options.limits.connections = 2
    try await serving(.example(), options) { client, server, _ in
      try await client.connected { first in
        try await first.write("GET")
        try await client.connected { second in
          try await second.write("GET")
          while await server.connectionCount < 2 { await Task.yield() }
          #expect(try await client.send("").hasPrefix("HTTP/1.1 503 "))
        }
      }
      while await server.connectionCount > 0 { await Task.yield() }
      #expect(try await client.get("/").hasPrefix("HTTP/1.1 200 "))
    }
  }

  @Test func `a request that takes too long is dropped`() async throws {
    var options = PreviewServer.Options.patient
    options.limits.requestTime = .milliseconds(50)
    try await serving(.example(), options) { client, _, _ in
      // On a busy machine the server may close before it has read everything, and a connection with
      // unread bytes is reset.
      let answer = try? await client.send("GET / HTTP/1.1\r\nHost:")
      #expect(answer ?? "" == "")
    }
  }

  @Test func `a thousand bad requests leave it serving`() async throws {
    try await serving { client, server, _ in
      var random = SeededGenerator(seed: 5)
      let good = Array(client.request("/signs/", ["Accept: text/html"]).utf8)
      for _ in 0..<1_000 {
        var bytes = good
        for _ in 0..<Int.random(in: 1...8, using: &random) {
          let place = Int.random(in: 0..<bytes.count, using: &random)
          switch Int.random(in: 0..<3, using: &random) {
          case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
          case 1: bytes.remove(at: place)
          default: bytes.insert(UInt8.random(in: 0...255, using: &random), at: place)
          }
        }
        let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
          .connect(host: "127.0.0.1", port: client.port).get()
        try? await channel.writeAndFlush(ByteBuffer(bytes: bytes))
        try? await channel.close()
      }
      #expect(try await client.get("/").hasPrefix("HTTP/1.1 200 "))
      while await server.connectionCount > 0 { await Task.yield() }
    }
  }

  @Test func `the next free port is taken`() async throws {
    try await serving { client, first, session in
      var options = PreviewServer.Options.patient
      options.port = client.port
      let second = try await PreviewServer(session, options)
      #expect(second.port > first.port)
      #expect(second.address == "http://127.0.0.1:\(second.port)/")
      #expect(!second.isExposed)
      await second.stop()
    }
  }

  @Test func `until there is a site, a page waits for it`() async throws {
    let session = BuildSession { _, _ in PreviewSite.example().with(.broken) }
    await session.note(.everything)
    await session.settle()
    try await serving(session) { client, _, _ in
      let answer = try await client.get("/signs/")
      #expect(answer.hasPrefix("HTTP/1.1 503 "))
      #expect(answer.contains("<script src=\"/_daylight/preview.js\""))
    }
  }

  @Test func `other pages of the preview are served by name`() async throws {
    var options = PreviewServer.Options.patient
    options.pages = { $0 == "" ? Array("<p>Health</p>".utf8) : nil }
    try await serving(.example(), options) { client, _, _ in
      let answer = try await client.get("/_daylight/")
      #expect(answer.contains("Content-Type: text/html; charset=utf-8\r\n"))
      #expect(answer.hasSuffix("<p>Health</p>"))
      #expect(try await client.get("/_daylight/other").hasPrefix("HTTP/1.1 404 "))
    }
  }

  @Test func `pages are told what a build has changed`() async throws {
    let sites = Sites(.example(), .example(["signs/index.html": PreviewSite.page("New")]))
    let session = BuildSession { changes, _ in sites.next(changes) }
    await session.note(.everything)
    await session.settle()
    try await serving(session) { client, server, session in
      try await client.connected { page in
        try await page.write(client.request("/_daylight/events"))
        let greeting = try await page.hear("\"revision\":1")
        #expect(greeting.contains("Content-Type: text/event-stream; charset=utf-8\r\n"))
        await session.note(ChangeSet(["content/signs/index.md"]))
        let update = try await page.hear("\n\n")
        #expect(update.contains("event: update\n"))
        #expect(update.contains("\"changed\":[\"signs/index.html\"]"))
      }
      while await server.listenerCount > 0 { await Task.yield() }
    }
  }

  @Test func `a build is told which pages are open`() async throws {
    let looks = Mutex<[Set<String>]>([])
    let session = BuildSession { _, look in
      looks.withLock { $0.append(look.open) }
      return .example()
    }
    await session.note(.everything)
    await session.settle()
    try await serving(session) { client, server, session in
      try await client.connected { page in
        try await page.write(client.request("/_daylight/events?path=%2Fsigns%2F"))
        _ = try await page.hear("\"report\"")
        await session.note(ChangeSet(["content/signs/index.md"]))
        await session.settle()
      }
      while await server.listenerCount > 0 { await Task.yield() }
      await session.note(ChangeSet(["content/signs/index.md"]))
      await session.settle()
    }
    #expect(looks.withLock { $0 } == [[], ["signs/index.html"], []])
  }

  @Test func `a page that connects late is told that it has changed`() async throws {
    try await serving { client, _, _ in
      for (digest, isNew) in [("0", true), (digest(of: "Signs"), false)] {
        try await client.connected { page in
          try await page.write(
            client.request("/_daylight/events?path=%2Fsigns%2F&digest=\(digest)"))
          let greeting = try await page.hear("\"report\"")
          #expect(greeting.contains("\"changed\":[\"signs/index.html\"]") == isNew)
        }
      }
    }
  }

  @Test func `a listener that does not read is disconnected and blocks nobody`() async throws {
    let names = (0..<400).map { "\($0)-" + String(repeating: "name", count: 50) + ".txt" }
    let session = BuildSession { changes, _ in
      let text = changes.paths.first ?? ""
      return .example(Dictionary(uniqueKeysWithValues: names.map { ($0, text) }))
    }
    await session.note(.everything)
    await session.settle()
    try await serving(session) { client, server, session in
      let deaf = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
        .channelOption(.autoRead, value: false)
        .connect(host: "127.0.0.1", port: client.port).get()
      try await deaf.writeAndFlush(ByteBuffer(string: client.request("/_daylight/events")))
      while await server.listenerCount < 1 { await Task.yield() }
      try await client.connected { page in
        try await page.write(client.request("/_daylight/events"))
        var revision = 1
        _ = try await page.hear("\"revision\":\(revision),")
        while await server.listenerCount > 1 {
          revision += 1
          await session.note(ChangeSet(["\(revision)"]))
          _ = try await page.hear("\"report\"")
        }
      }
      try? await deaf.close()
    }
  }

  @Test func `listeners above the limit take turns`() async throws {
    var options = PreviewServer.Options.patient
    options.limits.listeners = 1
    try await serving(.example(), options) { client, server, _ in
      try await client.connected { first in
        try await first.write(client.request("/_daylight/events"))
        _ = try await first.hear("\"report\"")
        try await client.connected { second in
          try await second.write(client.request("/_daylight/events"))
          _ = try await second.hear("\"report\"")
          #expect(try await first.hear("event: pause").contains("event: pause\ndata:\n\n"))
          #expect(await server.listenerCount == 1)
        }
      }
    }
  }

  @Test func `invalid headers are left out`() async throws {
    var site = PreviewSite.example()
    site.headers = [("X-Good", "yes"), ("X-Bad", "a\r\nb: c"), ("X Worse", "no"), ("", "no")]
    try await serving(site) { client, _, _ in
      let answer = try await client.get("/robots.txt")
      #expect(answer.contains("X-Good: yes\r\n"))
      #expect(!answer.contains("X-Bad") && !answer.contains("X Worse"))
      #expect(answer.hasSuffix("User-agent: *"))
    }
  }

  private func digest(of title: String) -> String {
    ContentDigest(Array(PreviewSite.page(title).utf8)).hexadecimal
  }

  @Test func `pages of other sites may not listen`() async throws {
    try await serving { client, _, _ in
      for header in [
        "Origin: http://evil.example", "Origin: null", "Sec-Fetch-Site: cross-site",
        "Origin: https://localhost:\(client.port)",
      ] {
        let answer = try await client.get("/_daylight/events", header)
        #expect(answer.hasPrefix("HTTP/1.1 403 "), "\(header)")
      }
    }
  }

  @Test func `stopping ends every connection and frees the port`() async throws {
    let session = BuildSession { _, _ in .example() }
    await session.note(.everything)
    var options = PreviewServer.Options.patient
    options.port = 0
    let server = try await PreviewServer(session, options)
    let client = RawClient(port: server.port)
    try await client.connected { listener in
      try await listener.write(client.request("/_daylight/events"))
      _ = try await listener.hear("\"report\"")
      try await client.connected { silent in
        try await silent.write("GET / HT")
        while await server.connectionCount < 2 { await Task.yield() }
        await server.stop()
        #expect(try await silent.rest().isEmpty)
      }
      _ = try await listener.rest()
    }
    await #expect(throws: (any Error).self) { _ = try await client.get("/") }
  }
}

extension PreviewServer.Options {
  /// For tests that are not about time: a busy machine may stop everything for half a minute.
  static var patient: Self {
    var options = Self()
    options.limits.requestTime = .minutes(10)
    options.limits.idleTime = .minutes(10)
    options.limits.closingTime = .minutes(10)
    options.limits.heartbeat = .minutes(10)
    return options
  }
}
