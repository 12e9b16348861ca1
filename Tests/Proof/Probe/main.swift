import DaylightSyntax
import Platform

// Reads documents from standard input and answers each with a line of JSON, so that Python can
// compare what the program reads with what others read. Before each document is its length, in four
// bytes, the highest first.

let probes: [String: ([UInt8]) -> [UInt8]] = [
  "html": HTMLProbe.answer, "markdown": MarkdownProbe.answer, "yaml": YAMLProbe.answer,
]
guard CommandLine.arguments.count == 2, let probe = probes[CommandLine.arguments[1]] else {
  print("usage: probe html|markdown|yaml")
  exit(64)
}
while let document = Documents.next() { Documents.answer(probe(document)) }
