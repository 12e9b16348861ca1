package import DaylightSyntax

extension PageAudit {
  /// A number to call or to text, and nothing else: codes after it can forward every later call,
  /// and a text is one that the reader did not write.
  mutating func checkPhoneLink(
    _ address: [UInt8], at range: Range<Int>, in context: Range<Int>
  ) {
    let number = address.drop { $0 <= 0x20 }.drop { $0 != UInt8(ascii: ":") }.dropFirst()
    let plus = number.first == UInt8(ascii: "+") ? number.dropFirst() : number
    let isPlain = plus.allSatisfy {
      $0.isASCIIDigit || $0.isOne(of: "-.() ")
    }
    if isPlain, plus.contains(where: { $0.isASCIIDigit }) {
      dialled = String(decoding: plus.filter { $0.isASCIIDigit }, as: UTF8.self)
      checkDialled(Array(plus), at: range, in: context)
    } else {
      report.add(.phoneCode(quoted(address)), at: range, in: context)
    }
  }

  /// Whether an address leads to this site by another way than its own: without https, or at another
  /// port.
  func isExposed(_ host: LinkHost) -> Bool {
    guard let site = policy.siteHost else { return false }
    let address = site.contains("://") ? site : "//" + site
    return LinkHost(Array(address.utf8)).name == host.name
  }
}

extension AuditRule {
  package static let phoneLink = Rule(
    "phone-link", .error, "A telephone link that contains more than a number.",
    why:
      "Codes such as *21* forward all later calls of a reader’s phone to somebody else, and a "
      + "text that is filled in is in their sent messages.",
    bad: #"<a href="tel:*21*07700900123#">Call</a>"#, good: #"<a href="tel:999">Call 999</a>"#,
    fix: "Write tel: or sms: and the number alone.", in: .template)
}

extension AuditFinding.Violation {
  fileprivate static func phoneCode(_ address: String) -> Self {
    Self(
      AuditRule.phoneLink,
      "‘\(address)’ contains more than a number, which could forward a reader’s calls or send a text",
      help: "write tel: or sms: and the number alone, such as tel:+448082000247")
  }

  static func exposedLink(_ address: String) -> Self {
    Self(
      AuditRule.unsafeAddress,
      "the link ‘\(address)’ leads to this site by a way that others can watch",
      help: "write the path of the page, such as {{root}}{{path}}",
      elsewhere: "write the path of the page, such as help/index.html")
  }
}
