import ArgumentParser

/// What is said of a command line that was not understood, in the form of all other messages.
struct CommandLineError {
  private let problem: String
  /// The command that it was about: `daylight build`.
  private let command: String

  init(_ error: any Error, _ arguments: [String], for root: any ParsableCommand.Type) {
    problem = root.message(for: error)
    var command = root
    var path = [root.configuration.commandName ?? root._commandName]
    for word in arguments {
      guard
        let next = command.configuration.subcommands.first(where: {
          ($0.configuration.commandName ?? $0._commandName) == word
        })
      else { break }
      command = next
      path.append(word)
    }
    self.command = path.joined(separator: " ")
  }

  var message: String {
    // What stands after ‘Error: ’ there begins with a capital, and quotes with straight marks.
    var sentence = Self.curled(problem.split(separator: "\n").first.map(String.init) ?? problem)
    var help = "‘\(command) --help’ says how it is used"
    if let suggestion = sentence.range(of: ". Did you mean ") {
      help = "did you mean " + sentence[suggestion.upperBound...]
      sentence = String(sentence[..<suggestion.lowerBound])
    }
    let isName = sentence.dropFirst().first?.isUppercase == true
    let start = isName ? String(sentence.prefix(1)) : sentence.prefix(1).lowercased()
    return "error: \(start)\(sentence.dropFirst())\n   = help: \(help)"
  }

  /// With ‘ ’ around what was found, as in all other messages.
  private static func curled(_ text: String) -> String {
    var result = ""
    var isOpen = false
    var before: Character = " "
    for character in text {
      if character == "'" {
        let opens = !isOpen && !before.isLetter && !before.isNumber
        if opens || isOpen {
          result.append(opens ? "‘" : "’")
          isOpen = opens
        } else {
          result.append("’")
        }
      } else {
        result.append(character)
      }
      before = character
    }
    return result
  }
}

extension String {
  /// The place of a text in this one.
  fileprivate func range(of text: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(text) { return start..<index(start, offsetBy: text.count) }
      start = index(after: start)
    }
    return nil
  }
}
