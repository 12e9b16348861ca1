import ArgumentParser
import DaylightStarter

/// Gets the answers for a new site: from options, and from whoever sits at the terminal.
struct SiteInterview {
  let console: Console
  /// Whether to ask what no option says.
  let asks: Bool

  func answers(given option: (SiteQuestion) -> String?) throws -> SiteAnswers {
    var answers = SiteAnswers()
    for question in SiteQuestion.allCases {
      if let text = option(question) {
        do throws(AnswerProblem) {
          try answers.take(text, for: question)
        } catch {
          throw ValidationError(
            "\(question.option): \(error.message).\(error.help.map { " Help: \($0)." } ?? "")")
        }
      } else if asks {
        try ask(question, &answers)
      }
    }
    return answers
  }

  private func ask(_ question: SiteQuestion, _ answers: inout SiteAnswers) throws {
    let choices = question.choices
    if !choices.isEmpty {
      let list = choices.enumerated().map { "  \($0 + 1)  \($1.answer): \($1.summary)" }
      console.say("\n\(question.text)\n\(list.joined(separator: "\n"))")
    }
    while true {
      let prompt =
        choices.isEmpty ? question.text : "\(answers[question].map { "[\($0)]" } ?? "")>"
      guard let typed = console.answer(prompt) else {
        console.say("\nNothing was made.")
        throw ExitCode(1)
      }
      var text = typed
      if let number = Int(typed), choices.indices.contains(number - 1) {
        text = choices[number - 1].answer
      }
      do throws(AnswerProblem) {
        try answers.take(text, for: question)
        return
      } catch {
        console.say("  \(error.message)\(error.help.map { "; \($0)" } ?? "")")
        if let instead = error.instead, console.asks("  Take ‘\(instead)’?"),
          (try? answers.take(instead, for: question)) != nil
        {
          return
        }
      }
    }
  }
}
