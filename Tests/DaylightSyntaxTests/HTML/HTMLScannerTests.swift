import TestSupport
import Testing

@testable import DaylightSyntax

@Suite struct HTMLScannerTests {
  @Test func `a page is read as its tags, text, comments and doctype`() {
    #expect(
      tokens("<!doctype html><P class=a>Hi<!-- x --> you</p >")
        == [
          "doctype doctype html", "start p class=a", "text Hi", "comment  x ", "text  you", "end p",
        ])
  }

  @Test func `attributes are read in every spelling`() {
    #expect(
      tokens("<a HREF = 'x y' title=\"<b>\" hidden data-x=1/2 empty=''/id=z>")
        == ["start a href=x y title=<b> hidden data-x=1/2 empty= id=z"])
    #expect(tokens("<a =x y==z \"=1>") == ["start a =x y==z \"=1"])
    #expect(tokens("<a b= >") == ["start a b="])
    #expect(tokens("<br/><a/b>") == ["start br /", "start a b"])
    #expect(tokens("<a b=c/>") == ["start a b=c/"])
  }

  @Test func `the ranges are those of the page's bytes`() {
    Array("é<a href=\"x\">".utf8).withHTMLScanner { scanner in
      #expect(scanner.next() == .text(0..<2))
      let tag = HTMLTag(name: .a, range: 2..<14, spelling: 3..<4, isSelfClosing: false)
      #expect(scanner.next() == .startTag(tag))
      #expect(scanner.attributes == [.init(name: .href, spelling: 5..<9, value: 11..<12)])
      #expect(scanner.next() == nil)
    }
  }

  @Test func `of two attributes with a name the first is found`() {
    Array("<a HREF='a&amp;b' href=c download>".utf8).withHTMLScanner { scanner in
      _ = scanner.next()
      #expect(scanner.value(.href) == Array("a&b".utf8))
      #expect(scanner.value(.download) == [])
      #expect(scanner.value(.id) == nil)
    }
  }

  @Test func `known names are recognised in any case, but not as parts of other names`() {
    for name in HTMLName.allCases where name != .unknown {
      let spelling = "\(name)".filter { $0 != "`" }
      #expect(HTMLName(spelling) == name)
      #expect(HTMLName(spelling.uppercased()) == name)
      #expect(HTMLName(spelling + "\0") == .unknown)
      #expect(HTMLName("\(spelling)-\(spelling)-\(spelling)") == .unknown)
    }
    #expect(HTMLName("data-exit") == .`data-exit`)
    #expect(HTMLName("xlink:href") == .`xlink:href`)
    #expect(HTMLName("unknown") == .unknown)
    #expect(HTMLName("") == .unknown)
  }

  @Test func `text says whether it has character references`() {
    let page =
      "a<b>no reference here</b>1 &lt; 2<i>longer than eight bytes, then &amp; and on</i>&<"
    Array(page.utf8).withHTMLScanner { scanner in
      var answers: [Bool] = []
      while let token = scanner.next() {
        if case .text = token { answers.append(scanner.textHasReferences) }
      }
      #expect(answers == [false, false, true, true, true])
    }
    Array("<title>a &amp; b</title>&".utf8).withHTMLScanner { scanner in
      _ = scanner.next()
      _ = scanner.next()
      #expect(scanner.textHasReferences)
    }
  }

  @Test func `scripts and styles are raw up to their own end tag`() {
    #expect(
      tokens("<script>a<b></scripty></Script >x")
        == ["start script", "raw a<b></scripty>", "end script", "text x"])
    #expect(tokens("<style></style>") == ["start style", "end style"])
    #expect(tokens("<script>a</script") == ["start script", "raw a</script"])
    #expect(tokens("<plaintext></plaintext>") == ["start plaintext", "raw </plaintext>"])
  }

  @Test func `titles and text areas are text without tags`() {
    #expect(tokens("<title>a<b></title>") == ["start title", "text a<b>", "end title"])
    #expect(tokens("<textarea></x></textarea>") == ["start textarea", "text </x>", "end textarea"])
  }

  @Test func `in SVG and MathML, styles and titles contain markup`() {
    #expect(
      tokens("<svg><style><a></style></svg><style><a></style>")
        == [
          "start svg", "start style", "start a", "end style", "end svg", "start style", "raw <a>",
          "end style",
        ])
    #expect(tokens("<svg/><style><a>") == ["start svg /", "start style", "raw <a>"])
    #expect(tokens("<math><![CDATA[<a>]]>") == ["start math", "raw <a>"])
    #expect(tokens("<svg><title>a<b>").last == "start b")
  }

  @Test func `HTML inside SVG is HTML again`() {
    #expect(tokens("<svg><foreignObject><style><a>").last == "raw <a>")
    #expect(tokens("<svg><foreignObject></foreignObject><style><a>").last == "start a")
    #expect(tokens("<svg><p><style><a>").last == "raw <a>")
    #expect(tokens("<svg><desc><svg></svg></desc><style><a>").last == "start a")
    #expect(tokens("</svg></desc><style><a>").last == "raw <a>")
  }

  @Test func `a place for HTML in a drawing is none in a formula, and the other way round`() {
    #expect(tokens("<svg><mi><title><img>").last == "start img")
    #expect(tokens("<svg><math><mi><style><a>").last == "start a")
    #expect(tokens("<math><desc><script><a>").last == "start a")
    #expect(tokens("<math><svg><title><style><a>").last == "start a")
    #expect(tokens("<math><mi><svg><title><style><a>").last == "raw <a>")
  }

  @Test func `HTML in a drawing may be called like the place that it is in`() {
    #expect(tokens("<svg><title><title>a</title><style><a>").last == "raw <a>")
    #expect(tokens("<svg><desc><desc/></desc><style><a>").last == "raw <a>")
    #expect(tokens("<svg><desc><mi></mi></desc><style><a>").last == "start a")
    #expect(tokens("<math><mi><svg><mi></mi><style><a>").last == "start a")
  }

  @Test func `comments end as browsers end them`() {
    #expect(tokens("<!--a--!>b") == ["comment a", "text b"])
    #expect(tokens("<!-->b") == ["comment ", "text b"])
    #expect(tokens("<!--->b") == ["comment ", "text b"])
    #expect(tokens("<!--a--b-->") == ["comment a--b"])
    #expect(tokens("<!--a--->") == ["comment a-"])
    #expect(tokens("<!--a") == ["comment a"])
    #expect(tokens("<?php x?>b") == ["comment ?php x?", "text b"])
    #expect(tokens("</ a>b</>c") == ["comment  a", "text b", "text c"])
    #expect(tokens("<![CDATA[a>b") == ["comment [CDATA[a", "text b"])
  }

  @Test func `a lone less-than sign is text`() {
    #expect(tokens("a < b <3 <") == ["text a < b <3 <"])
    #expect(tokens("</") == ["text </"])
  }

  @Test func `a tag cut off by the end of the page is reported`() {
    #expect(tokens("a<b") == ["text a", "unfinished <b"])
    #expect(tokens("<b c='x>") == ["unfinished <b c='x>"])
    #expect(tokens("<b c=") == ["unfinished <b c="])
    #expect(tokens("</b ") == ["unfinished </b "])
  }

  @Test func `a NUL byte makes a different name`() {
    #expect(tokens("<scr\0ipt>a</script>") == ["start scr\0ipt", "text a", "end script"])
  }

  @Test(arguments: [
    "<", "<a ", "<a b='", "<!--", "</", "<!", "<svg>", "<script>", "<a\0", "&", "<a b=c ", "</svg>",
    "<!-- -",
    "<![CDATA[", "<svg><![CDATA[]", "<title></titl",
  ])
  func `a page of endless repetition is read to its end`(piece: String) {
    let page = Array(String(repeating: piece, count: 20_000).utf8)
    page.withHTMLScanner { scanner in
      var end = 0
      while let token = scanner.next() {
        let range = token.coveredRange
        #expect(range.lowerBound >= end, "tokens go forward")
        end = range.upperBound
      }
      #expect(end <= page.count)
    }
  }

  @Test func `tokens advance over any bytes`() {
    let pieces =
      [
        "<", ">", "/", "!", "--", "a", "script", "style", "svg", "title", "=", "\"", "'", " ",
        "\0", "é", "&", "]]>", "[CDATA[", "?", "\u{C}",
      ].map { Array($0.utf8) } + [[0xFF]]
    for seed in 0..<300 as Range<UInt64> {
      var random = SeededGenerator(seed: seed)
      let page = (0..<60).flatMap { _ in pieces.randomElement(using: &random) ?? [] }
      page.withHTMLScanner { scanner in
        var end = 0
        while let token = scanner.next() {
          #expect(token.coveredRange.lowerBound >= end, "seed \(seed)")
          end = token.coveredRange.upperBound
          #expect(end <= page.count, "seed \(seed)")
          for attribute in scanner.attributes { _ = scanner.value(attribute) }
        }
      }
    }
  }

  /// One line per token, with the attributes of start tags as written.
  private func tokens(_ page: String) -> [String] {
    Array(page.utf8).withHTMLScanner { scanner in
      var result: [String] = []
      while let token = scanner.next() { result.append(line(token, scanner)) }
      return result
    }
  }

  private func line(_ token: HTMLToken, _ scanner: HTMLScanner) -> String {
    func written(_ range: Range<Int>) -> String {
      String(decoding: scanner.bytes[range], as: UTF8.self)
    }
    switch token {
    case .startTag(let tag):
      let attributes = scanner.attributes.map { attribute in
        " " + scanner.name(attribute.spelling) + (attribute.value.map { "=" + written($0) } ?? "")
      }
      return "start " + scanner.name(tag.spelling) + attributes.joined()
        + (tag.isSelfClosing ? " /" : "")
    case .endTag(let tag): return "end " + scanner.name(tag.spelling)
    case .text(let range): return "text " + written(range)
    case .rawText(let range): return "raw " + written(range)
    case .comment(let range): return "comment " + written(range)
    case .doctype(let range): return "doctype " + written(range)
    case .unfinishedTag(let range): return "unfinished " + written(range)
    }
  }
}

extension HTMLToken {
  fileprivate var coveredRange: Range<Int> {
    switch self {
    case .startTag(let tag), .endTag(let tag): tag.range
    case .text(let range), .rawText(let range), .comment(let range), .doctype(let range),
      .unfinishedTag(let range):
      range
    }
  }
}
