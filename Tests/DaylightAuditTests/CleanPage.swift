import DaylightAudit
import Foundation

/// A small page that the audit has nothing to say about, in parts that a test may replace.
struct CleanPage {
  var parts: [String: String] = [
    "charset": #"<meta charset="utf-8">"#,
    "policy":
      #"<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'">"#,
    "referrer": #"<meta name="referrer" content="no-referrer">"#,
    "title": "<title>Understanding attachment – Reading Room</title>",
    "html": #"<html lang="en">"#,
    "skip": ##"<a class="skip" href="#main">Skip to the main text</a>"##,
    "second":
      #"<a class="skip" href="https://exit.example/weather" rel="nofollow noreferrer" data-exit>Leave now</a>"#,
    "exit":
      #"<a class="exit" href="https://exit.example/weather" rel="nofollow noreferrer" data-exit>Leave this site</a>"#,
    "safety":
      #"<aside class="safety" aria-label="Staying safe"><p>It does not clear your history. <a href="../safe-browsing/index.html">More</a></p></aside>"#,
    "script": #"<script src="../assets/exit.12ab.js" defer></script>"#,
    "style": #"<link rel="stylesheet" href="../assets/landmarks.56ef.css">"#,
    "header": #"<header class="site-header"><a href="../index.html">Reading Room</a></header>"#,
    "body": #"<body class="kind-article">"#, "leave": #"<nav class="leave" aria-label="Leave">"#,
    "data": #"<script type="application/ld+json">{"@id": "https://schema.org/"}</script>"#,
    "head": "", "main": "", "before-policy": "", "after-main": "",
    "help":
      #"<aside class="help"><h2>If you need someone now</h2><p><a href="tel:+448082000247">Call 0808 2000 247</a> <a href="../help/index.html">All lines</a></p></aside>"#,
    "footer": #"<footer class="site-footer"><p>This is not therapy.</p></footer>"#,
  ]

  var html: String {
    func part(_ name: String) -> String { parts[name] ?? "" }
    return """
      <!doctype html>
      \(part("html"))
      <head>
      \(part("charset"))
      \(part("before-policy"))\(part("policy"))
      <meta name="viewport" content="width=device-width, initial-scale=1">
      \(part("referrer"))
      \(part("title"))
      <link rel="canonical" href="https://resources.example/understanding/">
      <link rel="icon" href="../assets/icon.ab.svg" type="image/svg+xml">
      \(part("style"))
      <link rel="stylesheet" href="../assets/site.ab.css">
      \(part("script"))
      \(part("head"))
      \(part("data"))
      </head>
      \(part("body"))
      \(part("skip"))
      \(part("second"))
      \(parts["bar"] ?? part("leave") + part("exit") + "</nav>")
      \(part("safety"))
      \(part("header"))
      <main id="main" tabindex="-1">
      <h1>Attachment &amp; you</h1>
      <p>See <a class="external" href="https://doi.org/10.1000/1" rel="noreferrer">the paper</a>,
      <a href="sms:85258">text</a> or <a href="#part">the part</a>. Nothing is untraceable.</p>
      <!-- <script>alert(1)</script> <iframe src="https://elsewhere.example"> -->
      <figure><svg viewBox="0 0 9 9"><title>A person walks out</title>
      <path fill="url(#shade)" d="M0 0"/><use href="#shade"/></svg></figure>
      <img src="../assets/tree.png" srcset="../assets/tree.png 1x, ../assets/tree2.png 2x" alt="A tree // in bloom">
      \(part("main"))
      </main>
      \(part("after-main"))
      \(part("help"))
      \(part("footer"))
      </body>
      </html>

      """
  }

  /// The page as a checklist, with a form in its main text.
  static let checklist: CleanPage = {
    var page = CleanPage()
    page.parts["head"] = #"<script src="../assets/checklist.34cd.js" defer></script>"#
    page.parts["main"] = formParts.map(\.1).joined(separator: "\n")
    return page
  }()

  /// The parts of the checklist’s form by name, in order.
  static let formParts: [(String, String)] = [
    ("form", #"<form class="checklist" method="dialog" autocomplete="off" data-checklist>"#),
    ("clear-first", #"<p>Tick all that fit. <button type="reset">Clear all ticks</button></p>"#),
    ("group", #"<fieldset id="c1"><legend><h2>What happens between us</h2></legend>"#),
    ("box", #"<input type="checkbox" id="c1-1"><label for="c1-1">I watch my words.</label>"#),
    ("inside", ""), ("group-end", "</fieldset>"),
    (
      "status",
      #"<p role="status" data-checklist-status data-ticked="Your ticks have changed." data-cleared="All ticks are cleared."></p>"#
    ),
    ("zero", "<p>Ticking nothing does not mean that nothing\n is wrong.</p>"),
    ("after", ""), ("clear-last", #"<button type="reset">Clear all ticks</button>"#),
    ("form-end", "</form>"),
  ]

  /// The page with one of its parts, or of the form’s, replaced.
  static func with(_ part: String, _ text: String) -> CleanPage {
    var page = CleanPage()
    if formParts.contains(where: { $0.0 == part }) {
      page = checklist
      page.parts["main"] = formParts.map { $0.0 == part ? text : $0.1 }.joined(separator: "\n")
    } else {
      page.parts[part] = text
    }
    return page
  }
}

extension AuditPolicy {
  static let example = AuditPolicy(
    exitURL: "https://exit.example/weather", siteHost: "resources.example",
    contentSecurityPolicy: "default-src 'none'; script-src 'self'",
    inlinePolicy: "default-src 'none'; script-src 'self' 'sha256-A'",
    exitScript: Script(path: "assets/exit.12ab.js", bytes: Array("leave();".utf8)),
    checklistScript: Script(path: "assets/checklist.34cd.js", bytes: Array("forget();".utf8)),
    landmarkStyle: Script(path: "assets/landmarks.56ef.css", bytes: Array("@layer{}".utf8)),
    words: LandmarkWords(
      exit: "Leave this site", secondExit: "Leave now",
      safety: ["It does not clear your history.", "More"],
      question: "Could someone check this device?", help: "If you need someone now",
      numbers: ["448082000247", "08082000247", "999"],
      digits: ["448082000247", "08082000247", "999"]),
    zeroTicksText: "Ticking nothing does not mean that nothing is wrong.")
}
