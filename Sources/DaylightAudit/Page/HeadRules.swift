package import DaylightSyntax

/// The rules about the head of a page.
extension AuditRule {
  package static let securityPolicy = Rule(
    "security-policy", .error,
    "A page without exactly the policy that keeps a browser from sending and loading.",
    why: "The policy is what keeps a browser from sending and loading anything.",
    bad: "<meta charset=\"utf-8\">\n<title>…</title>",
    good: "<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" "
      + "content=\"{{contentSecurityPolicy}}\">\n<title>…</title>",
    fix: "Put the line of `base.mustache` back, right after the `charset`.", in: .finished)
  package static let referrerPolicy = Rule(
    "referrer-policy", .error, "A page that could tell other sites where a reader was.",
    why: "Other sites could learn which page a reader came from.",
    bad: #"<meta name="referrer" content="origin">"#,
    good: #"<meta name="referrer" content="no-referrer">"#,
    fix: "Put the line of `base.mustache` back.", in: .finished)
  package static let metaRefresh = Rule(
    "meta-refresh", .error, "A page that takes the reader elsewhere by itself.",
    why: "A page that moves by itself takes readers somewhere they did not choose.",
    bad: #"<meta http-equiv="refresh" content="0; url=https://example.org/">"#,
    good: #"<a href="https://example.org/" rel="noreferrer">The new place</a>"#,
    fix: "Remove it. For a page that has moved, list its old address under `aliases`.",
    in: .finished)
  package static let metaHTTPEquiv = Rule(
    "meta-http-equiv", .error, "A ‘<meta http-equiv>’ that stores something or is not known.",
    why: "It could store something on the device, and nobody has checked what it does.",
    bad: #"<meta http-equiv="set-cookie" content="seen=1">"#,
    good: #"<meta name="viewport" content="width=device-width">"#,
    fix: "Remove it.", in: .finished, formerIDs: ["meta-command"])
  package static let pageLanguage = Rule(
    "page-language", .error, "A page that does not say its language.",
    why: "A screen reader would read the page aloud in the wrong language.",
    bad: "<html>",
    good: #"<html lang="{{language}}">"#,
    fix: #"Keep `lang="{{language}}"`."#, in: .finished)
  package static let pageTitle = Rule(
    "page-title", .error, "A page without a title.",
    why: "People who listen hear the title first, and everybody finds the page by it.",
    bad: "<title></title>",
    good: "<title>{{page.documentTitle}}</title>",
    fix: "Keep the `<title>` of `base.mustache`.", in: .finished)
  package static let unknownMetadata = Rule(
    "unknown-metadata", .error, "A ‘<meta>’ or ‘<link>’ that is not known to be harmless.",
    why:
      "Such elements put a page on a tile, offer an app, or add the site to a browser’s "
      + "searches: a trace of the visit that stays on the device.",
    bad: #"<link rel="search" type="application/opensearchdescription+xml" href="search.xml">"#,
    good: #"<link rel="canonical" href="{{page.canonical}}">"#, fix: "Remove the element.",
    in: .finished, formerIDs: ["head-name"])
  package static let landmarkStyle = Rule(
    "landmark-style", .error,
    "A page or a style that could hide the ways out, the safety line or the help.",
    why:
      "A part that is there and cannot be seen or reached helps nobody. Its place and size come "
      + "with the program, in a style sheet that has to be the first of each page.",
    bad: #"<link rel="stylesheet" href="{{root}}assets/site.css">"#,
    good:
      "<link rel=\"stylesheet\" href=\"{{root}}{{styles.landmarks}}\">\n<link rel=\"stylesheet\" "
      + "href=\"{{root}}assets/site.css\">",
    fix: "Link the sheet of the program before all others, as in templates/base.mustache.",
    in: .finished)
}
