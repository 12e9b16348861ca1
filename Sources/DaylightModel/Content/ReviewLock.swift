package import DaylightSyntax

/// Who signed which text, and when (CNT-02): the file `reviews.lock`, to which lines are only added.
package struct ReviewLock: Sendable, Hashable {
  package struct Signature: Sendable, Hashable {
    /// The day of the review, or that of the withdrawal.
    package var reviewed: CalendarDate
    package var reviewBy: CalendarDate
    /// From the root of the site.
    package var page: String
    /// `sha256:` and 64 digits, as `ReviewDigest` makes it.
    package var digest: String
    package var signer: ReviewSigner
    package var scope: Scope
    package var note: String
    /// The line in the file, for findings.
    package var location: SourceLocation

    package init(
      reviewed: CalendarDate, reviewBy: CalendarDate, page: String, digest: String,
      signer: ReviewSigner, scope: Scope, note: String, at location: SourceLocation
    ) {
      self.reviewed = reviewed
      self.reviewBy = reviewBy
      self.page = page
      self.digest = digest
      self.signer = signer
      self.scope = scope
      self.note = note
      self.location = location
    }
  }

  /// How much of a page its reviewer read.
  package enum Scope: String, Sendable, Hashable, CaseIterable {
    case whole
    /// The changes since the review of the whole text, whose day remains valid.
    case changes
    /// The reviewer withdraws what they signed before.
    case withdrawn
  }

  /// In the order of the file; a later one of the same page and reviewer replaces an earlier.
  package let signatures: [Signature]
  private let latest: [String: [Signature]]

  package init(signatures: [Signature] = []) {
    self.signatures = signatures
    var latest: [String: [Signature]] = [:]
    for signature in signatures {
      latest[signature.page, default: []].removeAll { $0.signer.id == signature.signer.id }
      latest[signature.page, default: []].append(signature)
    }
    self.latest = latest
  }

  /// The last signature of each reviewer of a page, without those that were withdrawn.
  package func signatures(of page: String) -> [Signature] {
    latest[page]?.filter { $0.scope != .withdrawn } ?? []
  }

  /// The last signature of one reviewer of a page, even if it is a withdrawal.
  package func last(of page: String, by reviewer: String) -> Signature? {
    latest[page]?.first { $0.signer.id == reviewer }
  }

  /// Whether a person signed the whole of a page for a day, and did not withdraw it.
  package func holdsWhole(of page: String, by signer: ReviewSigner, on day: CalendarDate) -> Bool {
    var isHeld = false
    for signature in signatures where signature.page == page && signature.signer == signer {
      switch signature.scope {
      case .whole: isHeld = isHeld || signature.reviewed == day
      case .changes: break
      case .withdrawn: isHeld = false
      }
    }
    return isHeld
  }
}

extension ReviewLock {
  /// A file with more lines that are no signatures is another file.
  private static let mostFindings = 100

  package static func read(_ file: SourceFile) -> Diagnosed<Self> {
    let encoding = file.encodingDiagnostics()
    guard encoding.isEmpty || file.bytes.isEmpty else { return Diagnosed(Self(), encoding) }
    var signatures: [Signature] = []
    var diagnostics: [Diagnostic] = []
    let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let text = file.bytes.dropFirst(file.bytes.starts(with: byteOrderMark) ? 3 : 0)
    let lines = text.split(omittingEmptySubsequences: false) { $0 == UInt8(ascii: "\n") }
    for (index, line) in lines.enumerated() {
      let line = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
      guard let first = line.first, first != UInt8(ascii: "#") else { continue }
      let location = SourceLocation(
        path: file.path, start: SourcePosition(line: index + 1, column: 1),
        end: SourcePosition(line: index + 1, column: line.count + 1))
      do throws(ReviewLine.Fault) {
        signatures.append(
          try ReviewLine.signature(in: String(decoding: line, as: UTF8.self), at: location))
      } catch {
        diagnostics.append(.reviewLine(error, at: location))
        if diagnostics.count == mostFindings { break }
      }
    }
    return Diagnosed(Self(signatures: signatures), diagnostics)
  }

  /// What a new file begins with.
  package static let heading =
    "# Who signed which text, and when. Daylight adds the lines; please do not edit them.\n"
}
