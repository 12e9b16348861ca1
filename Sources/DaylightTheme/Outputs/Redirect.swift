import DaylightModel

/// A page at an old address that leads to the new one.
package enum Redirect {
  /// Where the page for an old address such as `/old/address/` is written.
  package static func outputPath(of address: String) -> String { route(of: address).outputPath }

  static func route(of address: String) -> Route {
    let path = address.drop { $0 == "/" }
    let last = path.split(separator: "/").last ?? ""
    return Route(path.hasSuffix("/") || last.contains(".") ? String(path) : path + "/")
  }
}
