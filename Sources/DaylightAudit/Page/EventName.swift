import DaylightSyntax

/// Distinguishes attributes that run a program from names that only begin like them, such as `one`,
/// `only-print` or `onward`.
enum EventName {
  /// - Parameter name: of an attribute, without prefix.
  static func isOne(_ name: some Collection<UInt8>) -> Bool {
    let name = name.map(\.asciiLowercased)
    // No event has a hyphen or a digit in its name.
    guard name.starts(with: "on".utf8),
      name.allSatisfy({ $0.isASCIISmallLetter })
    else { return false }
    let event = Array(name[2...])
    return parts.contains { event.contains(text: $0) }
      || names.contains(String(decoding: event, as: UTF8.self))
  }

  /// What names of events are made of, those to come as well.
  private static let parts = [
    "abort", "activate", "after", "animation", "availab", "before", "begin", "blocked", "blur",
    "bounce", "cache", "cancel", "canplay", "capture", "change", "click", "close", "command",
    "complete", "connect", "contextmenu", "copy", "cuechange", "data", "device", "down", "drag",
    "drop", "duration", "emptied", "encrypted", "end", "enter", "error", "event", "exit",
    "fetch", "finish", "focus", "fullscreen", "gesture", "hide", "input", "install", "interest",
    "invalid", "key", "leave", "load", "message", "mouse", "move", "network", "offline", "online",
    "open", "orient", "over", "pagereveal", "pageswap", "paste", "paus", "play", "pointer",
    "popstate", "press", "progress", "promise", "prioritize", "ratechange", "ready", "reject",
    "repeat", "reset", "resize", "resource", "result", "rotate", "scroll", "search", "seek",
    "select", "show", "slotchange", "snap", "speech", "stall", "start", "stop", "storage",
    "submit", "success", "suspend", "swipe", "timeout", "toggle", "touch", "track", "transition",
    "update", "vibration", "visibility", "volume", "waiting", "wheel", "window", "zoom",
  ]

  private static let names: Set<String> = [
    "cut", "help", "start", "stop", "mark", "boundary", "row",
  ]
}
