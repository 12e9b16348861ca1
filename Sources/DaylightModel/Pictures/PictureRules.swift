package import DaylightSyntax

/// What is wrong with pictures, and what to do.
extension Rule {
  package static let pictureMetadata = Rule(
    "picture-metadata", .error, "A picture whose metadata reveals what readers do not see.",
    why: "Cameras write where, when and with what a picture was taken into its file, where anybody "
      + "can read it. It may be the home of a therapist or a client. Photographs as JPEG, PNG or "
      + "WebP are published without; other formats keep theirs.",
    bad: "content/bench.avif, with the place where it was taken",
    good: "content/bench.jpg, from any phone or camera",
    fix: "Run `daylight check --fix`. It removes the metadata and does not change the picture.",
    in: .files)
  package static let turnedPicture = Rule(
    "turned-picture", .error, "A picture of the theme that lies on its side without its metadata.",
    why: "Metadata is taken out of every picture, and only metadata turns this one. Photographs "
      + "beside the pages are turned; pictures of the theme stay as they are.",
    bad: "templates/assets/bench.jpg, taken with the phone upright",
    good: "templates/assets/bench.jpg, turned and saved by a program for pictures",
    fix: "Open it in a program for pictures, turn it once around, and save it.", in: .files)
  package static let misnamedFile = Rule(
    "misnamed-file", .error, "A picture or font whose bytes are not what its name says.",
    why: "Pictures are published by their names, unread. A page under the name of a picture would "
      + "slip past every check, and browsers refuse to show it.",
    bad: "content/leaf.jpg, which is a PNG picture", good: "content/leaf.png",
    fix: "Rename the file as the message says, or export the picture again.", in: .files)
  package static let brokenPicture = Rule(
    "broken-picture", .error, "A picture that is empty, damaged or cut off before its end.",
    why: "Readers would see a gap, or half a picture.",
    bad: "content/bench.jpg, of 0 bytes", good: "content/bench.jpg, whole",
    fix: "Copy the picture again from where it came.", in: .files)
  package static let unusablePicture = Rule(
    "unusable-picture", .error, "A picture with colours for print, or with too many pixels.",
    why: "Browsers show colours for print wrong, and more than a hundred million pixels may take "
      + "more memory than a computer has.",
    bad: "content/bench.jpg, exported for print (CMYK)",
    good: "content/bench.jpg, exported for screens (RGB)",
    fix: "Export the picture again: as JPEG, in RGB, at most 4000 pixels wide.", in: .files)
  // ACC-12
  package static let movingPicture = Rule(
    "moving-picture", .error, "A picture that moves.",
    why: "Nobody can stop it. What moves beside a text draws the eye away from it, and makes some "
      + "people dizzy.",
    bad: "content/leaf.gif, with thirty frames", good: "content/leaf.png",
    fix: "Export one of its frames as JPEG or PNG.", in: .files)
  package static let largePicture = Rule(
    "large-picture", .warning, "A picture of more than 500 kB; of more than 2 MB it is an error.",
    why:
      "On a weak signal 500 kB take ten seconds. Readers in danger may not have more, and many pay "
      + "for each megabyte. Of a photograph, the size of what is published of it counts.",
    bad: "content/bench.gif, of 6.5 MB", good: "content/bench.jpg, of any size",
    fix: "Export a photograph as JPEG, which is made smaller by itself; any other picture at most "
      + "1600 pixels wide.", in: .files,
    formerIDs: ["heavy-picture"])
}

extension Diagnostic {
  /// As an author calls it: `a/leaf.jpg`, `templates/assets/leaf.jpg`.
  private static func name(_ path: String) -> String {
    path.hasPrefix("content/") ? String(path.dropFirst("content/".utf8.count)) : path
  }

  static func pictureMetadata(_ path: String, _ gives: [Revelation]) -> Self {
    let phrases = gives.map(\.phrase)
    let list =
      phrases.count < 2
      ? phrases.joined()
      : phrases.dropLast().joined(separator: ", ") + " and " + (phrases.last ?? "")
    return Diagnostic(
      .pictureMetadata, "‘\(name(path))’ reveals \(list)", at: .file(path),
      help: "run ‘daylight check --fix’, which removes that and does not change the picture")
  }

  static func turnedPicture(_ path: String) -> Self {
    Diagnostic(
      .turnedPicture, "‘\(name(path))’ lies on its side without its metadata, which is taken out",
      at: .file(path),
      help: "open it in a program for pictures, turn it once around until it is upright again, and "
        + "save it")
  }

  static func misnamedFile(_ path: String, _ format: FileFormat) -> Self {
    let file = FileName(path)
    let folder = path.dropLast(file.text.count)
    let stem = file.text.dropLast(file.ending.count)
    let help: String
    if let ending = format.ending {
      help = "rename it ‘\(stem)\(ending)’, and the same where pages or styles name it"
    } else if format == .page {
      help = "what was saved is the page around the picture: save the picture itself"
    } else if format.isPicture {
      help = "export the picture as JPEG, and put that here"
    } else {
      help = "put the picture or font itself here, or move the file out of ‘\(folder.dropLast())’"
    }
    return Diagnostic(
      .misnamedFile, "‘\(name(path))’ is \(format.noun)", at: .file(path), help: help)
  }

  static func emptyPicture(_ path: String) -> Self {
    Diagnostic(
      .brokenPicture, "‘\(name(path))’ is empty", at: .file(path),
      help: "copy it again from where it came, or delete it")
  }

  static func brokenPicture(_ path: String) -> Self {
    Diagnostic(
      .brokenPicture, "‘\(name(path))’ is cut off before its end", at: .file(path),
      help: "copy it again from where it came: a part is missing")
  }

  static func movingPicture(_ path: String) -> Self {
    Diagnostic(
      .movingPicture, "‘\(name(path))’ moves, and readers cannot stop it", at: .file(path),
      help: "export one of its frames as JPEG or PNG, and put that here")
  }

  static func unusable(_ path: String, _ problem: PictureProblem) -> Self {
    let name = name(path)
    switch problem {
    case .damaged:
      return Diagnostic(
        .brokenPicture, "‘\(name)’ is damaged and cannot be shown", at: .file(path),
        help: "copy it again from where it came, or export it again as JPEG")
    case .moving: return movingPicture(path)
    case .tooManyPixels(let size):
      return Diagnostic(
        .unusablePicture,
        "‘\(name)’ has \(size.width) × \(size.height) pixels, more than 110 million",
        at: .file(path), help: "export it at most 4000 pixels wide")
    case .printColours:
      return Diagnostic(
        .unusablePicture, "‘\(name)’ has colours for print (CMYK), which screens show wrong",
        at: .file(path), help: "export it again in RGB, as for a website")
    case .unknownColours:
      return Diagnostic(
        .unusablePicture, "the colours of ‘\(name)’ are described in a way that cannot be read",
        at: .file(path), help: "export it again with the colours of sRGB, as for a website")
    }
  }

  /// - Parameter isMade: whether the picture has been made smaller already.
  static func largePicture(_ path: String, _ size: Int, isMade: Bool = false) -> Self {
    let isTooLarge = size > PictureRule.largestSize
    let weight =
      size < 1_000_000
      ? "\(size / 1000) kB"
      : "\(size / 1_000_000),\(size / 100_000 % 10) MB"
        .replacing(",", with: ".")
    let ending = FileName(path).ending
    let help =
      isMade
      ? ending == "png"
        ? "if it is a photograph, save it as JPEG; otherwise crop it" : "crop it to what matters"
      : (ending == "svg"
        ? "simplify the drawing, or export it as PNG" : "export it at most 1600 pixels wide")
        + ", below 500 kB"
    var finding = Diagnostic(
      .largePicture,
      isMade
        ? "‘\(name(path))’ is still \(weight) after it was made smaller: \(size / 50_000) seconds on a "
          + "weak signal"
        : "‘\(name(path))’ is \(weight): \(size / 50_000) seconds on a weak signal",
      at: .file(path),
      help: help + (isTooLarge ? "; pictures above 2 MB are not published" : ""))
    if isTooLarge { finding.severity = .error }
    return finding
  }
}
