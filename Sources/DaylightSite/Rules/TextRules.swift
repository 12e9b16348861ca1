import DaylightSyntax

enum TextRules {
  static func check(_ blocks: [TextBlock], _ assembly: inout Assembly) {}
}
