/// Why a picture cannot be published.
package enum PictureProblem: Error, Sendable, Hashable {
  case damaged
  case tooManyPixels(ImageSize)
  /// One picture after another.
  case moving
  /// Amounts of ink, which browsers show in wrong colours.
  case printColours
  /// Colours that are described in a way that cannot be read.
  case unknownColours
}
