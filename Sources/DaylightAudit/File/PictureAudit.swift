package import DaylightSyntax

extension OutputAudit {
  /// A picture may consist only of what shows it. The audit knows the names of its parts, so that it
  /// need not trust what took the rest out (SAF-27).
  func checkPicture(_ file: AuditedFile, _ report: inout AuditReport) {
    guard let parts = file.parts ?? PictureParts(file.bytes) else {
      return report.add(.uncheckedPicture(file.path))
    }
    let hidden = parts.hidden
    if !hidden.isEmpty { report.add(.hiddenMetadata(file.path, hidden)) }
  }
}

extension PictureParts {
  /// The names of all that does not serve to show the picture.
  var hidden: [String] { names.filter { !Self.shown.contains($0) } }

  /// The pixels, how to read them, and their colours. As with elements, a part that is not listed is
  /// refused.
  private static let shown: Set<String> = [
    // JPEG
    "APP0 JFIF", "APP2 ICC_PROFILE", "APP14 Adobe", "SOF", "DHT", "DAC", "DQT", "DRI", "DNL", "SOS",
    // PNG
    "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "cHRM", "gAMA", "iCCP", "sBIT", "sRGB", "cICP", "mDCV",
    "cLLI", "bKGD", "hIST", "pHYs", "sPLT", "acTL", "fcTL", "fdAT",
    // WebP
    "VP8X", "VP8 ", "VP8L", "ALPH", "ANIM", "ANMF", "ICCP",
  ]
}

extension AuditRule {
  package static let hiddenMetadata = Rule(
    "hidden-metadata", .error, "A finished picture that contains more than what it shows.",
    why: "Nobody sees the metadata of a picture, and anybody can read it. It may say where the "
      + "picture was taken, when, and on whose phone.",
    bad: "public/bench.jpg, with Exif in it", good: "public/bench.jpg, without metadata",
    fix:
      "Put the picture beside the page that shows it: Daylight takes the metadata out. In a site "
      + "that another program built, export the picture again without metadata.", in: .finished)
}

extension AuditFinding.Violation {
  fileprivate static func hiddenMetadata(_ path: String, _ parts: [String]) -> Self {
    Self(
      AuditRule.hiddenMetadata,
      "‘\(path)’ contains what nobody sees and anybody can read: "
        + parts.map { "‘\($0)’" }.joined(separator: ", "),
      help: "put the picture beside the page that shows it, where its metadata is taken out",
      elsewhere: "export the picture again without metadata")
  }

  static func hiddenMetadata(inEmbedded parts: [String]) -> Self {
    Self(
      AuditRule.hiddenMetadata,
      "this picture contains what nobody sees and anybody can read: "
        + parts.map { "‘\($0)’" }.joined(separator: ", "),
      help:
        "take its metadata out before it is put into the file, or use a picture in a file of its "
        + "own beside the page")
  }

  fileprivate static func uncheckedPicture(_ path: String) -> Self {
    Self(
      AuditRule.hiddenMetadata,
      "‘\(path)’ is no JPEG, PNG or WebP that can be read, so nobody knows what it contains",
      help: "export the picture again as JPEG, and use that")
  }
}
