import Testing

@testable import DaylightPreview

/// Which names the preview answers to. A page elsewhere could have its own name lead here, and read
/// the drafts (DNS rebinding).
@Suite struct HostPolicyTests {
  private let own = HostPolicy(host: "127.0.0.1", port: 4000)
  private let every = HostPolicy(host: "0.0.0.0", port: 4000)

  @Test(arguments: ["127.0.0.1:4000", "localhost:4000", "LOCALHOST:4000"])
  func `the own names with the own port are answered`(host: String) {
    #expect(own.accepts(host: host) && own.accepts(origin: "http://" + host))
  }

  @Test(arguments: [
    "", ":", ":4000", "localhost", "localhost:", "localhost:80", "localhost:04001",
    "localhost:4000x", "localhost:x", "evil.example", "evil.example:4000", "evil.example:x",
    "localhost.evil.example:4000", "127.0.0.1.evil.example:4000", "192.0.2.7:4000", "[::]:x",
    "localhost:4000:x",
  ])
  func `other names are not`(host: String) {
    #expect(!own.accepts(host: host) && !own.accepts(origin: "http://" + host))
  }

  @Test(arguments: ["null", "https://localhost:4000", "file://", "localhost:4000", "http://"])
  func `no other origin is the own one`(origin: String) {
    #expect(!own.accepts(origin: origin))
  }

  @Test func `a server for a whole network is reached by numbers, not by names`() {
    for host in ["192.0.2.7:4000", "[2001:db8::7]:4000", "[::ffff:192.0.2.7]:4000"] {
      #expect(every.accepts(host: host), "\(host)")
    }
    for host in [
      "evil.example:4000", "192.0.2.7", "192.0.2.7:x", "192.0.2.256:4000", "1.2.3:4000",
      "1.2.3.4.5:4000", "192.0..2.7:4000", "192.0.2.7.:4000", "[evil]:4000", "[2001:db8::7:4000",
      "a.b.c.d:4000",
    ] {
      #expect(!every.accepts(host: host), "\(host)")
    }
  }
}
