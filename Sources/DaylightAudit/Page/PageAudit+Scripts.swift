package import DaylightSyntax

extension PageAudit {
  /// A script is one of the two shipped ones, by its path, or structured data (SAF-17).
  mutating func checkScript(_ tag: HTMLTag) {
    head.scriptTag = nil
    if let source = scanner.attribute(.src) {
      checkSource(source, tag)
    } else if let source = scanner.value(.href) ?? scanner.value(.`xlink:href`) {
      report.add(.foreignScript(quoted(source)), at: tag.range)
    } else if isInline(policy.exitScript, in: "script", tag) {
      noteExitScript(tag, runs: depth == 0 && !landmarks.place.hasBody)
    } else if scanner.hasAttribute(.type, equalTo: "application/ld+json") {
      head.scriptTag = (tag.range, isData: true)
    } else if scanner.hasAttribute(.type, equalTo: "speculationrules") {
      report.add(.resourceHint("speculationrules"), at: tag.range)
    } else {
      report.add(.inlineScript, at: tag.range)
    }
  }

  private mutating func checkSource(_ attribute: HTMLAttribute, _ tag: HTMLTag) {
    if leads(attribute, to: policy.exitScript.path) {
      noteExitScript(tag, runs: runs(isEarly: true))
    } else if leads(attribute, to: policy.checklistScript.path) {
      if !runs(isEarly: false) { report.add(.deadChecklistScript, at: tag.range) }
      landmarks.loadsChecklistScript = true
    } else {
      return report.add(.foreignScript(quoted(scanner.value(attribute))), at: tag.range)
    }
    head.scriptTag = (tag.range, isData: false)
  }

  private mutating func noteExitScript(_ tag: HTMLTag, runs: Bool) {
    if landmarks.loadsExitScript {
      report.add(.secondExitScript, at: tag.range)
    } else if !runs {
      report.add(.deadExitScript, at: tag.range)
    }
    landmarks.loadsExitScript = true
  }

  /// Whether the current element contains a shipped file, byte for byte and nothing else, and has
  /// no attribute but the path to the root of the site.
  func isInline(_ file: AuditPolicy.Script, in element: String, _ tag: HTMLTag) -> Bool {
    let content = scanner.bytes[tag.range.upperBound...]
    let isPlain = scanner.attributes.allSatisfy {
      scanner.name($0.spelling) == "data-root"
        && scanner.value($0).elementsEqual(policy.basePath.utf8)
    }
    return head.allowsInline && isPlain && content.starts(with: file.bytes)
      && content.dropFirst(file.bytes.count).starts(with: "</\(element)>".utf8)
  }

  /// Whether a browser runs the current script: it is in the head and has no attribute but its
  /// address, and ‘defer’ if it needs the whole page.
  private func runs(isEarly: Bool) -> Bool {
    let isDeferred = scanner.attributes.contains { scanner.name($0.spelling) == "defer" }
    return depth == 0 && !landmarks.place.hasBody && (isEarly || isDeferred)
      && scanner.attributeCount == (isDeferred ? 2 : 1)
  }

  func leads(_ attribute: HTMLAttribute, to path: String) -> Bool {
    // Nearly all climb to the root of the site and name the path.
    if let value = attribute.value {
      let depth = file.path.utf8.count { $0 == UInt8(ascii: "/") }
      let written = scanner.bytes[value]
      if written.count == 3 * depth + path.utf8.count,
        written.dropFirst(3 * depth).elementsEqual(path.utf8),
        written.prefix(3 * depth).enumerated().allSatisfy({
          $1 == UInt8(ascii: $0 % 3 == 2 ? "/" : ".")
        })
      {
        return true
      }
      // What has nothing to decode keeps its end.
      let name = path.utf8.split(separator: UInt8(ascii: "/")).last ?? path.utf8[...]
      if !written.contains(where: { $0 <= 0x20 || $0.isOne(of: "%&\\?#") }),
        !written.suffix(name.count).elementsEqual(name)
      {
        return false
      }
    }
    return publishedPath(of: String(decoding: scanner.value(attribute), as: UTF8.self)) == path
  }

  /// Data may contain no comment: `<!--<script>` would keep the script open for a browser, with
  /// part of the page inside it. A script of our own has no content.
  mutating func checkScriptContent(_ range: Range<Int>) {
    guard let script = head.scriptTag else { return }
    let content = UnsafeBufferPointer(rebasing: scanner.bytes[range])
    if script.isData ? content.contains(text: "<!--") : content.contains(where: { $0 > 0x20 }) {
      report.add(.inlineScript, at: script.range)
    }
    if script.isData {
      spoken.append(0)
      spoken += content
    }
  }

  /// The path of the output file that a relative address names; nil if it leads elsewhere.
  private func publishedPath(of address: String) -> String? {
    var folder = file.path.split(separator: "/").dropLast().map(String.init)
    var relative = address[...]
    if address.hasPrefix("/") {
      guard address.hasPrefix(policy.basePath) else { return nil }
      folder = []
      relative = address.dropFirst(policy.basePath.count)
    }
    for part in relative.split(separator: "/", omittingEmptySubsequences: false) {
      switch part {
      case ".": continue
      case "..":
        guard !folder.isEmpty else { return nil }
        folder.removeLast()
      default: folder.append(String(part))
      }
    }
    return folder.joined(separator: "/")
  }
}

extension AuditRule {
  package static let foreignScript = Rule(
    "foreign-script", .error, "A script that is not one of the two that come with this tool.",
    why: "Counters, maps and chats tell others that somebody reads this page. One that was "
      + "changed could too.",
    bad: #"<script src="https://counter.example/count.js"></script>"#,
    good: #"<script src="{{root}}{{scripts.exit}}" defer></script>"#,
    fix: "Remove the script. The two that come with Daylight are the only ones.", in: .finished)
  package static let inlineScript = Rule(
    "inline-script", .error, "A program written into a page.",
    why: "Nobody has checked what it does with what a reader does.",
    bad: "<script>greet()</script>",
    good: "<p>You are welcome here.</p>",
    fix: "Remove it, and say it in words.", in: .finished)
}

extension AuditFinding.Violation {
  private static let whyNoScript =
    "remove it; a counter, map, chat or widget tells others who reads about this, "
    + "and that alone is health information"

  static func foreignScript(_ path: String) -> Self {
    Self(
      AuditRule.foreignScript,
      "the script ‘\(path)’ is not one of the two that come with this tool, "
        + "and could record or send what a reader does",
      help: whyNoScript)
  }

  static func changedScript(_ path: String) -> Self {
    Self(
      AuditRule.foreignScript,
      "the script ‘\(path)’ was changed, so nobody knows whether it still keeps its promise",
      help: "build with an unchanged copy of this tool; its two scripts are part of it")
  }

  private static func dead(_ rule: Rule, _ name: String, _ consequence: String) -> Self {
    Self(
      rule, "a browser may not run this script, or too early, and then \(consequence)",
      help: "write <script src=\"{{root}}{{scripts.\(name)}}\" defer></script> just so, "
        + "in the head")
  }

  fileprivate static var deadExitScript: Self {
    dead(AuditRule.exitLink, "exit", "pressing Shift three times does nothing")
  }

  fileprivate static var secondExitScript: Self {
    Self(
      AuditRule.exitLink,
      "the exit script is here a second time, and each would count separately",
      help: "keep the first one; templates/not-found.mustache shows how a page contains it")
  }

  fileprivate static var deadChecklistScript: Self {
    dead(AuditRule.checklistForm, "checklist", "Back brings ticks back for others to see")
  }

  fileprivate static var inlineScript: Self {
    Self(
      AuditRule.inlineScript,
      "a program in the page could record or send what a reader does", help: whyNoScript)
  }
}
