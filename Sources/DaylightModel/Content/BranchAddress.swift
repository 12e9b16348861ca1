/// A branch of a Git repository that is reached by the name of a remote.
package struct BranchAddress: Sendable, Hashable {
  package let branch: String
  package let remote: String

  package var text: String { "branch ‘\(branch)’ of ‘\(remote)’" }

  package init(_ branch: String, remote: String) throws(AddressFault) {
    if let fault = Self.fault(inBranch: branch) {
      throw AddressFault(
        message: "‘\(branch)’ cannot be the name of a branch: it \(fault)",
        help: "write the name alone, as in ‘branch: gh-pages’")
    }
    if let fault = Self.fault(inRemote: remote) {
      throw AddressFault(
        message: "‘\(remote)’ cannot be the name of a remote: it \(fault)",
        help: "write the name that ‘git remote’ lists, such as origin; "
          + "‘git remote add origin ADDRESS’ gives an address a name",
        isInRemote: true)
    }
    self.branch = branch
    self.remote = remote
  }

  /// A narrower choice than that of `git check-ref-format`.
  private static func fault(inBranch name: String) -> String? {
    if name.hasPrefix("-") { return "begins with a hyphen" }
    if name.hasPrefix("refs/") { return "begins with ‘refs/’" }
    if let scalar = name.unicodeScalars.first(where: { !isPlain($0) && $0 != "/" }) {
      return "contains ‘\(scalar)’"
    }
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    let isOdd = parts.contains {
      $0.isEmpty || $0.hasPrefix(".") || $0.hasSuffix(".") || $0.hasSuffix(".lock")
        || $0.contains("..")
    }
    return isOdd || name == "HEAD" ? "is not one that Git allows" : nil
  }

  /// An address in the place of a name could be one that makes Git run a program.
  private static func fault(inRemote name: String) -> String? {
    if name.hasPrefix("-") { return "begins with a hyphen" }
    if name.contains(":") || name.contains("/") { return "is an address" }
    if let scalar = name.unicodeScalars.first(where: { !isPlain($0) }) {
      return "contains ‘\(scalar)’"
    }
    return name.hasPrefix(".") ? "begins with a full stop" : nil
  }

  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
      || "._-".unicodeScalars.contains(scalar)
  }
}
