/// What a browser may do on a page of this site: show its own style, fonts, scripts and pictures (SAF-18).
///
/// `connect-src 'none'` and `form-action 'none'` let the browser itself enforce that nothing a
/// reader does can be sent.
package enum SecurityPolicy {
  /// For the `<meta>` element of every page.
  package static let meta =
    "default-src 'none'; style-src 'self'; font-src 'self'; script-src 'self'; "
    + "img-src 'self' data:; connect-src 'none'; form-action 'none'; base-uri 'none'"

  /// The same with what works only as a header.
  package static let header = meta + "; frame-ancestors 'none'"
}
