import DaylightSyntax

/// What a browser may do on a page of this site: show its own style, fonts, scripts and pictures (SAF-18).
///
/// `connect-src 'none'` and `form-action 'none'` let the browser itself enforce that nothing a
/// reader does can be sent.
package enum SecurityPolicy {
  /// For the `<meta>` element of every page but one.
  package static let meta = policy()

  /// For the not-found page, which contains the style sheet of the landmarks and the exit script:
  /// exactly these two, byte for byte, are allowed in it.
  package static let notFound = policy(
    style: " 'sha256-\(SHA256(ReaderStyle.landmarks.bytes).base64)'",
    script: " 'sha256-\(SHA256(ReaderScript.exit.bytes).base64)'")

  /// The same with what works only as a header. Of a header and a `<meta>` browsers heed both.
  package static let header = notFound + "; frame-ancestors 'none'"

  private static func policy(style: String = "", script: String = "") -> String {
    "default-src 'none'; style-src 'self'\(style); font-src 'self'; script-src 'self'\(script); "
      + "img-src 'self' data:; connect-src 'none'; form-action 'none'; base-uri 'none'"
  }
}
