package import DaylightSyntax

/// The front matter that pages of every kind may have.
package struct CommonFrontMatter: Sendable, Hashable {
  package var shortTitle: Located<String>?
  package var summary: Located<String>?
  /// The last part of the page's address, if the file's name would reveal too much (SAF-20).
  package var slug: Located<String>?
  package var order: Located<Int>?
  /// The name of a drawing of the theme, for the page and all below it.
  package var picture: Located<String>?
  package var isDraft: Bool
  package var published: Located<CalendarDate>?
  package var expires: Located<CalendarDate>?
  /// Addresses at which the page used to be, such as `/old/address/`.
  package var oldAddresses: [Located<String>]
  package var isSensitive: Bool
  package var isHiddenFromSearch: Bool
  /// Nil if the setting of the site applies.
  package var isDiscreet: Bool?
  /// The values that a practice defines for its own templates.
  package var extra: [YAMLNode.Field]

  /// Terms write their old addresses under another name, since `aliases` are forms of their word.
  init(from fields: inout FieldDecoder, addressesNamed addresses: String = "aliases") {
    shortTitle = fields.text(
      "shortTitle",
      about: "A shorter or quieter title, for the tab, the history, the menu and lists.")
    summary = fields.text(
      "summary", about: "One or two sentences, shown under the title and in lists.")
    slug = fields.text(
      "slug", as: .slug,
      about: "The last part of the address, if the file’s name would say too much.")
    order = fields.integer(
      "order", about: "The place among its neighbours: a whole number. Pages without one come last."
    )
    picture = fields.text(
      "picture",
      about: "A drawing beside the title, such as bench, lamp or window, or the name of a picture "
        + "beside the page. ‘none’ is a page without one.")
    isDraft = fields.flag("draft", about: "true: the page is not published.")?.value ?? false
    published = fields.date(
      "published", about: "The page is published from this day on."
    ) { isPublished in
      isPublished
        ? "leave it out, or write the day on which the page was published"
        : "write ‘draft: true’ instead, so that the page is not published"
    }
    expires = fields.date("expires", about: "From this day on the page is not published.")
    oldAddresses = fields.texts(
      addresses, as: .oldAddress,
      about: "Addresses at which the page used to be. They lead here.")
    isSensitive =
      fields.flag(
        "sensitive", about: "false: tells templates that the page needs no special care.")?.value
      ?? true
    isHiddenFromSearch =
      fields.flag(
        "noindex", about: "true: search engines are asked to leave the page out.")?.value ?? false
    isDiscreet =
      fields.flag(
        "discreet",
        about: "false: the title on the tab may be the full one. Without it, site.yaml decides.")?
      .value
    extra = fields.openMap(
      "extra", about: "Names and values of your own, for your own templates.")
    if let slug, !Slug.isSafe(slug.value) || Slug.fileName(slug.value) != slug.value {
      fields.report(.invalidSlug(slug))
      self.slug = nil
    }
    for address in oldAddresses {
      if let problem = Self.problem(ofAddress: address.value) {
        fields.report(.invalidAddress(address.value, problem, at: address.location))
      }
    }
    fields.checkOrder("published", published, before: "expires", expires)
  }

  /// Why an address cannot be one of this site's. An address that leads upwards, or whose meaning a
  /// server might change by decoding it, never becomes a path on disk.
  private static func problem(ofAddress address: String) -> String? {
    guard address.utf8.first == UInt8(ascii: "/") else { return "it does not begin with ‘/’" }
    if address.utf8.count == 1 { return "it is the home page" }
    for scalar in address.unicodeScalars
    where "?#%\\ ".unicodeScalars.contains(scalar) || scalar.value < 0x20 {
      return scalar == " " ? "it contains a space" : "it contains ‘\(scalar)’"
    }
    for part in address.utf8.dropFirst().split(
      separator: UInt8(ascii: "/"), omittingEmptySubsequences: false
    ).dropLast(address.utf8.last == UInt8(ascii: "/") ? 1 : 0) {
      if part.isEmpty { return "it contains ‘//’" }
      if part.allSatisfy({ $0 == UInt8(ascii: ".") }) { return "it contains ‘\(Substring(part))’" }
    }
    return nil
  }
}

extension TextForm {
  fileprivate static let slug = Self(
    "^[a-z0-9\\u00A1-\\uFFFF]+(-[a-z0-9\\u00A1-\\uFFFF]+)*$",
    "Write small letters, digits and hyphens.", mayBeNumber: true)
  fileprivate static let oldAddress = Self(
    "^/[^?#%\\\\\\s]+$", "Write it as in /old/address/ or /old/address.html.")
}

extension FieldDecoder {
  /// Reports a day that comes before the day it should follow.
  mutating func checkOrder(
    _ earlierName: String, _ earlier: Located<CalendarDate>?,
    before laterName: String, _ later: Located<CalendarDate>?
  ) {
    guard let earlier, let later, later.value < earlier.value else { return }
    report(.dateOrder(laterName, later, earlierName, earlier))
  }
}

extension Rule {
  package static let invalidAddress = Rule(
    "invalid-address", .error, "An old address that no page of the site can have.",
    why: "The old address would never be asked for, so people with an old link would not find "
      + "the page.",
    bad: "---\ntitle: Rest\naliases: [old/rest/]\n---\nRest is allowed.",
    good: "---\ntitle: Rest\naliases: [/old/rest/]\n---\nRest is allowed.",
    fix: "Begin the address with `/` and end it with `/` or `.html`, without spaces, `..`, `?`, "
      + "`#` or `%`.", in: .page)
  package static let dateOrder = Rule(
    "date-order", .error, "A date before the one it should follow.",
    why: "The page would expire before it is published, or be due for review before it was "
      + "reviewed.",
    bad: "---\ntitle: Rest\npublished: 2026-05-31\nexpires: 2026-05-01\n---\nRest is allowed.",
    good: "---\ntitle: Rest\npublished: 2026-05-31\nexpires: 2026-12-01\n---\nRest is allowed.",
    fix: "Correct one of the two dates.", in: .page)
}

extension Diagnostic {
  package static func invalidAddress(
    _ address: String, _ problem: String, at location: SourceLocation
  ) -> Self {
    Diagnostic(
      .invalidAddress, "‘\(address)’ cannot be an old address of this page: \(problem)",
      at: location, help: "write it as in /old/address/ or /old/address.html")
  }

  fileprivate static func invalidSlug(_ slug: Located<String>) -> Self {
    let usable = Slug.fileName(slug.value)
    return Diagnostic(
      .invalidAddress, "‘\(slug.value)’ cannot be part of an address", at: slug.location,
      help: Slug.isSafe(usable) ? "write ‘\(usable)’" : "write small letters, digits and hyphens")
  }

  fileprivate static func dateOrder(
    _ later: String, _ laterDate: Located<CalendarDate>, _ earlier: String,
    _ earlierDate: Located<CalendarDate>
  ) -> Self {
    Diagnostic(
      .dateOrder,
      "‘\(later)’ (\(laterDate.value.iso)) is before ‘\(earlier)’ (\(earlierDate.value.iso))",
      at: laterDate.location, notes: [Note("‘\(earlier)’ is here", at: earlierDate.location)],
      help: "correct one of the two dates")
  }
}
