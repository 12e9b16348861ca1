package import DaylightSyntax

/// The rules about style.
extension AuditRule {
  package static let cssImport = Rule(
    "css-import", .error,
    "Style that fetches more style, or a picture by a way that is not checked.",
    why: "The sheet, or the picture, would come by a way that is not checked.",
    bad: #"@import url("https://fonts.example/calm.css");"#,
    good: ".calm { font-family: Georgia, serif }",
    fix: "Copy the rules into `site.css`, and write pictures as `url()` with a file of the site.",
    in: .finished)
  package static let unsafeCSS = Rule(
    "unsafe-css", .error, "Style that runs a program, or that browsers may read differently.",
    why:
      "Old browsers run programs that are hidden in style, and where browsers read a style differently "
      + "nobody can check it.",
    bad: ".calm { width: expression(alert(1)) }",
    good: ".calm { width: 20rem }",
    fix: "Remove it.", in: .finished, formerIDs: ["css-program"])
  package static let motion = Rule(
    "motion", .error, "Something that moves by itself.",
    why: "Motion attracts the attention of others in the room, and makes some readers ill.",
    bad: ".calm { animation: fade 2s }",
    good: ".calm { opacity: 1 }",
    fix: "Remove it, or put it into `@media (prefers-reduced-motion: no-preference)`, with an end.",
    in: .finished)
  package static let readerDependentStyle = Rule(
    "reader-dependent-style", .error, "Style that tells the host, or shows, what a reader does.",
    why: "A browser fetches a picture or a font of a style only when the style applies. Where that "
      + "depends on what a reader ticks, opens or points at, the host can see it in its log.",
    bad: "details[open] { background: url(open.png) }",
    good: "details { background: url(paper.png) }\ndetails[open] { background-color: #f7eddc }",
    fix:
      "Name files only in rules that apply whatever a reader does. Change colours and lines instead.",
    in: .finished, formerIDs: ["reader-state"])
}
