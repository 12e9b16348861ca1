import DaylightSyntax

/// The findings about files that may not be published.
extension AuditFinding.Violation {
  static func unsafeFile(
    _ path: String, because reason: String, elsewhere: String? = nil
  ) -> Self {
    Self(
      .fileKind, "the file ‘\(path)’ may not be published: \(reason)",
      help: "remove the file from the site; write what it says on a page of its own",
      elsewhere: elsewhere)
  }

  static func installable(_ found: String) -> Self {
    Self(
      .installable,
      "‘\(found)’ would leave the site or its pages on the reader’s device, where others find them",
      help: "remove it; this site is never installed, and works without being kept")
  }

  static func hostFile(_ name: String) -> Self {
    Self(.hostFile, HostFile.problem(name), help: HostFile.help)
  }
}
