import DaylightSite
import Platform

/// What other hosts answered within the last day, in `.daylight` beside `content`.
///
/// It only saves requests, so a file that cannot be read or written is ignored.
struct AnswerCache: Sendable {
  private let site: String
  private var lines: [String: Line] = [:]

  private struct Line: Sendable {
    /// In seconds since 1970.
    let time: Int
    let result: OnlineResult
  }

  private static let name = "online"
  private static let secondsOfDay = 86_400

  init(site: String, now: Int) {
    self.site = site
    let read = try? Directory(path: site).folder(ReceiptFile.folder).open(
      Self.name, following: false)
    guard let read, let bytes = try? read.read(upTo: read.status().stamp.size) else { return }
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard fields.count == 4, let time = Int(fields[0]), now - time < Self.secondsOfDay,
        time <= now,
        let result = OnlineResult(kind: fields[1], value: fields[2])
      else { continue }
      lines[fields[3]] = Line(time: time, result: result)
    }
  }

  subscript(address: String) -> OnlineResult? { lines[address]?.result }

  /// Keeps what was learnt. That nothing was learnt is not worth keeping.
  mutating func insert(_ result: OnlineResult, for address: String, now: Int) {
    if result.kind != nil { lines[address] = Line(time: now, result: result) }
  }

  func save() {
    var text = ""
    for (address, line) in lines.sorted(by: { $0.key < $1.key }) {
      guard let (kind, value) = line.result.kind else { continue }
      text += "\(line.time)\t\(kind)\t\(value.onOneLine)\t\(address)\n"
    }
    do throws(FileError) {
      try Directory(path: site).makeFolder(ReceiptFile.folder)
    } catch {
      return
    }
    try? replaceFiles([(Self.name, Array(text.utf8))], in: site + "/" + ReceiptFile.folder)
  }
}

extension OnlineResult {
  /// As the cache writes it; nil if nothing was learnt.
  fileprivate var kind: (kind: String, value: String)? {
    switch self {
    case .reachable: ("reachable", "")
    case .moved(let address): ("moved", address)
    case .gone: ("gone", "")
    case .noHost: ("no-host", "")
    case .work(let title): ("work", title)
    case .unknown: nil
    }
  }

  fileprivate init?(kind: String, value: String) {
    switch kind {
    case "reachable": self = .reachable
    case "moved": self = .moved(to: value)
    case "gone": self = .gone
    case "no-host": self = .noHost
    case "work": self = .work(title: value)
    default: return nil
    }
  }
}

extension String {
  fileprivate var onOneLine: String {
    split { $0.isNewline || $0 == "\t" }.joined(separator: " ")
  }
}
