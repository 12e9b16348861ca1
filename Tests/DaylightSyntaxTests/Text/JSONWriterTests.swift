import DaylightSyntax
import Testing

@Suite struct JSONWriterTests {
  private func written(
    indented: Bool = false, safeInHTML: Bool = false, _ body: (inout JSONWriter) -> Void
  ) -> String {
    var json = JSONWriter(indented: indented, safeInHTML: safeInHTML)
    body(&json)
    return String(decoding: json.bytes, as: UTF8.self)
  }

  @Test func `members and elements come in the order they are written`() {
    let text = written { json in
      json.object { json in
        json.member("b", 1)
        json.member("a", true)
        json.array("list") { json in
          json.value("x")
          json.object { _ in }
        }
        json.object("empty") { _ in }
        json.member("words", ["y", "z"])
        json.member("half", 0.5)
      }
    }
    #expect(
      text == #"{"b":1,"a":true,"list":["x",{}],"empty":{},"words":["y","z"],"half":0.5}"#)
  }

  @Test func `a member without a value is left out`() {
    let text = written { json in
      json.object { json in
        json.member("none", String?.none)
        json.member("bytes", [UInt8]?.none)
        json.member("some", Optional(2))
      }
    }
    #expect(text == #"{"some":2}"#)
  }

  @Test func `indented JSON has a line for each member and element`() {
    let text = written(indented: true) { json in
      json.object { json in
        json.array("list") { json in
          json.value(1)
          json.array { _ in }
        }
        json.member("last", "")
      }
    }
    #expect(
      text == """
        {
          "list": [
            1,
            []
          ],
          "last": ""
        }
        """)
  }

  @Test func `text is escaped as JSON requires and no further`() {
    #expect(
      written { $0.value("a\"b\\c/d\n\r\t\u{0}\u{1F}\u{7F}é\u{2028}<&>") }
        == #""a\"b\\c/d\n\r\t\u0000\u001F"# + "\u{7F}é\u{2028}<&>\"")
  }

  @Test func `JSON for a script element cannot end it`() {
    #expect(
      written(safeInHTML: true) { json in
        json.object { $0.member("</script>", "<!-- & \u{2028}\u{2029}é") }
      } == #"{"\u003C/script\u003E":"\u003C!-- \u0026 \u2028\u2029é"}"#)
  }

  @Test func `bytes that are not UTF-8 become replacement characters`() {
    #expect(
      written { $0.value([0x61, 0xFF, 0xE2, 0x82] as [UInt8]) } == "\"a\u{FFFD}\u{FFFD}\u{FFFD}\"")
  }

  @Test func `a number that JSON cannot represent is null`() {
    #expect(written { $0.value([1.0, .infinity, .nan]) } == "[1.0,null,null]")
  }

  @Test func `separately written fragments are inserted unchanged`() {
    let members = JSONWriter.fragment {
      $0.member("a", 1)
      $0.member("b", "<")
    }
    let element = JSONWriter.fragment(safeInHTML: true) { $0.value("<") }
    let nothing = JSONWriter.fragment { $0.member("c", nil as String?) }
    let json = written { json in
      json.object { json in
        json.append(fragment: members)
        json.append(fragment: nothing)
        json.array("list") { json in
          json.append(fragment: element)
          json.append(fragment: element)
        }
      }
    }
    #expect(json == #"{"a":1,"b":"<","list":["\u003C","\u003C"]}"#)
  }
}
