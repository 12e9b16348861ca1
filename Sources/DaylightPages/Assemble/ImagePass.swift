import DaylightModel
package import DaylightSyntax

/// Gives pictures their published address and their size, and checks their text alternative.
///
/// A picture that is only decoration is marked by its title: `![](leaf.svg "decorative")` (ACC-16).
enum ImagePass {
  static func run(_ outline: MarkdownOutline, _ assembly: inout Assembly) {
    for image in outline.images {
      // The first is probably in sight at once, if nothing but text is before it.
      let isFirst = image == outline.images.first && !isBelowHeading(image, outline, assembly)
      resolve(image, isFirst: isFirst, &assembly)
    }
  }

  private static func isBelowHeading(
    _ image: MarkdownNode, _ outline: MarkdownOutline, _ assembly: Assembly
  ) -> Bool {
    guard let heading = outline.headings.first else { return false }
    return assembly.location(of: heading).start.line < assembly.location(of: image).start.line
  }

  private static func resolve(
    _ image: MarkdownNode, isFirst: Bool, _ assembly: inout Assembly
  ) {
    let reference = String(decoding: image.url, as: UTF8.self)
    let location = assembly.location(of: image)
    let text = image.plainText
    let alternative = text.isBlank ? "" : text
    let isDecorative = image.title.elementsEqual("decorative".utf8)
    if alternative.isEmpty, !isDecorative { assembly.add(.missingAlternative(at: location)) }
    if let vague = VagueAlternative.check(alternative, of: reference, at: location) {
      assembly.add(vague)
    }
    switch assembly.resolve(reference) {
    case .file(let file):
      assembly.page.files.insert(file.path)
      if !alternative.isEmpty { assembly.pictureTexts.append(Located(alternative, at: location)) }
      let element = file.image(
        root: assembly.root, alternative: alternative,
        isWaiting: !isFirst || file.renditions.isEmpty)
      image.replace(with: [image.makeCustomInline(enter: element.bytes)])
    case .web, .page, .anchor, .term, .telephone, .problem(.noScheme):
      assembly.add(.externalImage(reference, at: location))
    case .problem(let problem):
      assembly.add(.brokenLink(reference, problem, at: location))
    }
  }
}

extension Rule {
  package static let missingAlternative = Rule(
    "missing-alt", .error, "A picture without words for those who cannot see it.",
    why: "People who do not see the picture would not know what it shows.",
    bad: "![](bench.png)",
    good: "![A bench under a tree](bench.png)",
    fix: "Say in a few words what the picture shows. If it is only decoration, write "
      + #"`![](bench.png "decorative")`."#)
  // SAF-16
  package static let externalImage = Rule(
    "external-image", .error, "A picture that is not a file of this site.",
    why: "The other site would learn that somebody reads this page, and when.",
    bad: "![A bench](https://example.org/bench.png)",
    good: "![A bench](bench.png)",
    fix: "Save the picture beside the page and link to it there.")
}

extension Diagnostic {
  static func missingAlternative(at location: SourceLocation) -> Self {
    Diagnostic(
      .missingAlternative, "this picture has no words for those who cannot see it", at: location,
      help: "write what it shows: ‘![A path through trees](path.jpg)’; if it only decorates, write "
        + "‘![](path.jpg \"decorative\")’")
  }

  package static func externalImage(_ reference: String, at location: SourceLocation) -> Self {
    Diagnostic(
      .externalImage, "‘\(reference)’ is not a picture of this site", at: location,
      help: "save the picture beside this file and link to it there; a picture from another site "
        + "would tell that site who reads this page")
  }
}
