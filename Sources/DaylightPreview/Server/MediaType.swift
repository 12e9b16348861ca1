/// The content type of a file by its extension, as good hosts send it.
enum MediaType {
  static func of(_ path: String) -> String {
    guard let dot = path.utf8.lastIndex(of: UInt8(ascii: ".")) else { return unknown }
    return types[path[path.index(after: dot)...].lowercased()] ?? unknown
  }

  static let html = "text/html; charset=utf-8"
  static let plain = "text/plain; charset=utf-8"
  private static let unknown = "application/octet-stream"

  private static let types = [
    "atom": "application/atom+xml; charset=utf-8", "avif": "image/avif",
    "css": "text/css; charset=utf-8", "csv": "text/csv; charset=utf-8", "gif": "image/gif",
    "htm": html, "html": html, "ico": "image/x-icon", "jpeg": "image/jpeg", "jpg": "image/jpeg",
    "js": "text/javascript; charset=utf-8", "json": "application/json; charset=utf-8",
    "md": "text/markdown; charset=utf-8", "mjs": "text/javascript; charset=utf-8",
    "mp3": "audio/mpeg", "mp4": "video/mp4", "pdf": "application/pdf", "png": "image/png",
    "svg": "image/svg+xml; charset=utf-8", "txt": plain, "vtt": "text/vtt; charset=utf-8",
    "webm": "video/webm", "webp": "image/webp", "woff": "font/woff", "woff2": "font/woff2",
    "xml": "application/xml; charset=utf-8",
  ]
}
