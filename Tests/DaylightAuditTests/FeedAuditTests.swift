import DaylightAudit
import DaylightSyntax
import Testing

/// A feed is known by the root of its file, and a drawing is a drawing whatever is noted in it.
@Suite struct FeedAuditTests {
  private func rules(_ path: String, _ text: String) -> [String] {
    OutputAudit.check([AuditedFile(path: path, bytes: Array(text.utf8))], policy: .example)
      .map(\.rule.id)
  }

  @Test(arguments: [
    // Inkscape
    """
    <?xml version="1.0" encoding="UTF-8" standalone="no"?>
    <svg xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:cc="http://creativecommons.org/ns#"
      xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://www.w3.org/2000/svg"
      xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd"
      xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" width="9" height="9"
      inkscape:version="1.3 (0e150ed)" sodipodi:docname="leaf.svg">
      <sodipodi:namedview id="base" pagecolor="#ffffff" inkscape:zoom="1.4"/>
      <metadata id="m"><rdf:RDF><cc:Work rdf:about=""><dc:format>image/svg+xml</dc:format>
      <dc:type rdf:resource="http://purl.org/dc/dcmitype/StillImage"/><dc:title/></cc:Work>
      </rdf:RDF></metadata><path d="M0 0"/></svg>
    """,
    // Adobe
    """
    <svg xmlns="http://www.w3.org/2000/svg"><metadata><?xpacket begin="" id="W5M0MpCehiHzreSz"?>
    <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
    <rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
    <xmp:CreatorTool>Adobe Illustrator</xmp:CreatorTool></rdf:Description></rdf:RDF></x:xmpmeta>
    <?xpacket end="w"?></metadata><circle r="4"/></svg>
    """,
    // Sketch, Figma
    "<svg xmlns=\"http://www.w3.org/2000/svg\"><title>feed</title><desc>Created with Sketch.</desc>"
      + "<g id=\"Page-1\" sketch:type=\"MSPage\" xmlns:sketch=\"http://www.bohemiancoding.com/sketch/ns\">"
      + "<path id=\"Vector\" data-figma-id=\"1:2\" d=\"M0 0\"/></g></svg>",
    "<!-- <feed> --><svg xmlns=\"http://www.w3.org/2000/svg\"><g id=\"rss\"/></svg>",
  ])
  func `a drawing with metadata is no feed`(text: String) {
    #expect(rules("a/leaf.svg", text) == [])
  }

  @Test(arguments: [
    (
      "a.xml",
      "<?xml version=\"1.0\"?>\n<!-- <svg> --><feed xmlns=\"http://www.w3.org/2005/Atom\"/>"
    ),
    ("a.xml", "<atom:feed xmlns:atom=\"http://www.w3.org/2005/Atom\"/>"),
    ("a.xml", "<rss version=\"2.0\"><channel/></rss>"),
    ("a.xml", "<RDF xmlns=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"/>"),
    ("a.xml", "<!--\(String(repeating: " long ", count: 400))--><rdf:RDF/>"),
    ("a.json", "{\"version\": \"https://jsonfeed.org/version/1.1\", \"items\": []}"),
    ("a.json", "{\"version\":\"http:\\/\\/jsonfeed.org\\/version\\/1\"}"),
  ])
  func `a feed is found by its root, however it begins`(path: String, text: String) {
    #expect(rules(path, text) == ["unrequested-preview"])
  }

  @Test func `a list of pages that speaks of feeds is none`() {
    #expect(
      rules("map.xml", "<urlset><!-- no <feed> here --><url><loc>/rss</loc></url></urlset>") == [])
  }
}
