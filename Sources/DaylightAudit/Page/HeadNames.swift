import DaylightSyntax

/// The allowed names of `meta` and `link`. As with elements, a name that is not listed is refused:
/// most others are for tiles, banners, previews and searches, which show or store a visit
/// elsewhere.
enum HeadNames {
  /// Of `<meta name>`. Previews and the commands to install have checks of their own.
  static let names: Set<String> = [
    "author", "color-scheme", "copyright", "description", "format-detection", "generator",
    "keywords", "license", "referrer", "rights", "robots", "theme-color", "viewport",
  ]

  /// Of `<meta itemprop>`.
  static let properties: Set<String> = [
    "author", "datecreated", "datemodified", "datepublished", "inlanguage", "position",
  ]

  /// Of `<link rel>`.
  static let relations: Set<String> = [
    "alternate", "apple-touch-icon", "author", "canonical", "help", "icon", "license", "prev",
    "privacy-policy", "shortcut", "stylesheet", "terms-of-service",
  ]

  /// Whether the text of the viewport lets the page keep the size that it was made for.
  static func keepsSize(_ viewport: [UInt8]) -> Bool {
    viewport.asciiLowercase.split { $0.isOne(of: ",;") }.allSatisfy { part in
      let words = part.split { $0 <= 0x20 || $0 == UInt8(ascii: "=") }
        .map { String(decoding: $0, as: UTF8.self) }
      guard let name = words.first else { return true }
      let value = words.dropFirst().first ?? ""
      return switch name {
      case "width": value == "device-width"
      case "initial-scale": value == "1" || value == "1.0"
      case "user-scalable": value == "yes" || value == "1"
      case "maximum-scale": Double(value).map { $0 >= 2 } ?? false
      case "minimum-scale": value == "1" || value == "1.0"
      case "viewport-fit", "interactive-widget", "shrink-to-fit": true
      default: false
      }
    }
  }
}

extension PageAudit {
  /// A `<link rel="stylesheet">`: that of the landmarks comes first, so that its layer is the first.
  mutating func checkSheet(_ tag: HTMLTag) {
    if let attribute = scanner.attribute(.href), leads(attribute, to: policy.landmarkStyle.path) {
      let isPlain = scanner.attributeCount == 2 && scanner.hasAttribute(.rel, equalTo: "stylesheet")
      if !isPlain || depth > 0 || landmarks.place.hasBody {
        report.add(.deadStyle, at: tag.range)
      }
      head.hasLandmarkStyle = true
    } else if !head.hasLandmarkStyle, !head.hasEarlySheet, head.hasPolicy {
      head.hasEarlySheet = true
      report.add(.earlySheet, at: tag.range)
    }
  }

  /// A name of `<meta>` without a check of its own.
  mutating func checkMetaName(_ key: String, _ content: [UInt8], _ tag: HTMLTag) {
    if !HeadNames.names.contains(key) {
      report.add(.unknownMeta(key), at: tag.range)
    } else if key == "viewport", !HeadNames.keepsSize(content) {
      report.add(.shrinkingViewport(quoted(content)), at: tag.range)
    } else if key == "description" {
      checkRevealingWords(of: content, inPreview: "the description", at: tag.range)
    }
  }
}

extension AuditFinding.Violation {
  static func unknownMeta(_ name: String) -> Self {
    Self(
      AuditRule.unknownMetadata,
      "‘\(quoted(name.utf8))’ is not known to be harmless; such names leave traces of a visit "
        + "elsewhere",
      help: "remove the element")
  }

  static func unknownRelation(_ relation: String) -> Self {
    Self(
      AuditRule.unknownMetadata,
      "a ‘<link>’ of the kind ‘\(quoted(relation.utf8))’ is not known to be harmless to a reader",
      help: "remove the element")
  }

  fileprivate static func shrinkingViewport(_ content: String) -> Self {
    Self(
      AuditRule.landmarkStyle,
      "the viewport ‘\(content)’ can shrink the page so far that nobody hits the exit",
      help: "write content=\"width=device-width, initial-scale=1, viewport-fit=cover\"")
  }

  private static let styleHelp =
    "write <link rel=\"stylesheet\" href=\"{{root}}{{styles.landmarks}}\"> just so into the head, "
    + "before all other style sheets"

  static var missingStyle: Self {
    Self(
      AuditRule.landmarkStyle,
      "the page lacks the style that keeps the exit in sight, so a theme could hide it",
      help: styleHelp)
  }

  fileprivate static var deadStyle: Self {
    Self(
      AuditRule.landmarkStyle,
      "a browser may leave this style out, or take it for another, and then a theme can hide the "
        + "exit",
      help: styleHelp)
  }

  fileprivate static var earlySheet: Self {
    Self(
      AuditRule.landmarkStyle,
      "this sheet comes before the one that keeps the exit in sight, and so could undo it",
      help: styleHelp)
  }

  static func changedStyle(_ path: String) -> Self {
    Self(
      AuditRule.landmarkStyle,
      "the style sheet ‘\(path)’ was changed, so nobody knows whether the exit stays in sight",
      help: "build with an unchanged copy of this tool; this sheet is part of it")
  }
}
