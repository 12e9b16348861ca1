package import DaylightSyntax

/// A second check after the comparison of the shipped scripts with their known bytes: they may not
/// even name what could store, send or open anything (SAF-07, SAF-17).
///
/// It reads names outside of comments, including strings, so that `window['fetch']` is found. It
/// cannot find a name that is put together at run time, which is why the bytes are compared first.
enum ScriptAudit {
  static func violations(
    in script: [UInt8]
  ) -> [(violation: AuditFinding.Violation, range: Range<Int>)] {
    var found: [(violation: AuditFinding.Violation, range: Range<Int>)] = []
    var names = ScriptNames(script)
    var previous = ""
    while let (name, range) = names.next() {
      if powers.contains(name) || members[previous]?.contains(name) == true {
        found.append((.scriptCapability(name), range))
      } else if previous == "location", name == "href", names.isAssignedNext {
        found.append((.scriptCapability("location.href ="), range))
      }
      previous = name
    }
    return found
  }

  private static let powers: Set<String> = [
    "fetch", "fetchLater", "XMLHttpRequest", "sendBeacon", "WebSocket", "WebSocketStream",
    "WebTransport", "EventSource", "RTCPeerConnection", "localStorage", "sessionStorage",
    "indexedDB", "caches", "CacheStorage", "cookie", "cookieStore", "serviceWorker",
    "BroadcastChannel", "MessageChannel", "SharedWorker", "Worker", "Worklet", "importScripts",
    "postMessage", "pushState", "replaceState", "updateCurrentEntry", "traverseTo", "eval",
    "Function", "import", "navigator", "Image",
    "Audio", "innerHTML", "outerHTML", "insertAdjacentHTML", "srcdoc", "Notification", "clipboard",
    "geolocation", "showSaveFilePicker", "requestFileSystem", "openDatabase", "webkitStorageInfo",
    "PushManager", "PaymentRequest", "constructor", "__proto__",
  ]

  private static let members: [String: Set<String>] = [
    "window": ["name", "open", "opener"], "self": ["name", "open"], "globalThis": ["name", "open"],
    "document": ["write", "writeln", "open", "domain"], "location": ["assign"],
    "new": ["Function"], "navigation": ["navigate", "reload"],
  ]
}

/// The names in a script, in order, without those in comments.
private struct ScriptNames {
  private let bytes: [UInt8]
  private var offset = 0
  /// The quotation mark of the current string.
  private var quotation: UInt8?

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func next() -> (name: String, range: Range<Int>)? {
    while let byte = byte(0) {
      if isName(byte) {
        let start = offset
        while let next = self.byte(0), isName(next) { offset += 1 }
        return (String(decoding: bytes[start..<offset], as: UTF8.self), start..<offset)
      }
      if quotation == nil, byte == UInt8(ascii: "/"), skipComment() { continue }
      if let mark = quotation {
        if byte == mark || byte == UInt8(ascii: "\n") && mark != UInt8(ascii: "`") {
          quotation = nil
        }
      } else if byte.isOne(of: "\"'`") {
        quotation = byte
      }
      // What is escaped in a string does not end it.
      offset += byte == UInt8(ascii: "\\") ? 2 : 1
    }
    return nil
  }

  var isAssignedNext: Bool {
    let rest = bytes[min(offset, bytes.count)...].drop { $0 <= 0x20 }
    return rest.first == UInt8(ascii: "=") && rest.dropFirst().first != UInt8(ascii: "=")
  }

  private mutating func skipComment() -> Bool {
    let isLine = byte(1) == UInt8(ascii: "/")
    guard isLine || byte(1) == UInt8(ascii: "*") else { return false }
    offset += 2
    while let next = byte(0) {
      if isLine
        ? next == UInt8(ascii: "\n") : next == UInt8(ascii: "*") && byte(1) == UInt8(ascii: "/")
      {
        break
      }
      offset += 1
    }
    offset += isLine ? 1 : 2
    return true
  }

  private func byte(_ ahead: Int) -> UInt8? {
    offset + ahead < bytes.count ? bytes[offset + ahead] : nil
  }

  private func isName(_ byte: UInt8) -> Bool {
    byte.isASCIILetterOrDigit || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "$")
  }
}

extension AuditRule {
  package static let scriptCapability = Rule(
    "script-capability", .error,
    "A shipped script that names a way to store, send or open something.",
    why: "The two scripts of the site may store, send and open nothing. This is for developers "
      + "of Daylight.",
    bad: #"localStorage.setItem("ticks", "3")"#,
    good: "form.reset()",
    fix: "Do it without that function. The scripts are in `Sources/DaylightTheme/Scripts`.",
    in: .finished, formerIDs: ["script-power"])
}

extension AuditFinding.Violation {
  fileprivate static func scriptCapability(_ name: String) -> Self {
    Self(
      AuditRule.scriptCapability,
      "the script uses ‘\(name)’, which could store, send or show what a reader did",
      help: "remove it from the script; the two scripts only leave, forget and print")
  }
}
