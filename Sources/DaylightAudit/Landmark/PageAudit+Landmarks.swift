import DaylightSyntax

extension PageAudit {
  mutating func noteStart(_ role: HTMLVocabulary.Element.Role, _ tag: HTMLTag) {
    switch role {
    case .html: noteLanguage(tag)
    case .head, .meta, .title: break
    default: if !head.hasPolicy { head.isLate = true }
    }
    switch role {
    case .main:
      landmarks.note(.main)
      landmarks.isInMain = true
    case .form: landmarks.isInForm = true
    case .header where !landmarks.isInMain: landmarks.note(.header)
    case .footer where !landmarks.isInMain: landmarks.note(.footer)
    default: break
    }
    notePlace(role, tag)
  }

  mutating func noteEnd(_ role: HTMLVocabulary.Element.Role) {
    if !head.hasPolicy, role != .title { head.isLate = true }
    switch role {
    case .main: landmarks.isInMain = false
    case .form: landmarks.isInForm = false
    default: break
    }
  }

  /// Records a link.
  ///
  /// - Returns: which exit it is, if it is one.
  mutating func noteLink(_ tag: HTMLTag) -> Landmark? {
    landmarks.linkCount += 1
    if let aside = landmarks.place.landmark { landmarks.linked.insert(aside) }
    if landmarks.linkCount == 1, scanner.value(.href)?.first == UInt8(ascii: "#") {
      landmarks.note(.skip)
      if !scanner.hasClass("skip") { report.add(.classlessSkip, at: tag.range) }
    }
    guard isExit else { return nil }
    if landmarks.place.landmark == nil { checkHiding(in: .exit, tag) }
    guard isWorkingExit else {
      report.add(.brokenExit(policy.exitURL), at: tag.range)
      return .exit
    }
    let isRightAfterSkip = landmarks.linkCount == (landmarks.comesBefore(.skip) ? 1 : 2)
    if isRightAfterSkip, landmarks.comesBefore(.secondExit) {
      landmarks.note(.secondExit)
      if !isInPlace(.secondExit) || !scanner.hasClass("skip") {
        report.add(.displacedExit(class: "skip"), at: tag.range)
      }
      return .secondExit
    }
    if landmarks.place.landmark == .exit, landmarks.comesBefore(.exit),
      landmarks.comesBefore(.main)
    {
      landmarks.note(.exit)
      if !isInPlace(.exit) || !scanner.hasClass("exit") {
        report.add(.displacedExit(class: "exit"), at: tag.range)
      }
    } else {
      report.add(.strayExit, at: tag.range)
    }
    return .exit
  }

  private var isWorkingExit: Bool {
    scanner.value(.href) == Array(policy.exitURL.utf8) && isShown
      && scanner.hasAttribute(.rel, containing: "nofollow")
      && scanner.hasAttribute(.rel, containing: "noreferrer")
      && scanner.value(.tabindex)?.contains(UInt8(ascii: "-")) != true
  }

  mutating func finishLandmarks() {
    if !report.hasFound(AuditRule.exitLink) {
      if landmarks.comesBefore(.exit) { report.add(.missingExit) }
      if landmarks.comesBefore(.secondExit) { report.add(.missingSecondExit) }
      if !landmarks.loadsExitScript { report.add(.missingExitScript) }
    }
    if !report.hasFound(AuditRule.safetyLine), !landmarks.linked.contains(.safetyLine) {
      report.add(.missingSafetyLine)
    }
    if !report.hasFound(AuditRule.helpBlock), !landmarks.linked.contains(.help) {
      report.add(.missingHelp)
    }
    for landmark in [Landmark.skip, .main] where landmarks.comesBefore(landmark) {
      report.add(.missingLandmark(landmark.name))
    }
    let order = landmarks.order.landmarks
    if let safety = order.firstIndex(of: .safetyLine), let main = order.firstIndex(of: .main),
      safety > main
    {
      report.add(.lateSafetyLine)
    }
  }
}
