import ArgumentParser
import DaylightBuild
import DaylightSite
import DaylightSyntax

struct WriteSchemas: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Print what an editor needs to help with front matter and data files.",
    discussion: """
      A schema (JSON Schema, draft 07) tells an editor which names a file may have, what each of them \
      means, and what may be written after it. Without a name, lists the schemas.

      A new site has them in ‘.vscode/schemas’, where its settings for VS Code expect them. After an \
      update of Daylight, write them again.

      Examples:
        daylight schema
        daylight schema site
        daylight schema front-matter-term > term.schema.json
        daylight schema --into .vscode/schemas

      Exit codes: 0 printed or written, 2 a system error, 64 there is no such schema.
      """)

  @Option(help: ArgumentHelp("Write all schemas to this folder.", valueName: "folder"))
  var into: String?

  @Flag(help: "Print only errors.")
  var quiet = false

  @Argument(help: ArgumentHelp("The name of a schema, such as site.", valueName: "name"))
  var name: String?

  func validate() throws {
    try EmptyPath.refuse(into.map { [$0] } ?? [], as: "‘--into’")
    if into != nil, name != nil {
      throw ValidationError("‘--into’ writes all schemas: leave the name out.")
    }
  }

  func run() throws {
    let console = Console()
    let schemas = EditorSchema.all(rules: .whole)
    if let into { return try write(schemas, into: into, console) }
    guard let name else { return console.show(Array(list(of: schemas).utf8)) }
    // Also the name of a file: `site.yaml`, `site.schema.json`.
    let bare = String(name.prefix { $0 != "." })
    guard let schema = schemas.first(where: { $0.name == name || $0.name == bare }) else {
      let advice =
        nearestMatch(to: bare, in: schemas.map(\.name)).map { "did you mean ‘\($0)’?" }
        ?? "‘daylight schema’ lists all schemas"
      console.say("error: no schema is called ‘\(name)’\n   = help: \(advice)")
      throw ExitCode(64)
    }
    console.show(schema.bytes)
  }

  private func list(of schemas: [EditorSchema]) -> String {
    let width = schemas.map(\.name.count).max() ?? 0
    return schemas.map { schema in
      schema.name + String(repeating: " ", count: width + 2 - schema.name.count) + schema.summary
        + "\n"
    }.joined()
  }

  private func write(_ schemas: [EditorSchema], into folder: String, _ console: Console) throws {
    do throws(BuildFailure) {
      try makeFolders(folder)
      try replaceFiles(schemas.map { ($0.fileName, $0.bytes) }, in: folder)
      if !quiet { console.say("Written: \(Summary.counted(schemas.count, "schema")) to \(folder)") }
    } catch {
      console.say("error: \(error.message)\n   = help: \(error.help)")
      throw ExitCode(2)
    }
  }
}
