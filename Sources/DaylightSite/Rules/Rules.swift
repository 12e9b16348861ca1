package import DaylightSyntax

/// Every rule there is.
package enum Rules {
  package static let all: [Rule] = []
  /// Rules that protect the reader, which no site may lower.
  package static let locked: Set<String> = []
}
