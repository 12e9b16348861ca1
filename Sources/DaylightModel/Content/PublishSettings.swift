package import DaylightSyntax

/// Where `daylight publish` sends the finished site: `publish` in `site.yaml`.
package enum PublishSettings: Sendable, Hashable {
  /// To a folder, here or on a server, with rsync.
  case folder(FolderAddress)
  /// To a branch of a Git repository.
  case branch(BranchAddress)

  /// Nil if the place is not said, or not said rightly; that is then reported.
  init?(from fields: inout FieldDecoder) {
    let to = fields.text(
      "to",
      about: "A folder on a server, such as you@example.org:/var/www/resources, or one here.")
    let branch = fields.text("branch", about: "A branch of a Git repository, such as gh-pages.")
    let remote = fields.text("remote", about: "The repository of the branch; origin without it.")
    switch (to, branch) {
    case (let to?, nil):
      if let remote { fields.report(.remoteWithoutBranch(remote)) }
      do throws(AddressFault) {
        self = .folder(try FolderAddress(to.value))
      } catch {
        fields.report(.publishTarget(error, at: to.location))
        return nil
      }
    case (nil, let branch?):
      do throws(AddressFault) {
        self = .branch(try BranchAddress(branch.value, remote: remote?.value ?? "origin"))
      } catch {
        let place = error.isInRemote ? remote?.location : nil
        fields.report(.publishTarget(error, at: place ?? branch.location))
        return nil
      }
    case (let to?, let branch?):
      fields.report(.twoPublishTargets(branch, besides: to))
      return nil
    case (nil, nil):
      fields.reportMissing(
        "to",
        help: "write ‘to: you@example.org:/var/www/resources’ for a server, or ‘branch: gh-pages’")
      return nil
    }
  }
}

/// Why an address cannot be published to.
package struct AddressFault: Error, Sendable, Hashable {
  package let message: String
  package let help: String
  /// Whether the name of the remote is at fault, not that of the branch.
  var isInRemote = false
}

extension Rule {
  package static let publishTarget = Rule(
    "publish-target", .error, "A place for ‘daylight publish’ that cannot be one.",
    why: "The address goes to rsync, ssh or Git. A part that begins with a hyphen would be read as "
      + "an option there, and other signs would be carried out as commands on the server.",
    bad: "publish:\n  to: you@example.org",
    good: "publish:\n  to: you@example.org:/var/www/resources",
    fix: "Write the server, a colon and the folder, or the whole path of a folder on this "
      + "computer, or `branch` and the name of a branch.",
    in: .settings)
}

extension Diagnostic {
  fileprivate static func publishTarget(_ fault: AddressFault, at place: SourceLocation) -> Self {
    Diagnostic(.publishTarget, fault.message, at: place, help: fault.help)
  }

  fileprivate static func twoPublishTargets(
    _ branch: Located<String>, besides to: Located<String>
  ) -> Self {
    Diagnostic(
      .publishTarget, "‘publish’ names a folder and a branch", at: branch.location,
      help: "keep ‘to: \(to.value)’ or ‘branch: \(branch.value)’, and delete the other")
  }

  fileprivate static func remoteWithoutBranch(_ remote: Located<String>) -> Self {
    Diagnostic(
      .publishTarget, "‘remote’ belongs to a branch, and ‘to’ names a folder", at: remote.location,
      help: "delete this line, or write ‘branch: gh-pages’ in place of ‘to’")
  }
}
