import DaylightBuild
import Foundation
import Testing

@Suite struct FileErrorTests {
  @Test(arguments: [
    (ENOSPC, "could not write ‘public/a.html’: the disk is full"),
    (EACCES, "could not write ‘public/a.html’: you do not have permission"),
    (EROFS, "could not write ‘public/a.html’: the disk is read-only"),
    (EIO, "could not write ‘public/a.html’: the disk reports an error"),
  ])
  func `system errors are put in plain words`(code: CInt, message: String) {
    let failure = BuildFailure.file(FileError(.write, "public/a.html", code: code))
    #expect(failure.message == message)
  }

  @Test func `every failure says what to do`() {
    let failures: [BuildFailure] = [
      .file(FileError(.read, "x", code: ENOSPC)), .noContent(root: "."),
      .outputIsNotFolder(path: "public"), .outputIsBusy(path: "public"),
    ]
    #expect(
      failures.map(\.help) == [
        "free some disk space, then build again; the last good site is still complete",
        "run this in the folder with ‘content’, or name that folder with --site; ‘daylight new site "
          + "my-site’ makes a new one",
        "move it away, or name another folder with --output",
        "wait until the other build has finished, then build again",
      ])
    #expect(
      failures.last?.message == "cannot write to ‘public’: another build holds its lock")
  }
}
