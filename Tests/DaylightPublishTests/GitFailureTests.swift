import Platform
import Testing

@testable import DaylightPublish

@Suite struct GitFailureTests {
  private func failure(_ code: Int32, _ messages: String) -> PublishFailure {
    .git(ChildProcess.Ended(code: code, output: [], errors: Array(messages.utf8)))
  }

  @Test(arguments: [
    "*** Please tell me who you are.\n\nRun\n",
    "fatal: empty ident name (for <ann@example.org>) not allowed\n",
  ])
  func `without a name, what to tell Git is said`(messages: String) {
    let failure = failure(128, messages)
    #expect(failure.kind == .refused)
    #expect(failure.message.hasPrefix("Git does not know under which name"))
    #expect(failure.help.contains("git config user.name"))
  }

  @Test func `of many messages the one that ended it is shown`() {
    let failure = failure(128, "warning: slow\nfatal: bad object 1\nhint: look\n")
    #expect(failure.kind == .system)
    #expect(failure.message == "Git stopped with code 128: fatal: bad object 1")
  }

  @Test func `without a message the code is said alone`() {
    #expect(failure(3, "").message == "Git stopped with code 3")
  }

  @Test func `Git that was interrupted is said to be`() {
    #expect(failure(-1, "").message == "publishing was interrupted")
  }

  @Test func `a program that is missing is named with the way to install it`() {
    let failure = PublishFailure.missingProgram("git")
    #expect(failure.kind == .system && failure.help.contains("apt install git"))
  }
}
