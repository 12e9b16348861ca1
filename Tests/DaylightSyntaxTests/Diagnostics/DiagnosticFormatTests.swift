import DaylightSyntax
import Testing

@Suite struct DiagnosticFormatTests {
  private typealias Examples = DiagnosticExamples

  @Test func `JSON is one object with its members in a fixed order`() {
    let note = Diagnostic.Note(
      "a \"second\" place", at: SourceLocation.file("content/b.md"))
    let finding = Examples.warning("found\u{1B}", line: 2, 3..<5, notes: [note])
    #expect(
      Examples.text([finding], .json) == #"""
        {
          "version": 1,
          "errors": 0,
          "warnings": 1,
          "notes": 0,
          "overrides": [],
          "diagnostics": [
            {
              "severity": "warning",
              "rule": "example",
              "message": "found\u001B",
              "location": {
                "path": "content/a.md",
                "start": {
                  "line": 2,
                  "column": 3
                },
                "end": {
                  "line": 2,
                  "column": 5
                }
              },
              "notes": [
                {
                  "message": "a \"second\" place",
                  "location": {
                    "path": "content/b.md",
                    "start": {
                      "line": 1,
                      "column": 1
                    },
                    "end": {
                      "line": 1,
                      "column": 1
                    }
                  }
                }
              ]
            }
          ]
        }

        """#)
  }

  @Test func `JSON without findings is still an object`() {
    #expect(Examples.text([], .json).hasSuffix("\"diagnostics\": []\n}\n"))
  }

  @Test func `JSON lists overrides with their reasons`() {
    let override = Override(
      rule: "example", reason: "the link is shown as an example", location: .file("content/a.md"),
      lines: 1...2)
    var output: [UInt8] = []
    DiagnosticFormat.json.append([], overrides: [override], sources: { _ in nil }, to: &output)
    let text = String(decoding: output, as: UTF8.self)
    #expect(text.contains("\"rule\": \"example\""))
    #expect(text.contains("\"reason\": \"the link is shown as an example\""))
    #expect(text.contains("\"path\": \"content/a.md\""))
  }

  @Test func `GitHub gets one command per finding`() {
    #expect(
      Examples.text([Examples.brokenLink], .github)
        == "::error file=content/understanding/index.md,line=14,col=24,endLine=14,endColumn=45,"
        + "title=broken-link::no page at ‘../topics/groundng.md’"
        + "%0Ahelp: did you mean ‘../topics/grounding.md’?\n")
  }

  @Test func `GitHub commands cannot be ended or begun by what they quote`() {
    let finding = Examples.warning("100 %\r\n::error::x", 1..<1, path: "a,b:c%.md")
    #expect(
      Examples.text([finding], .github)
        == "::warning file=a%2Cb%3Ac%25.md,line=1,col=1,endLine=1,endColumn=1,title=example::"
        + "100 %25%0D%0A::error::x\n")
  }

  @Test func `GitHub gets no columns for a range over several lines`() {
    let finding = Examples.warning(line: 1, 5..<5, end: SourcePosition(line: 3, column: 2))
    #expect(
      Examples.text([finding], .github)
        == "::warning file=content/a.md,line=1,endLine=3,title=example::found\n")
  }

  @Test func `a finding without a location has no file for GitHub`() {
    var finding = Examples.warning()
    finding.location = nil
    finding.severity = .note
    #expect(Examples.text([finding], .github) == "::notice title=example::found\n")
  }

  @Test func `SARIF names the rules, levels, regions and files`() {
    let note = Diagnostic.Note("here", at: SourceLocation.file("content/a b.md"))
    let finding = Examples.warning(
      line: 1, 3..<7, path: "content/é?.md", notes: [note], help: "mend it")
    #expect(
      Examples.text([finding], .sarif, source: "é👍x") == #"""
        {
          "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
          "version": "2.1.0",
          "runs": [
            {
              "tool": {
                "driver": {
                  "name": "Daylight",
                  "rules": [
                    {
                      "id": "example",
                      "shortDescription": {
                        "text": "An example."
                      },
                      "defaultConfiguration": {
                        "enabled": true,
                        "level": "warning"
                      }
                    }
                  ]
                }
              },
              "columnKind": "unicodeCodePoints",
              "results": [
                {
                  "ruleId": "example",
                  "ruleIndex": 0,
                  "level": "warning",
                  "message": {
                    "text": "found\nnote: here (content/a b.md:1:1)\nhelp: mend it"
                  },
                  "locations": [
                    {
                      "physicalLocation": {
                        "artifactLocation": {
                          "uri": "content/%C3%A9%3F.md"
                        },
                        "region": {
                          "startLine": 1,
                          "startColumn": 2,
                          "endLine": 1,
                          "endColumn": 3
                        }
                      }
                    }
                  ],
                  "relatedLocations": [
                    {
                      "message": {
                        "text": "here"
                      },
                      "physicalLocation": {
                        "artifactLocation": {
                          "uri": "content/a%20b.md"
                        },
                        "region": {
                          "startLine": 1,
                          "startColumn": 1,
                          "endLine": 1,
                          "endColumn": 1
                        }
                      }
                    }
                  ]
                }
              ]
            }
          ]
        }

        """#)
  }

  @Test func `SARIF columns count code points and not bytes`() {
    let text = Examples.text(
      [Examples.warning(line: 1, 7..<8)], .sarif, source: "é👍x")
    #expect(text.contains("\"startColumn\": 3,"))
    #expect(text.contains("\"endColumn\": 4"))
  }

  @Test(arguments: [1, 2, 255, 256, 257, 511, 512, 513, 999, 1000, 1001])
  func `columns of long lines count code points, too`(letters: Int) {
    let line = String(repeating: "é", count: 1000)
    let column = 2 * letters - 1
    let text = Examples.text(
      [Examples.warning(line: 1, column..<column)], .sarif, source: line + "\r\nb")
    #expect(text.contains("\"startColumn\": \(letters),"))
  }
}
