import DaylightBuild
import Foundation
import Testing

@Suite struct FileErrorTests {
  @Test(arguments: [
    (ENOSPC, "could not write ‘public/a.html’: the disk is full"),
    (EACCES, "could not write ‘public/a.html’: you do not have permission"),
    (EROFS, "could not write ‘public/a.html’: the disk can only be read"),
    (EIO, "could not write ‘public/a.html’: the disk reports an error"),
  ])
  func `what the system says is put in plain words`(code: CInt, message: String) {
    let failure = BuildFailure.file(FileError(.write, "public/a.html", code: code))
    #expect(failure.message == message)
  }

  @Test func `every failure says what to do`() {
    let failures: [BuildFailure] = [
      .file(FileError(.read, "x", code: ENOSPC)), .noContent(root: "."),
      .outputIsNotFolder(path: "public"), .outputIsBusy(path: "public", waited: .seconds(30)),
    ]
    #expect(
      failures.map(\.help) == [
        "make room on the disk, then build again: the site as it was is still whole",
        "run this in the folder that holds ‘content’, or name that folder with --site",
        "move it away, or name another folder with --output",
        "let the other build end, then build again",
      ])
    #expect(
      failures.last?.message == "another build has been writing to ‘public’ for more than 30 s")
  }
}
