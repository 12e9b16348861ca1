import DaylightModel
import Platform

/// Paths on this computer that are published to.
enum LocalFolder {
  /// The address with a path from the root on; refuses folders of the site itself.
  static func resolved(
    _ address: FolderAddress, site: String
  ) throws(PublishFailure) -> FolderAddress {
    guard address.host == nil else { return address }
    let site = real(site) ?? site
    let path = address.path.hasPrefix("/") ? address.path : site + "/" + address.path
    let normal = real(path) ?? normal(path)
    try refuse(normal, of: site)
    do throws(AddressFault) {
      return try FolderAddress(normal)
    } catch {
      throw PublishFailure(.refused, error.message, help: error.help)
    }
  }

  private static func refuse(_ path: String, of site: String) throws(PublishFailure) {
    let own = ["content", "templates", "public", ".daylight", ".git"].map { site + "/" + $0 }
    let isOwn = own.contains { path == $0 || path.hasPrefix($0 + "/") }
    guard isOwn || path == "/" || path == site || site.hasPrefix(path + "/") else { return }
    throw PublishFailure(
      .refused, "‘\(path)’ cannot be published to, because the site itself is there",
      help: "name a folder of its own, as in /var/www/resources")
  }

  /// The path without links; nil if it does not exist.
  static func real(_ path: String) -> String? {
    guard let found = realpath(path, nil) else { return nil }
    defer { free(found) }
    return String(cString: found)
  }

  /// The path without `.` and `..`.
  private static func normal(_ path: String) -> String {
    var parts: [Substring] = []
    for part in path.split(separator: "/") {
      switch part {
      case ".": break
      case "..": _ = parts.popLast()
      default: parts.append(part)
      }
    }
    return "/" + parts.joined(separator: "/")
  }
}
