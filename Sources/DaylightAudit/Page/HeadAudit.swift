import DaylightSyntax

/// What is known of the head of a page while it is read.
struct HeadAudit {
  /// Declares UTF-8 at its beginning.
  var hasEncoding = false
  var hasPolicy = false
  /// The policy allows the style sheet of the landmarks and the exit script inside the page.
  var allowsInline = false
  /// Something came before the policy that the policy does not cover.
  var isLate = false
  var hasReferrerPolicy = false
  var hasLandmarkStyle = false
  /// A sheet came before that of the landmarks.
  var hasEarlySheet = false
  var title: (text: [UInt8], range: Range<Int>)?
  var hasLanguage = false
  /// The script element whose content comes next, if it is allowed.
  var scriptTag: (range: Range<Int>, isData: Bool)?
}
