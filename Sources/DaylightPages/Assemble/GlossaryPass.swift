import DaylightModel
import DaylightSyntax

/// Links the words of the glossary where the text uses them, and records where each is used
/// (GLO-02).
///
/// Works on the text of whole blocks, so that a phrase may cross a line or an emphasis; never
/// inside a link, a heading, code, a quotation, a callout of kind HELP, a table's head or the label
/// of a checklist, a name such as `trauma.example.org`, and never on the term's own entry. A
/// heading that contains a term counts as a use of it.
enum GlossaryPass {
  static func run(_ assembly: inout Assembly, _ scratch: inout AssemblyScratch) {
    let glossary = assembly.index.glossary
    guard !glossary.terms.isEmpty else { return }
    var uses = TermUses(of: glossary, on: assembly)
    var links: [GlossaryLink] = []
    let text = scratch.text
    var number = 0
    for (term, range) in text.termUses {
      while range.lowerBound >= text.blocks[number].bytes.upperBound { number += 1 }
      let block = text.blocks[number]
      guard block.setting.allowsGlossary || block.setting.isHeading,
        !WrittenName.contains(range, in: text.bytes.span)
      else { continue }
      uses.note(term, in: block.setting.heading)
      guard block.setting.allowsGlossary,
        uses.isLinkWanted(term, in: block.setting.heading),
        let span = GlossaryLink.Span(of: range, in: block, of: text)
      else { continue }
      uses.noteLink(term, in: block.setting.heading)
      links.append(.init(range: range, span: span, block: number, term: term))
    }
    let openings = scratch.termOpenings(glossary)
    GlossaryLink.insert(links, into: text, openings, &scratch.bytes)
    uses.write(to: &assembly.page)
  }
}
