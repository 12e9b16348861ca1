import DaylightModel
import DaylightSyntax

/// Flags words that accuse, frighten, diagnose or endanger a reader (CNT-10 to CNT-13), also in the
/// words of pictures.
enum PhraseRule: TextRule {
  static func check(_ text: PageText, _ assembly: inout Assembly) {
    let language = assembly.index.languageRules
    guard !language.rules.isEmpty else { return }
    var reader = LanguageReader(language, of: assembly.entry.kind)
    for number in text.blocks.indices {
      let findings = text.bytes.withUnsafeBufferPointer { bytes in
        reader.findings(in: bytes, text.blocks[number].bytes, place(ofBlock: number, in: text))
      }
      if findings.isEmpty { continue }
      let block = text.blocks[number]
      for finding in findings {
        assembly.add(
          language.diagnostic(
            finding, text.bytes[finding.range],
            at: text.location(of: finding.range, in: block, path: assembly.path)))
      }
    }
    for picture in assembly.pictureTexts {
      let bytes = Array(picture.value.utf8)
      let findings = bytes.withUnsafeBufferPointer {
        reader.findings(in: $0, 0..<$0.count, LanguageReader.Place())
      }
      for finding in findings {
        assembly.add(language.diagnostic(finding, bytes[finding.range], at: picture.location))
      }
    }
  }

  private static func place(ofBlock number: Int, in text: PageText) -> LanguageReader.Place {
    let block = text.blocks[number]
    var place = LanguageReader.Place()
    place.isQuotation = block.setting.isQuotation
    place.isSafetyCallout = block.setting.isSafetyCallout
    place.isHeading = block.setting.isHeading
    place.isCited = { text.isCited($0, in: block) }
    place.italics = { text.italics(at: $0, in: block) }
    return place
  }
}
