import Foundation
package import Testing

/// Recorded expectations: files beside the tests that contain the expected output.
///
/// With DAYLIGHT_RECORD=1 in the environment the expectation is written instead of compared, and
/// the test fails, so that a recording never passes as a test. Review the diff before committing.
package enum Golden {
  /// Expects a file to contain exactly these bytes.
  ///
  /// - Parameter path: relative to the folder of the test's own file.
  package static func expect(
    _ bytes: [UInt8], equal path: String, testFile: StaticString = #filePath,
    at place: Testing.SourceLocation = #_sourceLocation
  ) {
    let url = folder(of: testFile).appending(path: path)
    if isRecording {
      record([url.lastPathComponent: bytes], in: url.deletingLastPathComponent(), at: place)
      return
    }
    guard let expected = try? Data(contentsOf: url) else {
      Issue.record("\(path) does not exist. \(advice)", sourceLocation: place)
      return
    }
    if let difference = firstDifference(between: bytes, and: Array(expected)) {
      Issue.record("\(path) \(difference)\n\(advice)", sourceLocation: place)
    }
  }

  /// Expects a folder to contain exactly these files, and no others at any depth.
  ///
  /// - Parameters:
  ///   - files: by path in the folder.
  ///   - path: of the folder, relative to the folder of the test's own file.
  package static func expect(
    _ files: [String: [UInt8]], equalFolder path: String, testFile: StaticString = #filePath,
    at place: Testing.SourceLocation = #_sourceLocation
  ) {
    let url = folder(of: testFile).appending(path: path)
    if isRecording {
      try? FileManager.default.removeItem(at: url)
      record(files, in: url, at: place)
      return
    }
    let differences = differences(between: files, and: Self.files(in: url))
    if !differences.isEmpty {
      Issue.record(
        "\(path) differs:\n\(differences.joined(separator: "\n"))\n\(advice)",
        sourceLocation: place)
    }
  }

  /// The files of a folder at any depth, by path in the folder. Empty if there is no folder.
  package static func files(
    inFolder path: String, testFile: StaticString = #filePath
  ) -> [String: [UInt8]] {
    files(in: folder(of: testFile).appending(path: path))
  }

  private static let isRecording = ProcessInfo.processInfo.environment["DAYLIGHT_RECORD"] == "1"
  private static let advice = "Record with DAYLIGHT_RECORD=1 if the new output is right."

  private static func folder(of testFile: StaticString) -> URL {
    URL(filePath: "\(testFile)").deletingLastPathComponent()
  }

  private static func record(
    _ files: [String: [UInt8]], in folder: URL, at place: Testing.SourceLocation
  ) {
    do {
      for (name, bytes) in files {
        let file = folder.appending(path: name)
        try FileManager.default.createDirectory(
          at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: file)
      }
      Issue.record("recorded; run again without DAYLIGHT_RECORD", sourceLocation: place)
    } catch {
      Issue.record(error, "could not record", sourceLocation: place)
    }
  }

  private static func files(in folder: URL) -> [String: [UInt8]] {
    let names = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String }
    var files: [String: [UInt8]] = [:]
    for name in names ?? [] {
      let file = folder.appending(path: name)
      guard (try? file.resourceValues(forKeys: [.isRegularFileKey]))?.isRegularFile == true,
        let data = try? Data(contentsOf: file)
      else { continue }
      files[name] = Array(data)
    }
    return files
  }

  /// A line for each file that is missing, unexpected or different, by path.
  static func differences(
    between found: [String: [UInt8]], and expected: [String: [UInt8]]
  ) -> [String] {
    Set(found.keys).union(expected.keys).sorted().compactMap { name in
      switch (found[name], expected[name]) {
      case (let found?, let expected?):
        firstDifference(between: found, and: expected).map { "\(name) \($0)" }
      case (nil, _): "\(name) is missing"
      case (_, nil): "\(name) is not expected"
      }
    }
  }

  /// A description of the first line that differs; nil if none does.
  static func firstDifference(between found: [UInt8], and expected: [UInt8]) -> String? {
    if found == expected { return nil }
    func lines(_ bytes: [UInt8]) -> [String] {
      bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        .map { String(decoding: $0, as: UTF8.self) }
    }
    let (foundLines, expectedLines) = (lines(found), lines(expected))
    let same = zip(foundLines, expectedLines).prefix { $0 == $1 }.count
    func line(_ lines: [String]) -> String { same < lines.count ? "‘\(lines[same])’" : "nothing" }
    return
      "differs in line \(same + 1):\n  expected \(line(expectedLines))\n     found \(line(foundLines))"
  }
}
