import DaylightSyntax
import Testing

@Suite struct TemplateLinkerTests {
  @Test func `a missing partial or parent is reported, with the nearest name`() {
    let findings = loadTemplates([
      "page": "{{> nave}}\n {{<bases}}{{/bases}}{{> other}}", "base": "", "partials/nav": "",
    ]).diagnostics
    #expect(
      brief(findings) == [
        "page:1:1-1:11 missing-template", "page:2:2-2:12 missing-template",
        "page:2:22-2:33 missing-template",
      ])
    #expect(findings[0].help == "did you mean ‘nav’?")
    #expect(findings[1].help == "did you mean ‘base’?")
    #expect(findings[2].help?.contains("templates/partials/other.mustache") == true)
  }

  @Test func `partials are looked up before templates`() {
    let files: KeyValuePairs = ["page": "{{> help}}", "partials/help": "block", "help": "page"]
    #expect(renderPage(files) == "block")
    #expect(renderPage(["page": "{{> help}}", "help": "page"]) == "page")
  }

  @Test func `a block that the parent does not have is reported`() {
    let findings = loadTemplates([
      "page": "{{<base}}{{$contnet}}x{{/contnet}}{{$top}}y{{/top}}{{/base}}",
      "base": "{{$content}}{{/content}}{{> head}}", "partials/head": "{{$top}}{{/top}}",
    ]).diagnostics
    #expect(brief(findings) == ["page:1:10-1:22 unknown-block"])
    #expect(findings.first?.help == "did you mean ‘content’?")
  }

  @Test func `text between the blocks of a parent is reported and not printed`() {
    let files: KeyValuePairs = [
      "page": "{{<base}}\n  lost {{x}}\n  {{$a}}kept{{/a}}\n{{/base}}", "base": "[{{$a}}{{/a}}]",
    ]
    #expect(
      brief(loadTemplates(files).diagnostics) == [
        "page:2:3-2:7 ignored-template-text", "page:2:8-2:13 ignored-template-text",
      ])
    #expect(renderPage(files) == "[kept]")
  }

  @Test func `a skeleton is filled at its own indentation`() {
    let page = """
      {{<base}}
        {{$main}}
          <h1>{{title}}</h1>
            <p>deep</p>
        {{/main}}
      {{/base}}

      """
    let base = """
      <body>
        <main>
          {{$main}}
          {{/main}}
        </main>
        <footer>{{$foot}}default{{/foot}}</footer>
      </body>

      """
    let output = """
      <body>
        <main>
          <h1>A</h1>
            <p>deep</p>
        </main>
        <footer>default</footer>
      </body>

      """
    #expect(renderPage(["page": page, "base": base], .object(["title": .text("A")])) == output)
  }

  @Test func `values with several lines are printed unchanged, whatever the indentation`() {
    let files: KeyValuePairs = [
      "page": "  {{> part}}\n", "partials/part": "<pre>{{{code}}}</pre>\n",
    ]
    #expect(
      renderPage(files, .object(["code": .html("a\nb\n")])) == "  <pre>a\nb\n</pre>\n")
  }

  @Test func `the blocks of a template reach the partials of its parent`() {
    let files: KeyValuePairs = [
      "page": "{{<base}}{{$title}}mine{{/title}}{{/base}}", "base": "<{{> head}}>",
      "partials/head": "{{$title}}theirs{{/title}}",
    ]
    #expect(renderPage(files) == "<mine>")
  }

  @Test func `a block inside the content of a block of the same name keeps its own default`() {
    let files: KeyValuePairs = [
      "page": "{{<base}}{{$a}}1{{$a}}2{{/a}}{{/a}}{{/base}}", "base": "[{{$a}}0{{/a}}]",
    ]
    #expect(renderPage(files) == "[12]")
  }

  @Test func `endless recursion of templates is reported`() {
    let findings = loadTemplates([
      "page": "{{> a}}", "partials/a": "x\n{{> b}}", "partials/b": "{{> a}}",
    ])
    #expect(brief(findings.diagnostics) == ["partials/b:1:1-1:8 template-recursion"])
    #expect(findings.value.renderPage() == "x\n")
  }

  @Test func `parents that are each other's parents are reported`() {
    let findings = loadTemplates(["page": "{{<a}}{{/a}}", "a": "{{<page}}{{/page}}"]).diagnostics
    #expect(
      brief(findings) == ["a:1:1-1:10 template-recursion", "page:1:1-1:7 template-recursion"])
  }

  @Test func `a partial may include itself inside a section`() {
    let files: KeyValuePairs = [
      "page": "<ul>\n  {{> item}}\n</ul>\n",
      "partials/item": "<li>{{name}}\n{{#items}}\n  {{> item}}\n{{/items}}\n</li>\n",
    ]
    let leaf = TemplateValue.object(["name": .text("leaf"), "items": .list([])])
    let branch = TemplateValue.object(["name": .text("branch"), "items": .list([leaf, leaf])])
    let root = TemplateValue.object(["name": .text("root"), "items": .list([branch])])
    #expect(loadTemplates(files).diagnostics.isEmpty)
    #expect(
      renderPage(files, root) == """
        <ul>
          <li>root
            <li>branch
              <li>leaf
              </li>
              <li>leaf
              </li>
            </li>
          </li>
        </ul>

        """)
  }

  @Test func `endless recursion over the same list is aborted and reported`() {
    let files: KeyValuePairs = [
      "page": "{{> item}}", "partials/item": "{{#items}}{{> item}}{{/items}}",
    ]
    let leaf = TemplateValue.object(["name": .text("leaf")])
    let root = TemplateValue.object(["items": .list([leaf, leaf])])
    #expect(renderPage(files, root) == "page:1:1-1:1 template-recursion")
  }

  @Test func `partials that double at each step are refused`() {
    var files = [SourceFile(path: "templates/page.mustache", text: "{{> p0}}")]
    for step in 0..<60 {
      files.append(
        SourceFile(
          path: "templates/partials/p\(step).mustache", text: "{{> p\(step + 1)}}{{> p\(step + 1)}}"
        ))
    }
    files.append(SourceFile(path: "templates/partials/p60.mustache", text: ""))
    #expect(TemplateSet.load(files).diagnostics.map(\.rule) == [.templateSize])
  }

  @Test func `partials nested beyond the limit are reported`() {
    let files = (0..<100).map {
      SourceFile(path: "templates/partials/p\($0).mustache", text: "{{> p\($0 + 1)}}")
    }
    let page = SourceFile(path: "templates/page.mustache", text: "{{> p0}}")
    let last = SourceFile(path: "templates/partials/p100.mustache", text: "")
    #expect(TemplateSet.load(files + [page, last]).diagnostics.map(\.rule) == [.templateRecursion])
  }

  @Test func `a finding in a partial is reported once, however many templates include it`() {
    let findings = loadTemplates(["page": "{{> a}}", "other": "{{> a}}", "partials/a": "{{> a}}"])
    #expect(brief(findings.diagnostics) == ["partials/a:1:1-1:8 template-recursion"])
  }

  @Test func `a string is escaped, and prints values of the place where it is used`() {
    let output = renderPage(
      ["page": "{{#step}}<p title=\"{{strings.step}}\">{{/step}}"],
      strings: ["step": "Step {{number}} \"of\" {{name}} & more"],
      .object(["step": .object(["number": .number(2), "name": .text("<b>")])]))
    #expect(output == "<p title=\"Step 2 &quot;of&quot; &lt;b&gt; &amp; more\">")
  }

  @Test func `an unknown string is reported, with the nearest name`() {
    let findings = loadTemplates(
      ["page": "{{strings.exit.lable}}\n{{strings.exit}}"], strings: ["exit.label": "Leave"]
    ).diagnostics
    #expect(brief(findings) == ["page:1:1-1:23 unknown-string", "page:2:1-2:17 unknown-string"])
    #expect(findings[0].help == "did you mean ‘strings.exit.label’?")
  }

  @Test func `a string can be neither a section nor raw`() {
    let findings = loadTemplates(
      ["page": "{{{strings.a}}}{{#strings.a}}{{/strings.a}}"], strings: ["a": "x"]
    ).diagnostics
    #expect(brief(findings) == ["page:1:1-1:16 template-value", "page:1:16-1:30 template-value"])
  }

  @Test func `problems in a string are located in the file of strings`() {
    let findings = loadTemplates(
      ["page": "{{strings.a}}{{strings.b}}"], strings: ["a": "{{> nav}}", "b": "{{#x}}"])
    #expect(
      brief(findings.diagnostics) == [
        "strings/en.yaml:3:9-3:9 missing-template", "strings/en.yaml:3:9-3:9 template-syntax",
        "strings/en.yaml:3:9-3:9 unclosed-section",
      ])
  }

  @Test func `a string that includes itself is reported`() {
    let findings = loadTemplates(["page": "{{strings.a}}"], strings: ["a": "{{strings.a}}"])
    #expect(brief(findings.diagnostics) == ["strings/en.yaml:3:9-3:9 template-recursion"])
  }
}
